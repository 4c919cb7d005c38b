"""Ids made of names."""

import hashlib
import re
import unicodedata
from collections.abc import Container

_BREAK = re.compile(r"[^a-z0-9]+")
_LENGTH = 60


def slug(text: str) -> str:
    """Small letters, digits and single hyphens; a name in another script gives a digest of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    made = _BREAK.sub("-", plain).strip("-")[:_LENGTH].rstrip("-")
    return made or _digest(text)


def free_slug(text: str, taken: Container[str], other: str) -> str:
    """The slug of the text; where that is taken, with `other` (a country, a host) behind it, then with a digest."""
    made = slug(text)
    candidates = (made, f"{made}-{slug(other)}", f"{made}-{_digest(f'{text} {other}')}")
    return next(candidate for candidate in candidates if candidate not in taken)


def _digest(text: str) -> str:
    return "x" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
