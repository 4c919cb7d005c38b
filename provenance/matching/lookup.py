"""Which of the claims that have one of a claim's keys share enough of them: as `sharing.py` finds for many claims at
once, for a few that are held against many."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import NEVER, Flags, Numbers, weight_needed
from provenance.matching.policy import FAR_WEIGHT

Ids = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Claims that have a key which is asked for, once for each such key: by number who asks, what the key weighs,
    whether it is a far one, whose days do not matter, which claim has it, and the day number of that."""

    askers: Numbers
    weights: Numbers
    far: Flags
    claims: Ids
    days: Numbers


def sharing_enough(holders: Holders, day: int, askers: int, limit: int) -> Sequence[Ids]:
    """For each of so many askers, whose claims are of this day, the claims that share enough with it: those that share
    most weight first, then by id, `limit` at most."""
    needed = weight_needed(day, holders.days)
    counts = holders.far | (needed != NEVER)
    claims, places = np.unique(holders.claims[counts], return_inverse=True)
    pairs = holders.askers[counts] * len(claims) + places
    shared = np.bincount(pairs, holders.weights[counts], askers * len(claims)).astype(np.int64)
    asked_for = np.zeros(len(claims), np.int64)
    asked_for[places] = np.minimum(needed[counts], FAR_WEIGHT)
    found = np.flatnonzero((shared > 0) & (shared >= np.tile(asked_for, askers)))
    whose, which = np.divmod(found, max(1, len(claims)))
    order = np.lexsort((which, -shared[found], whose))
    bounds = np.searchsorted(whose[order], np.arange(askers + 1))
    return [claims[which[order[start:end]][:limit]] for start, end in pairwise(bounds.tolist())]
