"""The keys and stems of many claims in numbers: a ninth of the memory that they take in words."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import UNDATED, Flags, Keys, Numbers

Rows = npt.NDArray[np.int32]

NO_KEY = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTable:
    """A row for each claim, by day; of one day such as have one rarest key are neighbours. `names` are the ids, `days`
    the day numbers, `near` the numbers of the near keys, the rarest first, `far` those of the words of the far keys,
    one key after the other; NO_KEY stands behind the last. `weights` tells what each number counts for, NO_KEY
    nothing. `stems` are those of all claims, row by row."""

    names: list[str]
    days: Numbers
    near: Rows
    far: Rows
    weights: Numbers
    stems: "StemTable"


@dataclass(frozen=True, slots=True, kw_only=True)
class StemTable:
    """`codes` are twice the numbers of stems, and one more where a stem is written as a name; those of a row begin at
    its place in `starts` and are as many as `lengths` says. `counts` tells which claims may give a number, `plain`
    which are plain. By number of the stem: `spellings` and `weights`; the last number is that of no stem and weighs
    nothing."""

    codes: Rows
    starts: Numbers
    lengths: Numbers
    counts: Flags
    plain: Flags
    spellings: list[str]
    weights: npt.NDArray[np.float64]

    def codes_of(self, rows: Numbers) -> Rows:
        """A column for each of these rows, as high as the longest; twice the last number stands where one is over."""
        lengths = self.lengths[rows]
        within = np.arange(lengths.max(initial=0))[:, None] < lengths
        codes = np.full(within.shape, 2 * (len(self.weights) - 1), np.int32)
        codes[within] = self.codes[(self.starts[rows] + np.arange(len(within))[:, None])[within]]
        return codes


def number_keys(keyed: Iterable[tuple[str, Keys]], days: Mapping[str, int]) -> KeyTable:
    """Of claim ids with their keys, which are let go one by one. A claim without a day number is undated."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    counted: dict[str, int] = {}
    weights: dict[str, float] = {}
    names: list[str] = []
    rarest: list[str] = []
    near, far, stems = Ragged(), Ragged(), Ragged()
    counts, plain = bytearray(), bytearray()
    for name, keys in keyed:
        names.append(name)
        rarest.append(next(iter(keys.near), ""))
        counted.update(keys.near)
        weights.update(keys.stems)
        counts.append(keys.counts)
        plain.append(keys.is_plain)
        near.append([numbers[stem] for stem in keys.near])
        far.append([numbers[stem] for three in keys.far for stem in three.split()])
        stems.append([2 * numbers[stem] + (stem in keys.names) for stem in keys.stems])
    order = sorted(range(len(names)), key=lambda row: (days.get(names[row], UNDATED), rarest[row], names[row]))
    starts, lengths = stems.bounds()
    return KeyTable(
        names=[names[row] for row in order],
        days=np.array([days.get(names[row], UNDATED) for row in order], np.int64),
        near=near.rows()[order],
        far=far.rows()[order],
        weights=np.array([*(counted.get(stem, 0) for stem in numbers), 0], np.int64),
        stems=StemTable(
            codes=stems.flat(),
            starts=starts[order],
            lengths=lengths[order],
            counts=np.array(counts, bool)[order],
            plain=np.array(plain, bool)[order],
            spellings=list(numbers),
            weights=np.array([*(weights.get(stem, 0.0) for stem in numbers), 0.0], np.float64),
        ),
    )


class Ragged:
    """Rows of numbers that are not equally long."""

    def __init__(self) -> None:
        self._lengths, self._numbers = array("i"), array("i")

    def append(self, row: list[int]) -> None:
        self._lengths.append(len(row))
        self._numbers.extend(row)

    def rows(self) -> Rows:
        """All as wide as the longest."""
        lengths = np.array(self._lengths, np.int64)
        rows = np.full((len(lengths), lengths.max(initial=0)), NO_KEY, np.int32)
        rows[np.arange(rows.shape[1]) < lengths[:, None]] = self._numbers
        return rows

    def flat(self) -> Rows:
        """One behind the other."""
        return np.frombuffer(self._numbers, np.int32) if self._numbers else np.empty(0, np.int32)

    def bounds(self) -> tuple[Numbers, Numbers]:
        """Where each begins and how long it is."""
        lengths = np.array(self._lengths, np.int64)
        return np.cumsum(lengths) - lengths, lengths
