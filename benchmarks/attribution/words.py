"""One tokenization for everybody: words of letters and digits, so that quotation marks and commas never matter."""

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")

FUNCTION_WORDS = frozenset(
    (
        "a an the of to in on at by for from with and or but as that this these those it its he his she her they "
        "their them him us we our you your i me my who which what whose is are was were be been being has have had do "
        "does did does not no s t re ve ll d m one some many several other another"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, with the places where they start and end."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]

    def covered(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the words that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect.bisect_right(self.ends, start)
            found.update(range(first, bisect.bisect_left(self.starts, end)))
        return frozenset(found)

    def telling(self, numbers: frozenset[int]) -> frozenset[int]:
        """Those that are no function words; all of them where there are no others."""
        return frozenset(n for n in numbers if self.texts[n] not in FUNCTION_WORDS) or numbers


def words_of(text: str) -> Words:
    matches = list(_WORD.finditer(text))
    return Words(
        tuple(match.start() for match in matches),
        tuple(match.end() for match in matches),
        tuple(match.group().lower() for match in matches),
    )
