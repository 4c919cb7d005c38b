"""How common a stem is in news: a packaged background table, so that similarity never depends on what is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

HEADER = "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """`counts` tells in how many of `documents` sentences a stem stood; a stem that is not listed is rarer than all
    that are."""

    documents: int
    counts: Mapping[str, int]
    least: int

    def weight(self, stem: str) -> float:
        """Inverse document frequency, natural logarithm: 0 for a stem of every sentence, largest for unlisted ones."""
        return log(self.documents / self.counts.get(stem, self.least - 1))


def parse_frequencies(text: str) -> Frequencies:
    """From lines of a stem, a tab and a count; the first line is `documents`, a tab and their number."""
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        stem, separator, count = line.partition("\t")
        if not separator or not count.isdigit() or int(count) < 1 or stem in counts:
            raise ValueError(f"stem frequencies, line {number}: {line!r}; write each stem once, a tab, its count")
        counts[stem] = int(count)
    documents = counts.pop(HEADER, None)
    if not text.startswith(HEADER) or documents is None or not counts:
        raise ValueError(f"stem frequencies: the first line must be {HEADER!r}, a tab and their number, stems below it")
    return Frequencies(documents=documents, counts=counts, least=max(2, min(counts.values())))
