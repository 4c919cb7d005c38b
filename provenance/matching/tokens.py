"""Words, numbers and marks of a text with their places, in a spelling that can be compared."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from provenance.matching.stems import stem_of
from provenance.matching.vocabulary import STOP_WORDS
from provenance.model import Span

PLAIN = str.maketrans({"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ё": "е"})


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    CLOCK = "clock"
    MARK = "mark"


SPELLINGS = {
    Kind.CLOCK: r"\d{1,2}:\d{2}(?!\d)",
    Kind.NUMBER: r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?",
    Kind.WORD: r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*",
    Kind.MARK: r"[%$€£₽/.,;:!?()\[\]“”„«»\"—–-]",
}
"""Tried in this order; how it is spelled tells the kind, wherever it stands."""
PATTERN = re.compile("|".join(SPELLINGS.values()))


class Word(NamedTuple):
    """`word` is the folded spelling ("Zelenskyy’s" gives "zelenskyy"), `stem` what it is compared by; for numbers and
    marks both are the characters themselves. `capital`: it begins with one; `says`: it says something of the matter.
    A tuple, for it is made in a third of the time."""

    kind: Kind
    word: str
    stem: str
    capital: bool
    says: bool


class Token(NamedTuple):
    """A word at its place, from `start` up to `end` of the text."""

    kind: Kind
    word: str
    stem: str
    capital: bool
    says: bool
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def fold(text: str) -> str:
    """Lower case, straight apostrophes, Latin letters without accents; other scripts keep theirs."""
    folded = text.casefold().translate(PLAIN)
    if folded.isascii():
        return folded
    bare = "".join(piece for piece in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(piece))
    return bare if bare.isascii() else unicodedata.normalize("NFKC", folded)


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens in the order of the text; the possessive 's belongs to none."""
    return tuple([Token._make(read_word(match.group()) + match.span()) for match in PATTERN.finditer(text)])


def read_words(text: str) -> tuple[Word, ...]:
    """As `tokenise`, without their places: a fifth of the work."""
    return tuple(map(read_word, PATTERN.findall(text)))


@lru_cache(maxsize=1 << 18)
def read_word(characters: str) -> Word:
    """What a spelling is. Kept: most words of a text were seen before."""
    kind = next(kind for kind, spelling in SPELLINGS.items() if re.fullmatch(spelling, characters))
    word, capital = fold(characters), characters[0].isupper()
    if kind is Kind.WORD:
        word = word.removesuffix("'s")
    stem = stem_of(word) if kind is Kind.WORD else word
    return Word(kind, word, stem, capital, kind is not Kind.MARK and word not in STOP_WORDS)
