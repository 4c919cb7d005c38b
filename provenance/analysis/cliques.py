"""The largest sets in which every two are neighbours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

EXACT = 24
"""Up to so many the largest set is found exactly, beyond greedily."""

Neighbours = Mapping[str, AbstractSet[str]]


@dataclass(frozen=True, slots=True)
class Graph:
    """Ids in their order, each with its neighbours as the bits of a number: a bit stands for the id at its place.
    `found` keeps what was asked already: many ids have the same neighbours."""

    ids: Sequence[str]
    places: Mapping[str, int]
    neighbours: Sequence[int]
    found: dict[int, tuple[str, ...]] = field(default_factory=dict)


def graph_of(neighbours: Neighbours) -> Graph:
    ids = sorted(neighbours)
    places = {one: place for place, one in enumerate(ids)}
    masks = [sum(1 << places[other] for other in neighbours[one] if other in places) for one in ids]
    return Graph(ids, places, masks)


def largest_clique(candidates: Iterable[str], graph: Graph) -> tuple[str, ...]:
    """Sorted; of several that are as large the first in the order of ids."""
    among = sum(1 << graph.places[one] for one in set(candidates))
    if among not in graph.found:
        chosen = exact(among, graph) if among.bit_count() <= EXACT else greedy(among, graph)
        graph.found[among] = tuple(graph.ids[place] for place in sorted(chosen))
    return graph.found[among]


def exact(candidates: int, graph: Graph) -> tuple[int, ...]:
    """Branch and bound over cliques, in the order of ids."""
    best: tuple[int, ...] = ()
    stack: list[tuple[tuple[int, ...], int]] = [((), candidates)]
    while stack:
        chosen, rest = stack.pop()
        if len(chosen) > len(best):
            best = chosen
        if len(chosen) + rest.bit_count() <= len(best):
            continue
        branches = []
        for place in places_in(rest):
            rest &= ~(1 << place)
            branches.append(((*chosen, place), rest & graph.neighbours[place]))
        stack.extend(reversed(branches))
    return best


def greedy(candidates: int, graph: Graph) -> tuple[int, ...]:
    """Those with the most neighbours among the candidates first."""
    ranked = sorted(
        places_in(candidates), key=lambda place: (-(graph.neighbours[place] & candidates).bit_count(), place)
    )
    chosen: list[int] = []
    open_to_all = candidates
    for place in ranked:
        if open_to_all >> place & 1:
            chosen.append(place)
            open_to_all &= graph.neighbours[place]
    return tuple(chosen)


def places_in(mask: int) -> Iterator[int]:
    """In their order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
