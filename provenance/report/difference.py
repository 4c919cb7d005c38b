"""Which words only one of two texts has."""

import re
from collections import Counter

from provenance.model import Span, Spans

_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’-][^\W_]+)*")


def differing_words(here: str, there: str) -> tuple[Spans, Spans]:
    """Places in `here` and in `there` of the words beyond those they share, capitals aside; neighbouring words come as
    one place. A word that one side has more often differs from its second, third, ... occurrence on."""
    left, right = _words(here), _words(there)
    return _surplus(left, right), _surplus(right, left)


def _words(text: str) -> list[tuple[str, Span]]:
    return [(match.group().casefold(), Span(*match.span())) for match in _WORD.finditer(text)]


def _surplus(words: list[tuple[str, Span]], others: list[tuple[str, Span]]) -> Spans:
    shared = Counter(word for word, _ in others)
    places: list[Span] = []
    follows = False
    for word, span in words:
        shared[word] -= 1
        differs = shared[word] < 0
        if differs and follows:
            places[-1] = Span(places[-1].start, span.end)
        elif differs:
            places.append(span)
        follows = differs
    return tuple(places)
