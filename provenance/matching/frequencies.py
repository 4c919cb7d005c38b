"""How common a stem is in news: a packaged background table, so that similarity never depends on what is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

HEADER = "documents"

UNLISTED = 2
"""The count of a stem that is not listed: those of fewer than three sentences were left out."""

GRAIN = 2.0**-32
"""Weights are whole multiples of it: sums of them are exact, and the same in whatever order they are made."""

NAME_SHARE = 50
"""Per cent of a stem's places within sentences that are capitalised, from which on it is taken for a name."""


@dataclass(frozen=True, kw_only=True)
class Frequencies:
    """`counts` tells in how many of `documents` sentences a stem stood; a stem that is not listed is rarer than all
    that are. `names` are the stems that mostly stand with a capital within a sentence."""

    documents: int
    counts: Mapping[str, int]
    names: frozenset[str]

    def weight(self, stem: str) -> float:
        """Inverse document frequency, natural logarithm: 0 for a stem of every sentence, largest for unlisted ones."""
        return self.weights.get(stem, self.unlisted)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Of the stems that are listed."""
        return {stem: self.rarity(count) for stem, count in self.counts.items()}

    @cached_property
    def unlisted(self) -> float:
        return self.rarity(UNLISTED)

    def rarity(self, count: int) -> float:
        return round(log(self.documents / count) / GRAIN) * GRAIN

    def is_name(self, stem: str) -> bool:
        """Whether a capitalised word that begins a sentence is a name."""
        return stem in self.names or stem not in self.counts


def parse_frequencies(text: str) -> Frequencies:
    """From lines of a stem, a count of sentences and the per cent capitalised, with tabs between; the first line is
    `documents` and their number."""
    header, *lines = text.splitlines() or [""]
    name, _, documents = header.partition("\t")
    if name != HEADER or not documents.isdigit() or not lines:
        raise ValueError(f"stem frequencies, line 1: {header!r}; write {HEADER!r}, a tab, their number, then the stems")
    counts: dict[str, int] = {}
    names: set[str] = set()
    for number, line in enumerate(lines, start=2):
        stem, *figures = line.split("\t")
        if (
            len(figures) != 2
            or not all(figure.isdigit() for figure in figures)
            or not int(figures[0])
            or stem in counts
        ):
            raise ValueError(
                f"stem frequencies, line {number}: {line!r}; write each stem once, its count, its per cent"
            )
        counts[stem] = int(figures[0])
        if int(figures[1]) >= NAME_SHARE:
            names.add(stem)
    return Frequencies(documents=int(documents), counts=counts, names=frozenset(names))
