"""A few claims held against many: who shares enough of their keys, as `sharing.py` finds for many claims at once, and
who of these can have something in common with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import NEVER, Flags, Keys, Numbers, lie_far, weight_needed
from provenance.matching.policy import COMPARED_WEIGHT, FAR_SIMILARITY, FAR_WEIGHT, LEAST_SIMILARITY

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
    enough = np.zeros(len(claims), np.int64)
    enough[places] = np.minimum(needed[counts], FAR_WEIGHT)
    pairs = holders.askers[counts] * len(claims) + places
    shared = np.bincount(pairs, holders.weights[counts], askers * len(claims))
    found = np.flatnonzero(shared >= COMPARED_WEIGHT)
    found = found[shared[found] >= enough[found % max(1, len(claims))]]
    whose, which = np.divmod(found, max(1, len(claims)))
    order = np.lexsort((which, -shared[found], whose))
    bounds = np.searchsorted(whose[order], np.arange(askers + 1))
    return [claims[which[order[start:end]][:limit]] for start, end in pairwise(bounds.tolist())]


STEM = np.dtype([("stem", "<u4"), ("weight", "<f4")])
"""A stem by a digest, with what it weighs."""

NEARLY = 1 - 1e-4
"""Weights are rounded where they are packed: what lies so near the line is compared in words."""


def pack_stems(stems: Mapping[str, float]) -> bytes:
    return np.array([(crc32(stem.encode()), weight) for stem, weight in stems.items()], STEM).tobytes()


@dataclass(frozen=True, slots=True)
class Packed:
    """A claim as it is held against many: the day number of its article, and its stems as they were packed, None where
    that was not done."""

    day: int
    stems: bytes | None


def related_ones(ours: Mapping[str, Keys], day: int, theirs: Mapping[str, Packed]) -> dict[str, frozenset[str]]:
    """For each of our claims, which are of this day, those of theirs that can have something in common with it, by the
    weighted Jaccard coefficient of their stems: all that do are among them."""
    packed = [other.stems or b"" for other in theirs.values()]
    owners = np.repeat(np.arange(len(packed)), [len(stems) // STEM.itemsize for stems in packed])
    stems = np.frombuffer(b"".join(packed), STEM)
    spelled, weights = stems["stem"].copy(), stems["weight"].astype(np.float64)
    masses = np.bincount(owners, weights, len(packed))
    far = lie_far(day, np.array([other.day for other in theirs.values()], np.int64))
    least = NEARLY * np.where(far, FAR_SIMILARITY, LEAST_SIMILARITY)
    unknown = np.array([other.stems is None for other in theirs.values()], bool)
    names = np.array(list(theirs), object)
    found = {}
    for claim, keys in ours.items():
        mine = np.array([crc32(stem.encode()) for stem in keys.stems], np.uint32)
        both = np.isin(spelled, mine)
        common = np.bincount(owners[both], weights[both], len(packed))
        alike = (common > 0) & (common >= least * (sum(keys.stems.values()) + masses - common))
        found[claim] = frozenset(names[alike | unknown].tolist())
    return found
