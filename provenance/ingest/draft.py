"""An article as its own page or file presents it, before options and the directory have their say."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """None is: it does not say. `url` is the address that it gives as its own, `publisher_url` that of its publisher,
    `outlet_name` the publisher's name in its words."""

    text: str
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    publisher_url: str | None = None
    outlet_name: str | None = None
    published: date | None = None
    language: str | None = None
