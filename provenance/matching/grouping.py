"""Claims that belong together: average linkage within the connected components of their comparisons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np

from provenance.matching.bonds import Bonds, collect_bonds
from provenance.matching.policy import EVENT_LINKAGE, STATEMENT_LINKAGE
from provenance.model import Agreement, Claim, Comparison, Group


class Level(StrEnum):
    """What makes claims one group: that they say the same, or that they speak of the same happening."""

    STATEMENT = "statement"
    EVENT = "event"


LINKAGE: Mapping[Level, float] = {Level.STATEMENT: STATEMENT_LINKAGE, Level.EVENT: EVENT_LINKAGE}
APART = frozenset({Agreement.CONFLICTS, Agreement.FIGURES_DIFFER})

Pair = tuple[int, int]


def group_claims(
    claims: Iterable[Claim], comparisons: Iterable[Comparison], level: Level = Level.STATEMENT
) -> tuple[Group, ...]:
    """Every claim in one group, alone where nothing joins it; sorted, whatever the order given. Claims of one statement
    neither conflict nor differ in their figures."""
    return group_ids((claim.id for claim in claims), comparisons, level)


def group_ids(ids: Iterable[str], comparisons: Iterable[Comparison], level: Level) -> tuple[Group, ...]:
    """As `group_claims`, by claim ids."""
    return group_bonds(collect_bonds(ids, comparisons), level)


def group_bonds(bonds: Bonds, level: Level) -> tuple[Group, ...]:
    """As `group_claims`. Components do not touch each other: linking each is linking all at once."""
    joining = bonds if level is Level.EVENT else bonds.having([Agreement.AGREES])
    hostile = bonds.having(()) if level is Level.EVENT else bonds.having(APART)
    parts = components(len(bonds.names), joining)
    apart: dict[int, list[Pair]] = defaultdict(list)
    for one, other in hostile.pairs():
        if parts[one] == parts[other]:
            apart[parts[one]].append((one, other))
    joined: list[tuple[int, ...]] = []
    for part, pairs in by_component(parts, joining):
        joined += link_component(pairs, apart.get(part, ()), LINKAGE[level])
    alone = set(range(len(bonds.names))).difference(*joined)
    groups = [Group(claims=(bonds.names[one],)) for one in alone]
    groups += [Group(claims=tuple([bonds.names[one] for one in members])) for members in joined]
    return tuple(sorted(groups, key=lambda group: group.claims))


def find_changes(
    before: Iterable[Group], after: Iterable[Group]
) -> tuple[tuple[tuple[Group, ...], tuple[Group, ...]], ...]:
    """Which groups of two claims or more became others: each with what it was and what it is. That claims joined or
    left a group is no change of it."""
    now = tuple(after)
    places = {claim: place for place, group in enumerate(now) for claim in group.claims}
    changes: list[tuple[list[Group], set[int]]] = []
    for group in sorted(before, key=lambda group: group.claims):
        reached = {places[claim] for claim in group.claims if claim in places}
        if len(group.claims) < 2 or not reached:
            continue
        touched = [change for change in changes if change[1] & reached]
        changes = [change for change in changes if not change[1] & reached]
        changes.append(
            ([*(old for groups, _ in touched for old in groups), group], reached.union(*(c[1] for c in touched)))
        )
    found = [
        (tuple(sorted(groups, key=lambda group: group.claims)), tuple(now[place] for place in sorted(reached)))
        for groups, reached in changes
        if len(groups) > 1 or len(reached) > 1
    ]
    return tuple(sorted(found, key=lambda change: change[0][0].claims))


def components(size: int, joining: Bonds) -> list[int]:
    """By place the number of what its pairs connect it to, over however many steps: the least place of all."""
    parts = list(range(size))

    def least(place: int) -> int:
        while parts[place] != place:
            parts[place] = place = parts[parts[place]]
        return place

    for one, other in joining.pairs():
        ends = least(one), least(other)
        parts[max(ends)] = min(ends)
    return [least(place) for place in range(size)]


def by_component(parts: Sequence[int], joining: Bonds) -> Iterator[tuple[int, list[tuple[int, int, float]]]]:
    """Each component that is joined by a pair, with its pairs."""
    numbers = np.array(parts, np.int64)[joining.left]
    order = np.argsort(numbers, kind="stable")
    bounds = [*np.flatnonzero(np.diff(numbers[order], prepend=-1)).tolist(), len(order)]
    for start, end in pairwise(bounds):
        chosen = order[start:end]
        ends = joining.left[chosen].tolist(), joining.right[chosen].tolist()
        yield int(numbers[chosen[0]]), list(zip(*ends, joining.similarity[chosen].tolist(), strict=True))


def link_component(
    pairs: Sequence[tuple[int, int, float]], apart: Iterable[Pair], least: float
) -> Iterator[tuple[int, ...]]:
    """Average linkage: the two nearest sets are merged until none are near enough; pairs not listed count 0. Ties go by
    the smallest members, so that the order of input plays no part; sets that are apart are never merged. What is not
    near enough never comes to be so by waiting, and does not queue."""
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, similarity in pairs:
        sums[one][other] = sums[other][one] = similarity
    hostile: dict[int, set[int]] = {place: set() for place in sums}
    for one, other in apart:
        hostile[one].add(other)
        hostile[other].add(one)
    members = {place: [place] for place in sums}
    queue = [(-similarity, one, other, 2) for one, other, similarity in pairs if similarity >= least]
    heapify(queue)
    while queue:
        _, first, second, size = heappop(queue)
        if first not in members or second not in members or size != len(members[first]) + len(members[second]):
            continue
        if second in hostile[first]:
            continue
        merge(first, second, members, sums, hostile)
        length = len(members[first])
        for third, total in sums[first].items():
            another = len(members[third])
            nearness = total / (length * another)
            if nearness >= least:
                heappush(queue, (-nearness, min(first, third), max(first, third), length + another))
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
