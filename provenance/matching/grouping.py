"""Claims that belong together: average linkage of what their comparisons connect."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import pairwise

import numpy as np

from provenance.matching.bonds import Bonds, collect_bonds
from provenance.matching.linking import Pairs, link
from provenance.matching.policy import EVENT_LINKAGE, STATEMENT_LINKAGE
from provenance.model import Agreement, Claim, Comparison, Group


class Level(StrEnum):
    """What makes claims one group: that they say the same, or that they speak of the same happening."""

    STATEMENT = "statement"
    EVENT = "event"


LINKAGE: Mapping[Level, float] = {Level.STATEMENT: STATEMENT_LINKAGE, Level.EVENT: EVENT_LINKAGE}
APART = frozenset({Agreement.CONFLICTS, Agreement.FIGURES_DIFFER})


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
    """As `group_claims`."""
    joining = bonds if level is Level.EVENT else bonds.having([Agreement.AGREES])
    hostile = bonds.having(()) if level is Level.EVENT else bonds.having(APART)
    pairs = Pairs.of(joining.left, joining.right, joining.similarity)
    sets = link(len(bonds.names), pairs, (hostile.left, hostile.right), LINKAGE[level])
    order = np.argsort(sets, kind="stable")
    bounds = [*np.flatnonzero(np.diff(sets[order], prepend=-1)).tolist(), len(order)]
    names, places = bonds.names, order.tolist()
    return tuple(
        [Group(claims=tuple([names[place] for place in places[start:end]])) for start, end in pairwise(bounds)]
    )


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
