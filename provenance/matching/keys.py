"""What a claim must share with another to be worth comparing."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt

from provenance.matching.frequencies import Frequencies
from provenance.matching.policy import COMPARED_DAYS, COMPARED_WEIGHT, LEAST_KEY, NEAR_KEYS, RAREST_KEYS, RAREST_SHARED
from provenance.matching.profile import read_stems, weigh_stems
from provenance.matching.tokens import tokenise

Places = npt.NDArray[np.int64]

UNDATED = 0
"""Stands for the day of a claim whose article gives none; other days are ordinals, 1 January of the year 1 being 1."""

_DAY_BITS = 32
_NUMBER = (1 << _DAY_BITS) - 1


@dataclass(frozen=True, slots=True)
class Keys:
    """`near` are the rarest stems, the rarest first, with what they count for, in thousandths; `far` are threes of the
    very rarest. Two claims are compared when the near keys they share weigh enough together and their days lie close,
    or when they share a far key, whatever their days."""

    near: Mapping[str, int]
    far: tuple[str, ...]


def read_keys(text: str, frequencies: Frequencies) -> Keys:
    """One stem alone never suffices, however rare: what a table of the news does not list may be on everybody's lips in
    the archive."""
    weights = weigh_stems(read_stems(tokenise(text)), frequencies)
    rarest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:NEAR_KEYS]
    threes = combinations(sorted(rarest[:RAREST_KEYS]), RAREST_SHARED)
    return Keys(
        near={
            stem: min(round(1000 * weights[stem]), COMPARED_WEIGHT - 1) for stem in rarest if weights[stem] >= LEAST_KEY
        },
        far=tuple(" ".join(three) for three in threes),
    )


def day_number(day: date | None) -> int:
    return day.toordinal() if day else UNDATED


def days_compared(day: int) -> tuple[tuple[int, int], ...]:
    """The ranges of days, both ends included, whose claims are compared by their near keys with one of this day. An
    undated claim may be of any day."""
    if day == UNDATED:
        return ((UNDATED, date.max.toordinal()),)
    return ((UNDATED, UNDATED), (max(day - COMPARED_DAYS, UNDATED + 1), day + COMPARED_DAYS))


def candidates(keyed: Mapping[str, Keys], days: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every two claim ids that are to be compared, once: an id with others. Ids that share their rarest stem come near
    each other. `days` are day numbers; a claim that is not there is undated."""
    names = sorted(keyed, key=lambda name: (next(iter(keyed[name].near), ""), name))
    near, far = _index(keyed, days, names)
    for number, name in enumerate(names):
        found = _sharing(keyed[name], near, number, days.get(name, UNDATED))
        found.update(other for key in keyed[name].far for other in far.get(key, ()) if other > number)
        if found:
            yield name, tuple(names[other] for other in sorted(found))


def _index(
    keyed: Mapping[str, Keys], days: Mapping[str, int], names: Sequence[str]
) -> tuple[dict[str, Places], dict[str, list[int]]]:
    """By near key the claims that have it, in the order of their days, day and number in one integer; by far key, where
    several have it, their numbers."""
    near: dict[str, array[int]] = defaultdict(lambda: array("q"))
    several = Counter(key for keys in keyed.values() for key in keys.far)
    far: dict[str, list[int]] = defaultdict(list)
    for day, number in sorted((days.get(name, UNDATED), number) for number, name in enumerate(names)):
        keys = keyed[names[number]]
        for key in keys.near:
            near[key].append(day << _DAY_BITS | number)
        for key in keys.far:
            if several[key] > 1:
                far[key].append(number)
    return {key: np.frombuffer(places, np.int64) for key, places in near.items()}, far


def _sharing(keys: Keys, near: Mapping[str, Places], number: int, day: int) -> set[int]:
    """The greater numbers of the claims that share enough near keys."""
    pieces, weights = [], []
    for key, weight in keys.near.items():
        for first, last in days_compared(day):
            start, end = near[key].searchsorted((first << _DAY_BITS, (last + 1) << _DAY_BITS))
            if start < end:
                pieces.append(near[key][start:end])
                weights.append(weight)
    if len(pieces) < 2:
        return set()
    others, places = np.unique(np.concatenate(pieces) & _NUMBER, return_inverse=True)
    shared = np.bincount(places, np.repeat(weights, [len(piece) for piece in pieces]))
    return set(others[(shared >= COMPARED_WEIGHT) & (others > number)].tolist())
