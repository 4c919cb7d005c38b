"""Average linkage of many claims, a few of the nearest pairs at a time.

The mean similarity of two merged sets to a third is never above both of their own: until the nearest pairs down to some
level are linked, no pair below it is, and sets that no pair from that level on connects do not touch each other. So
each level is linked component by component, and what was linked is one set at the next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from provenance.matching.frequencies import GRAIN

Places = npt.NDArray[np.int32]
Lengths = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]
Ends = tuple[Places, Places]

LINKED_AT_ONCE = 200_000
"""Pairs of one level: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Of places, the smaller one left, each pair once; `sums` are the similarities of all their members, in grains, so
    that they are the same in whatever order they are added up."""

    left: Places
    right: Places
    sums: Sums

    @classmethod
    def of(cls, left: Places, right: Places, similarity: Sums) -> "Pairs":
        return cls(left, right, np.rint(similarity / GRAIN) * GRAIN)

    def chosen(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> "Pairs":
        return Pairs(self.left[which], self.right[which], self.sums[which])


def link(size: int, pairs: Pairs, apart: Ends, least: float) -> Places:
    """Of each place the smallest one of its set. Sets are merged while any two are as near as `least`; those that are
    apart never are."""
    sets, lengths, level = np.arange(size, dtype=np.int32), np.ones(size, np.int64), np.inf
    while level > least:
        nearness = pairs.sums / (lengths[pairs.left] * lengths[pairs.right])
        level = _next_level(nearness, level, least)
        merged = _link_level(size, pairs, nearness >= level, apart, lengths, level)
        sets, apart = merged[sets], (merged[apart[0]], merged[apart[1]])
        pairs = _contracted(pairs, merged)
        lengths = np.bincount(merged, weights=lengths, minlength=size).astype(np.int64)
    return sets


def _next_level(nearness: Sums, former: float, least: float) -> float:
    below = nearness[(nearness < former) & (nearness >= least)]
    if len(below) <= LINKED_AT_ONCE:
        return least
    return float(np.partition(below, len(below) - LINKED_AT_ONCE)[len(below) - LINKED_AT_ONCE])


def _link_level(
    size: int, pairs: Pairs, near: npt.NDArray[np.bool_], apart: Ends, lengths: Lengths, level: float
) -> Places:
    """Of each place that to which it is merged."""
    parts = components(size, zip(pairs.left[near].tolist(), pairs.right[near].tolist(), strict=True))
    merged = np.arange(size, dtype=np.int32)
    hostile: dict[int, list[tuple[int, int]]] = defaultdict(list)
    inside = parts[apart[0]] == parts[apart[1]]
    for one, other in zip(apart[0][inside].tolist(), apart[1][inside].tolist(), strict=True):
        hostile[int(parts[one])].append((one, other))
    for part, within in by_component(parts, pairs.chosen(parts[pairs.left] == parts[pairs.right])):
        for members in link_component(within, hostile.get(part, ()), lengths, level):
            merged[list(members)] = members[0]
    return merged


def _contracted(pairs: Pairs, merged: Places) -> Pairs:
    """Those of the merged sets. Only such as have an end that grew are to be added up."""
    grown = np.zeros(len(merged), bool)
    grown[merged[merged != np.arange(len(merged))]] = True
    one, other = merged[pairs.left], merged[pairs.right]
    between = one != other
    pairs = Pairs(np.minimum(one, other)[between], np.maximum(one, other)[between], pairs.sums[between])
    touched = grown[pairs.left] | grown[pairs.right]
    rest, several = pairs.chosen(~touched), pairs.chosen(touched)
    codes = several.left * np.int64(len(merged)) + several.right
    order = np.argsort(codes)
    starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
    first = several.chosen(order[starts])
    sums = np.add.reduceat(several.sums[order], starts) if len(starts) else several.sums
    return Pairs(
        np.concatenate((rest.left, first.left)),
        np.concatenate((rest.right, first.right)),
        np.concatenate((rest.sums, sums)),
    )


def components(size: int, pairs: Iterable[tuple[int, int]]) -> Places:
    """By place the number of what its pairs connect it to, over however many steps: the least place of all."""
    parts = list(range(size))

    def least(place: int) -> int:
        while parts[place] != place:
            parts[place] = place = parts[parts[place]]
        return place

    for one, other in pairs:
        ends = least(one), least(other)
        parts[max(ends)] = min(ends)
    return np.array([least(place) for place in range(size)], np.int32)


def by_component(parts: Places, pairs: Pairs) -> Iterator[tuple[int, list[tuple[int, int, float]]]]:
    """Each component that is joined by a pair, with its pairs; all pairs lie within one."""
    numbers = parts[pairs.left]
    order = np.argsort(numbers, kind="stable")
    bounds = [*np.flatnonzero(np.diff(numbers[order], prepend=-1)).tolist(), len(order)]
    for start, end in pairwise(bounds):
        chosen = pairs.chosen(order[start:end])
        listed = chosen.left.tolist(), chosen.right.tolist(), chosen.sums.tolist()
        yield int(numbers[order[start]]), list(zip(*listed, strict=True))


def link_component(
    pairs: Sequence[tuple[int, int, float]], apart: Iterable[tuple[int, int]], lengths: Lengths, least: float
) -> Iterator[tuple[int, ...]]:
    """Average linkage of sets that are called by their smallest members and have such lengths: the two nearest are
    merged until none are near enough; pairs not listed count 0. Ties go by the smallest members, so that the order of
    input plays no part; sets that are apart are never merged. What is not near enough never comes to be so by waiting,
    and does not queue."""
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, total in pairs:
        sums[one][other] = sums[other][one] = total
    hostile: dict[int, set[int]] = {place: set() for place in sums}
    for one, other in apart:
        hostile[one].add(other)
        hostile[other].add(one)
    long = {place: int(lengths[place]) for place in sums}
    members = {place: [place] for place in sums}
    queue = [
        (-total / (long[one] * long[other]), one, other, long[one] + long[other])
        for one, other, total in pairs
        if total / (long[one] * long[other]) >= least
    ]
    heapify(queue)
    while queue:
        _, first, second, size = heappop(queue)
        if first not in members or second not in members or size != long[first] + long[second]:
            continue
        if second in hostile[first]:
            continue
        merge(first, second, members, sums, hostile)
        length = long[first] = size
        for third, total in sums[first].items():
            nearness = total / (length * long[third])
            if nearness >= least:
                heappush(queue, (-nearness, min(first, third), max(first, third), length + long[third]))
    for each in members.values():
        yield tuple(sorted(each))


def merge(
    one: int, other: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]], hostile: dict[int, set[int]]
) -> None:
    """`other` becomes part of `one`, the smaller place: a set is called by its smallest member."""
    members[one] += members.pop(other)
    for third, total in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
    for third in hostile.pop(other):
        hostile[third].discard(other)
        hostile[third].add(one)
        hostile[one].add(third)
