"""Claims that belong together: average linkage within the connected components of their comparisons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    groups += [Group(claims=members) for members in link(joining, apart, LINKAGE[level])]
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


def link(joining: Mapping[Pair, float], apart: Iterable[Pair], least: float) -> Iterator[tuple[str, ...]]:
    """Average linkage: the two nearest sets are merged until none are near enough; pairs not listed count 0. Ties go by
    the smallest members, so that the order of input plays no part; sets that are apart are never merged. Components do
    not touch each other: linking each is linking all at once."""
    parts = components(joining)
    pairs: dict[int, list[tuple[str, str, float]]] = defaultdict(list)
    for (one, other), similarity in joining.items():
        pairs[parts[one]].append((one, other, similarity))
    hostile: dict[int, list[Pair]] = defaultdict(list)
    for one, other in apart:
        if one in parts and parts[one] == parts.get(other):
            hostile[parts[one]].append((one, other))
    for part in list(pairs):
        yield from link_component(pairs.pop(part), hostile.get(part, ()), least)


def components(joining: Iterable[Pair]) -> dict[str, int]:
    """By claim id the number of what its pairs connect it to, over however many steps."""
    numbers: dict[str, int] = {}
    members: dict[int, list[str]] = {}
    for number, pair in enumerate(joining):
        known = sorted({numbers[end] for end in pair if end in numbers}, key=lambda part: len(members[part]))
        part = known.pop() if known else number
        joined = [end for end in pair if end not in numbers] + [end for each in known for end in members.pop(each)]
        members.setdefault(part, []).extend(joined)
        numbers.update((end, part) for end in joined)
    return numbers


def link_component(
    pairs: Sequence[tuple[str, str, float]], apart: Iterable[Pair], least: float
) -> Iterator[tuple[str, ...]]:
    names = sorted({end for one, other, _ in pairs for end in (one, other)})
    places = {name: place for place, name in enumerate(names)}
    sums: list[dict[int, float]] = [{} for _ in names]
    queue = []
    for one, other, similarity in pairs:
        ends = places[one], places[other]
        sums[ends[0]][ends[1]] = sums[ends[1]][ends[0]] = similarity
        queue.append((-similarity, min(ends), max(ends), 2))
    hostile: list[set[int]] = [set() for _ in names]
    for one, other in apart:
        hostile[places[one]].add(places[other])
        hostile[places[other]].add(places[one])
    members = {place: [place] for place in range(len(names))}
    heapify(queue)
    while queue:
        nearness, first, second, size = heappop(queue)
        if -nearness < least:
            break
        if first not in members or second not in members or size != len(members[first]) + len(members[second]):
            continue
        if second in hostile[first]:
            continue
        merge(first, second, members, sums, hostile)
        length = len(members[first])
        for third, total in sums[first].items():
            another = len(members[third])
            queued = (-total / (length * another), min(first, third), max(first, third), length + another)
            heappush(queue, queued)
    for each in members.values():
        yield tuple([names[place] for place in sorted(each)])


def merge(
    one: int, other: int, members: dict[int, list[int]], sums: list[dict[int, float]], hostile: list[set[int]]
) -> None:
    """`other` becomes part of `one`, the smaller place: a set is called by its smallest member."""
    members[one] += members.pop(other)
    for third, total in sums[other].items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
    for third in hostile[other]:
        hostile[third].discard(other)
        hostile[third].add(one)
    hostile[one] |= hostile[other]
