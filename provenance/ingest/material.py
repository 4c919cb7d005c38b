"""What was read before anybody looked inside: bytes, and what is known of them from outside."""

import re
from dataclasses import dataclass

LIMIT = 10 * 1024 * 1024
"""The largest article that is read, in bytes."""

LONGEST_NAME = 300

_PASSWORD = re.compile(r"(^|\s)([a-z]+://)[^/@\s]*@", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """`name` is what messages call it. `locator` is an absolute path or the address that answered in the end, None for
    standard input; `url` is set where it was fetched. `media_type` and `charset` are what a server said, in lower
    case, None where none did."""

    content: bytes
    name: str
    locator: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


def shown(name: str) -> str:
    """A name on one line: no characters that steer a terminal, no password, no more than fits a screen."""
    short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..."
    plain = "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in short)
    return _PASSWORD.sub(r"\1\2", plain)


def size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / (1024 * 1024):.0f} MB" if count >= 1024 * 1024 else f"{count} bytes"


def too_large(name: str, count: int | None) -> str:
    """The message for anything beyond the limit; `count` is None where nobody counted to the end."""
    holds = f"holds {size(count)}" if count else f"holds more than {size(LIMIT)}"
    return f"{name}: {holds}, and an article may hold {size(LIMIT)}; give the article alone"
