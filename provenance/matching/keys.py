"""What a claim must share with another to be worth comparing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt

from provenance.matching.frequencies import Frequencies
from provenance.matching.policy import (
    CLOSE_DAYS,
    COMPARED_DAYS,
    COMPARED_WEIGHT,
    FAR_WEIGHT,
    LEAST_KEY,
    NEAR_KEYS,
    RAREST_KEYS,
    RAREST_SHARED,
)
from provenance.matching.profile import read_profile

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

UNDATED = 0
"""Stands for the day of a claim whose article gives none; other days are ordinals, 1 January of the year 1 being 1."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`near` are the rarest stems, the rarest first, with what they count for, in thousandths; `far` are threes of the
    very rarest. Two claims are compared when the near keys they share weigh enough together for the days between them,
    or when they share a far key, whatever their days. `stems` are all of the claim with their weights, `names` those
    that are written as names, `counts` tells whether it may give a number, and `is_plain` is as in `Profile`: by these
    most of those that share enough are told apart."""

    near: Mapping[str, int]
    far: tuple[str, ...]
    stems: Mapping[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    counts: bool = False
    is_plain: bool = False


def read_keys(text: str, frequencies: Frequencies) -> Keys:
    """One stem alone never suffices, however rare: what a table of the news does not list may be on everybody's lips in
    the archive."""
    read = read_profile(text, frequencies)
    weights = read.weights
    rarest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:NEAR_KEYS]
    threes = combinations(sorted(rarest[:RAREST_KEYS]), RAREST_SHARED)
    return Keys(
        near={
            stem: min(round(1000 * weights[stem]), COMPARED_WEIGHT - 1) for stem in rarest if weights[stem] >= LEAST_KEY
        },
        far=tuple([" ".join(three) for three in threes]),
        stems=weights,
        names=read.names,
        counts=bool(read.counted),
        is_plain=read.is_plain,
    )


def day_number(day: date | None) -> int:
    return day.toordinal() if day else UNDATED


def days_compared(day: int) -> tuple[tuple[int, int, int], ...]:
    """The ranges of days, both ends included, whose claims are compared by their near keys with one of this day, and
    what the keys that are shared must weigh together. An undated claim may be of any day."""
    if day == UNDATED:
        return ((UNDATED, date.max.toordinal(), COMPARED_WEIGHT),)
    first, last = max(day - CLOSE_DAYS, UNDATED + 1), day + CLOSE_DAYS
    return (
        (UNDATED, UNDATED, COMPARED_WEIGHT),
        (first, last, COMPARED_WEIGHT),
        (max(day - COMPARED_DAYS, UNDATED + 1), first - 1, FAR_WEIGHT),
        (last + 1, day + COMPARED_DAYS, FAR_WEIGHT),
    )


NEVER = 1 << 40
"""More than any keys weigh together."""


def weight_needed(day: int, days: Numbers) -> Numbers:
    """For each of these days what the near keys that two claims share must weigh together, one of them being of `day`;
    NEVER where no keys suffice."""
    needed = np.full(len(days), NEVER, np.int64)
    for first, last, enough in days_compared(day):
        needed[(first <= days) & (days <= last)] = enough
    return needed


def lie_far(days: Numbers | int, others: Numbers | int) -> Flags:
    """Whether so many days lie between that chance must be feared: of two days, or of many, one by one. What bears no
    day may be of any."""
    return np.asarray((days != UNDATED) & (others != UNDATED) & (np.abs(days - others) > CLOSE_DAYS))
