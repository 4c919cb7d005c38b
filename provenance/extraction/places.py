"""Spans that can be asked, without going through all of them, which of them touch another."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from provenance.model import Span


class Places:
    """Spans of a text; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(sorted(spans))
        self._reach = tuple(accumulate((span.end for span in self._spans), max))
        """How far any span up to each one reaches."""

    def touching(self, span: Span) -> tuple[Span, ...]:
        """In the order of the text."""
        last = bisect_left(self._spans, span.end, key=lambda each: each.start)
        first = bisect_left(self._reach, span.start + 1)
        return tuple(each for each in self._spans[first:last] if each.overlaps(span))
