"""Which words stand on one side of a pair of sentences alone, in the order of both."""

import re
from difflib import SequenceMatcher

from provenance.model import Span, Spans

_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’-][^\W_]+)*|[%$€£₽]")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


def differing_words(before: str, after: str) -> tuple[Spans, Spans]:
    """Places in either text of the words that the other has not got there, capitals aside; words in a row that differ
    are one place. Words that stand elsewhere in the sentence differ on both sides."""
    ours, theirs = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    matcher = SequenceMatcher(
        None, [_folded(word) for word in ours], [_folded(word) for word in theirs], autojunk=False
    )
    only_before, only_after = [], []
    for kind, from_ours, to_ours, from_theirs, to_theirs in matcher.get_opcodes():
        if kind != "equal":
            only_before += _place(ours[from_ours:to_ours])
            only_after += _place(theirs[from_theirs:to_theirs])
    return tuple(only_before), tuple(only_after)


def same_typography(before: str, after: str) -> bool:
    """Whether two texts differ in white space and in the shape of their marks at most."""
    return _plain(before) == _plain(after)


def shifted(spans: Spans, by: int) -> Spans:
    """The same places, counted from a point that lies so many characters before."""
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _folded(word: re.Match[str]) -> str:
    return word.group().casefold().translate(_TYPOGRAPHY)


def _plain(text: str) -> str:
    return " ".join(text.translate(_TYPOGRAPHY).split())


def _place(words: list[re.Match[str]]) -> list[Span]:
    return [Span(words[0].start(), words[-1].end())] if words else []
