"""What the chain is read from: the article's text and the outlets in it."""

import re
from dataclasses import dataclass

from provenance.extraction.naming import OutletFinder, OutletMention
from provenance.model import Span


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text, and the outlets that stand in it."""

    text: str
    mentions: tuple[OutletMention, ...]
    finder: OutletFinder
    hedges: re.Pattern[str]


def between(start: int, end: int, text: str) -> Span | None:
    """The words between two places, without the punctuation around them; None when there are none."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" ,;:\n"))
    right = len(words.rstrip(" ,;:.\n"))
    return Span(start + left, start + right) if right > left and re.search(r"\w", words) else None
