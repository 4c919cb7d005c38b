"""Words found in a text: those that a person typed, and those that stood in another revision."""

import re

from provenance.model import Span, Spans, Words

_ALIKE = {"'": "['‘’]", '"': '["“”„«»]', "-": "[-‐‑–—]"}
_ALIKE |= dict.fromkeys("‘’", _ALIKE["'"]) | dict.fromkeys("“”„«»", _ALIKE['"']) | dict.fromkeys("‐‑–—", _ALIKE["-"])
"""Marks that a keyboard has in place of those that are printed."""

NEAR = 200
"""So many characters nearer or farther than before words may stand that belong to a claim: a sentence put between. The
same words farther off are most often about something else."""


def find_words(words: str, text: str) -> Spans:
    """Every place where these words stand, in the order of the text: whole words, with any space between them, and
    quotation marks and hyphens of any shape alike."""
    parts = ["".join(_ALIKE.get(character) or re.escape(character) for character in part) for part in words.split()]
    if not parts:
        return ()
    pattern = r"\s+".join(parts)
    bare = words.strip()
    start, end = (r"(?<!\w)" if bare[0].isalnum() else ""), (r"(?!\w)" if bare[-1].isalnum() else "")
    return tuple(Span(match.start(), match.end()) for match in re.finditer(start + pattern + end, text))


def find_places(words: Words, content: Spans, text: str) -> dict[Span, Span]:
    """From places in an earlier revision to those where the same words stand in this one. The pieces of the content are
    found nearest to where they were, in their order; all else where it lies to the content as before. Words that are
    not found are left out."""
    stood = dict(words)
    found: dict[Span, Span] = {}
    shift, last = 0, 0
    for piece in sorted(content):
        there = [place for place in find_words(stood[piece], text) if place.start >= last]
        if not there:
            return {}
        found[piece] = min(there, key=lambda place: abs(place.start - piece.start - shift))
        shift, last = found[piece].start - piece.start, found[piece].end
    for place in sorted(stood.keys() - found.keys()):
        if again := _beside(place, stood[place], found, sorted(content), text):
            found[place] = again
    return found


def _beside(place: Span, words: str, found: dict[Span, Span], content: list[Span], text: str) -> Span | None:
    nearest = min(content, key=lambda piece: _distance(piece, place))
    wanted = place.start + found[nearest].start - nearest.start
    reach = NEAR + _distance(nearest, place)
    there = [each for each in find_words(words, text) if abs(each.start - wanted) <= reach]
    return min(there, key=lambda each: abs(each.start - wanted), default=None)


def _distance(left: Span, right: Span) -> int:
    """Characters between the two, 0 where they touch."""
    return max(0, left.start - right.end, right.start - left.end)
