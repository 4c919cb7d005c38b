"""The largest sets in which every two are neighbours."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

EXACT = 24
"""Up to so many the largest set is found exactly, beyond greedily."""

Neighbours = Mapping[str, AbstractSet[str]]


def largest_clique(candidates: Sequence[str], neighbours: Neighbours) -> tuple[str, ...]:
    """Sorted; of several that are as large the first in the order of ids."""
    ordered = sorted(candidates)
    return exact(ordered, neighbours) if len(ordered) <= EXACT else greedy(ordered, neighbours)


def exact(candidates: Sequence[str], neighbours: Neighbours) -> tuple[str, ...]:
    """Branch and bound over cliques, in the order of ids."""
    best: tuple[str, ...] = ()
    stack: list[tuple[tuple[str, ...], list[str]]] = [((), list(candidates))]
    while stack:
        chosen, rest = stack.pop()
        if len(chosen) > len(best):
            best = chosen
        if len(chosen) + len(rest) <= len(best):
            continue
        branches = [
            ((*chosen, one), [other for other in rest[place + 1 :] if other in neighbours[one]])
            for place, one in enumerate(rest)
        ]
        stack.extend(reversed(branches))
    return best


def greedy(candidates: Sequence[str], neighbours: Neighbours) -> tuple[str, ...]:
    """Those with the most neighbours among the candidates first."""
    among = frozenset(candidates)
    chosen: list[str] = []
    for one in sorted(candidates, key=lambda one: (-len(neighbours[one] & among), one)):
        if all(other in neighbours[one] for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen))
