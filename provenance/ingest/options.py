"""What a caller says of an article, against what it says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """None leaves what the article says. `outlet` is an id, an exact name or a domain of the directory, and is
    the publisher whatever the page says; `outlet_name` the name of a publisher that the directory need not know, for an
    article whose address does not say who published it; `language` an ISO 639-1 code. With `title_from_text` an article
    that bears no title is called by its first words."""

    outlet: str | None = None
    outlet_name: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    title_from_text: bool = False
    allow_private_network: bool = False
