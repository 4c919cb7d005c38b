"""Stems: the form in which words are compared."""

import re
from collections.abc import Mapping
from functools import lru_cache

import Stemmer

from provenance.matching.vocabulary import SYNONYMS

TRANSCRIBED_ENDING = re.compile(r"[iy]+$")


def bare_stem(word: str) -> str:
    """Snowball's English stem of a folded word; endings by which transcriptions of one name differ become one:
    Zelensky, Zelenskyy, Zelenskiy."""
    try:
        stem = str(Stemmer.Stemmer("english").stemWord(word))
    except UnicodeEncodeError:  # half a character
        return word
    return TRANSCRIBED_ENDING.sub("i", stem) if len(stem) > 4 else stem


def read_synonyms(lines: tuple[str, ...]) -> dict[str, str]:
    """Every stem of a line to the line's first."""
    table: dict[str, str] = {}
    for line in lines:
        first, *others = (bare_stem(word) for word in line.split())
        table.update((stem, first) for stem in (first, *others))
    return table


CANONICAL: Mapping[str, str] = read_synonyms(SYNONYMS)


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem that stands for a folded word and its synonyms. Kept: most words of a text were seen before."""
    stem = bare_stem(word)
    return CANONICAL.get(stem, stem)
