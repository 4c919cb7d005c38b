"""The keys of many claims in numbers: a ninth of the memory that they take in words."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import UNDATED, Keys

Numbers = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int32]

NO_KEY = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTable:
    """A row for each claim, by day; of one day such as have one rarest key are neighbours. `names` are the ids, `days`
    the day numbers, `near` the numbers of the near keys, the rarest first, `far` those of the words of the far keys,
    one key after the other; NO_KEY stands behind the last. `weights` tells what each number counts for, NO_KEY
    nothing."""

    names: list[str]
    days: Numbers
    near: Rows
    far: Rows
    weights: Numbers


def number_keys(keyed: Iterable[tuple[str, Keys]], days: Mapping[str, int]) -> KeyTable:
    """Of claim ids with their keys, which are let go one by one. A claim without a day number is undated."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    weights: dict[int, int] = {}
    names: list[str] = []
    rarest: list[str] = []
    near, far = Ragged(), Ragged()
    for name, keys in keyed:
        names.append(name)
        rarest.append(next(iter(keys.near), ""))
        found = [numbers[stem] for stem in keys.near]
        weights.update(zip(found, keys.near.values(), strict=True))
        near.append(found)
        far.append([numbers[stem] for three in keys.far for stem in three.split()])
    order = sorted(range(len(names)), key=lambda row: (days.get(names[row], UNDATED), rarest[row], names[row]))
    return KeyTable(
        names=[names[row] for row in order],
        days=np.array([days.get(names[row], UNDATED) for row in order], np.int64),
        near=near.rows()[order],
        far=far.rows()[order],
        weights=np.array([*(weights.get(number, 0) for number in range(len(numbers))), 0], np.int64),
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
