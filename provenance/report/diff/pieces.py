"""A sentence cut where words begin and end that the other side has not got."""

from collections.abc import Callable
from dataclasses import dataclass

from provenance.report.diff.schema import SideDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Put one after the other the pieces give the sentence back."""

    text: str
    differs: bool


def cut_side(side: SideDocument) -> tuple[Piece, ...]:
    """In the order of the text; none is empty."""
    start, text = side["span"][0], side["text"]
    pieces: list[Piece] = []
    at = 0
    for words in side["only_here"]:
        first, last = (place - start for place in words["span"])
        pieces += [Piece(text=text[at:first], differs=False), Piece(text=text[first:last], differs=True)]
        at = last
    return tuple(piece for piece in (*pieces, Piece(text=text[at:], differs=False)) if piece.text)


def cleaned(piece: Piece, clean: Callable[[str], str]) -> Piece:
    """A piece made harmless; the spaces at its ends are part of the sentence and stay."""
    return Piece(text=clean(f"|{piece.text}|")[1:-1], differs=piece.differs)
