"""An article as it was read."""

import hashlib
from dataclasses import dataclass, field
from datetime import date


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of an article.

    `text` is what every offset counts in. `locator` says where it was read: an absolute path, a URL, None for
    standard input. `outlet` is the publisher's id in the directory, None when the directory does not know the
    publisher; `outlet_name` is its name as the page or the caller gave it, None when neither did. `published` is None
    when the day is not known. `language` is an ISO 639-1 code.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    locator: str | None = None
    outlet: str | None = None
    outlet_name: str | None = None
    published: date | None = None
    language: str = "en"
    key: str = field(default="")

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", self.url or f"sha256:{self.sha256}")

    @property
    def sha256(self) -> str:
        """The revision: the digest of the text."""
        return digest(self.text)

    @property
    def id(self) -> str:
        """Stays the same over revisions: from the URL where there is one, else from the first text read."""
        return "a" + digest(self.key)[:12]
