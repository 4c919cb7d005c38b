"""Words, numbers and marks of a text with their places, in a spelling that can be compared."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from provenance.matching.stems import stem_of
from provenance.model import Span

PATTERN = re.compile(
    r"(?P<clock>\d{1,2}:\d{2})(?!\d)"
    r"|(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)"
    r"|(?P<mark>[%$€£₽/.,;:!?()\[\]“”„«»\"—–-])"
)
PLAIN = str.maketrans({"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ё": "е"})


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    CLOCK = "clock"
    MARK = "mark"


class Token(NamedTuple):
    """`word` is the folded spelling ("Zelenskyy’s" gives "zelenskyy"), `stem` what it is compared by; for numbers and
    marks both are the characters themselves, from `start` up to `end` of the text. A tuple, for an archive has many
    millions of them and a tuple is made in a third of the time."""

    kind: Kind
    word: str
    stem: str
    capital: bool
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
    return tuple(
        [
            Token(*read(match.lastgroup or Kind.MARK, match.group()), match.start(), match.end())
            for match in PATTERN.finditer(text)
        ]
    )


@lru_cache(maxsize=1 << 17)
def read(name: str, characters: str) -> tuple[Kind, str, str, bool]:
    """Kind, word, stem and whether it begins with a capital. Kept: most words of a text were seen before."""
    kind, word, capital = Kind(name), fold(characters), characters[0].isupper()
    if kind is not Kind.WORD:
        return kind, word, word, capital
    word = word.removesuffix("'s")
    return kind, word, stem_of(word), capital
