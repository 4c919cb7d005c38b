"""Claims that belong together: average linkage within the connected components of their comparisons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from heapq import heapify, heappop, heappush

from provenance.matching.policy import EVENT_LINKAGE, STATEMENT_LINKAGE
from provenance.model import Agreement, Claim, Comparison, Group


class Level(StrEnum):
    """What makes claims one group: that they say the same, or that they speak of the same happening."""

    STATEMENT = "statement"
    EVENT = "event"


LINKAGE: Mapping[Level, float] = {Level.STATEMENT: STATEMENT_LINKAGE, Level.EVENT: EVENT_LINKAGE}
APART = frozenset({Agreement.CONFLICTS, Agreement.FIGURES_DIFFER})

Pair = tuple[str, str]


def group_claims(
    claims: Iterable[Claim], comparisons: Iterable[Comparison], level: Level = Level.STATEMENT
) -> tuple[Group, ...]:
    """Every claim in one group, alone where nothing joins it; sorted, whatever the order given. Claims of one statement
    neither conflict nor differ in their figures."""
    return group_ids((claim.id for claim in claims), comparisons, level)


def group_ids(ids: Iterable[str], comparisons: Iterable[Comparison], level: Level) -> tuple[Group, ...]:
    """As `group_claims`, by claim ids; comparisons of other claims are left aside, and none is kept."""
    known = frozenset(ids)
    joining: dict[Pair, float] = {}
    apart: set[Pair] = set()
    for comparison in comparisons:
        pair = (comparison.left, comparison.right)
        if not known.issuperset(pair):
            continue
        if level is Level.EVENT or comparison.agreement is Agreement.AGREES:
            joining[pair] = comparison.similarity
        elif comparison.agreement in APART:
            apart.add(pair)
    groups = [Group(claims=(one,)) for one in known.difference(*joining)]
    groups += [Group(claims=tuple(sorted(members))) for members in link(joining, frozenset(apart), LINKAGE[level])]
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


def link(joining: Mapping[Pair, float], apart: frozenset[Pair], least: float) -> list[list[str]]:
    """Average linkage: the two nearest sets are merged until none are near enough; pairs not listed count 0. Ties go by
    the smallest members, so that the order of input plays no part; sets that are apart are never merged. Components do
    not touch each other: linking all at once is linking each."""
    members = {end: [end] for pair in joining for end in pair}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), similarity in joining.items():
        sums[one][other] = sums[other][one] = similarity
    hostile: dict[str, set[str]] = defaultdict(set)
    for one, other in apart:
        hostile[one].add(other)
        hostile[other].add(one)
    queue = [(-similarity, *pair, 2) for pair, similarity in joining.items()]
    heapify(queue)
    while queue:
        nearness, one, other, size = heappop(queue)
        if -nearness < least:
            break
        if one not in members or other not in members or size != len(members[one]) + len(members[other]):
            continue
        if any(end in hostile[third] for third in members[one] for end in members[other]):
            continue
        merge(one, other, members, sums)
        for third, total in sums[one].items():
            pair = (min(one, third), max(one, third))
            size = len(members[one]) + len(members[third])
            heappush(queue, (-total / (len(members[one]) * len(members[third])), *pair, size))
    return list(members.values())


def merge(one: str, other: str, members: dict[str, list[str]], sums: dict[str, dict[str, float]]) -> None:
    """`other` becomes part of `one`, the smaller name: a set is called by its smallest member."""
    members[one] += members.pop(other)
    for third, total in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
