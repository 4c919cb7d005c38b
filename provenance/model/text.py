"""Places in a text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of a text; offsets count Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span holds at least one character: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def joined(spans: Iterable[Span], text: str) -> str:
    """The pieces in the order of the text, a space between them."""
    return " ".join(span.of(text) for span in sorted(spans))
