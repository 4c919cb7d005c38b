"""Ids made of names."""

import hashlib
from collections.abc import Container

from provenance.outlets.titles import slug

_LENGTH = 60


def _made(text: str) -> str:
    """A name in another script gives a digest of it."""
    return slug(text)[:_LENGTH].rstrip("-") or _digest(text)


def free_slug(text: str, taken: Container[str], other: str) -> str:
    """The slug of the text; where that is taken, with `other` (a country, a host) behind it, then with a digest."""
    made = _made(text)
    candidates = (made, f"{made}-{_made(other)}", f"{made}-{_digest(f'{text} {other}')}")
    return next(candidate for candidate in candidates if candidate not in taken)


def _digest(text: str) -> str:
    return "x" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
