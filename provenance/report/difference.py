"""Which words only one of two texts has."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from provenance.model import Span, Spans

_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’-][^\W_]+)*")

_Word = tuple[str, int, int]
"""Without capitals, and where it starts and ends."""


def differing_words(here: str, there: str) -> tuple[Spans, Spans]:
    """Places in `here` and in `there` of the words beyond those they share, capitals aside; neighbouring words come as
    one place. A word that one side has more often differs from its second, third, ... occurrence on."""
    left, right = _words(here), _words(there)
    return _surplus(left, right), _surplus(right, left)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[_Word, ...]:
    """Kept: a claim is held against many others."""
    return tuple((match.group().casefold(), *match.span()) for match in _WORD.finditer(text))


def _surplus(words: Sequence[_Word], others: Sequence[_Word]) -> Spans:
    shared = Counter(word for word, _, _ in others)
    places: list[Span] = []
    follows = False
    for word, start, end in words:
        shared[word] -= 1
        differs = shared[word] < 0
        if differs and follows:
            places[-1] = Span(places[-1].start, end)
        elif differs:
            places.append(Span(start, end))
        follows = differs
    return tuple(places)
