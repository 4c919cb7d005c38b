"""Lines of text in boxes: how wide words are, where lines break, where they stand."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

NAME_LINE, DETAIL_LINE = 18, 15
NAME_UNIT, DETAIL_UNIT = 7.6, 6.3
MOST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text at its base line; `name` tells names from details."""

    text: str
    y: float
    name: bool


def height_of(lines: Sequence[tuple[str, bool]]) -> float:
    return sum(NAME_LINE if name else DETAIL_LINE for _, name in lines)


def placed(lines: Sequence[tuple[str, bool]], top: float) -> tuple[Line, ...]:
    lines_placed: list[Line] = []
    for text, name in lines:
        top += NAME_LINE if name else DETAIL_LINE
        lines_placed.append(Line(text=text, y=round(top - 4.5, 1), name=name))
    return tuple(lines_placed)


def wrapped(text: str, columns: int) -> list[str]:
    """At most three lines of about `columns` columns; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        piece = shortened(word, columns)
        if lines and columns_of(f"{lines[-1]} {piece}") <= columns:
            lines[-1] = f"{lines[-1]} {piece}"
        else:
            lines.append(piece)
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], shortened(f"{lines[MOST_LINES - 1]} {'.' * columns}", columns)]


def shortened(text: str, columns: int) -> str:
    """In so many columns; what does not fit ends in an ellipsis."""
    if columns_of(text) <= columns:
        return text
    kept = ""
    for character in text:
        if columns_of(kept + character) > columns - 1:
            break
        kept += character
    return kept.rstrip(" .") + "…"


def columns_of(text: str) -> int:
    """Wide characters count twice, combining ones not at all."""
    return len(text) if text.isascii() else sum(_column(character) for character in text)


def _column(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
