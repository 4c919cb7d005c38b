"""Circular reporting: outlets that cite each other, and many outlets that all lead back to one."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.analysis.names import outlet_key
from provenance.analysis.origins import joined_names
from provenance.model import Claim

Edges = Mapping[str, frozenset[str]]

MANY = 2
"""So many outlets besides the root itself look like more witnesses than there are."""


def cited_outlets(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Who cites whom along a claim's chain, from the page inwards, as keys of outlets; nobody cites itself."""
    links = [claim.chain.publisher, *claim.chain.carriers]
    steps = sorted({link.step for link in links})
    pairs = []
    for step, following in pairwise(steps):
        for citing in (link for link in links if link.step == step):
            pairs += [(outlet_key(citing.agent), outlet_key(link.agent)) for link in links if link.step == following]
    return tuple((citing, cited) for citing, cited in pairs if citing != cited)


@dataclass(frozen=True, slots=True)
class Citations:
    """Who cites whom in a group, by keys of outlets, their names, and the claims that lead back to each root."""

    edges: Edges
    names: Mapping[str, str]
    led: Mapping[str, Sequence[Claim]]


def read_citations(group: Sequence[Claim]) -> Citations:
    return Citations(citations(group), names_of(group), led_back(group))


def find_circle(claim: Claim, group: Citations) -> str | None:
    """A sentence on the circle that a claim's chain is part of within its group, None where there is none."""
    for citing, cited in cited_outlets(claim):
        path = way(cited, citing, group.edges)
        if path:
            return sentence([citing, *path], group.names)
    return None


def find_common_root(claim: Claim, group: Citations) -> str | None:
    """A sentence on the outlets of a group that all lead back to this claim's root, None where fewer than two do."""
    for root in sorted(claim.chain.roots, key=lambda link: link.agent.name):
        key = outlet_key(root.agent)
        if found := common_root(key, root.agent.name, group.led[key]):
            return found
    return None


def common_root(root: str, name: str, led: Sequence[Claim]) -> str | None:
    """The sentence for one root, by its key and its name, None where fewer than two other outlets lead back to it."""
    publishers = reversed(dict.fromkeys(claim.chain.publisher.agent for claim in reversed(led)))
    printed = {outlet_key(publisher): publisher.name for publisher in publishers}
    names = [other for key, other in printed.items() if key != root]
    if len(names) < MANY:
        return None
    return f"{joined_names(names)} print it, and all lead back to {name}: many outlets, one root."


def led_back(group: Iterable[Claim]) -> dict[str, list[Claim]]:
    """By the keys of outlets, the claims of a group of which one is a root."""
    led: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        for key in {outlet_key(link.agent) for link in claim.chain.roots}:
            led[key].append(claim)
    return led


def citations(claims: Iterable[Claim]) -> Edges:
    edges: dict[str, frozenset[str]] = {}
    for claim in claims:
        for citing, cited in cited_outlets(claim):
            edges[citing] = edges.get(citing, frozenset()) | {cited}
    return edges


def way(start: str, goal: str, edges: Edges) -> list[str] | None:
    """A shortest way along citations, None where there is none."""
    before = ways_from(start, edges)
    if goal not in before:
        return None
    path = [goal]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def ways_from(start: str, edges: Edges) -> dict[str, str]:
    """Shortest ways: everything that can be reached to what comes before it, the start to itself."""
    before = {start: start}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for following in sorted(edges.get(one, frozenset()) - before.keys()):
            before[following] = one
            waiting.append(following)
    return before


def names_of(claims: Iterable[Claim]) -> dict[str, str]:
    links = [link for claim in claims for link in (claim.chain.publisher, *claim.chain.carriers)]
    return {outlet_key(link.agent): link.agent.name for link in sorted(links, key=lambda link: link.agent.name)}


def sentence(path: Sequence[str], names: Mapping[str, str]) -> str:
    steps = [f"{names[citing]} cites {names[cited]}" for citing, cited in pairwise(path)]
    return f"{', '.join(steps)}: {joined_names(names[key] for key in path)} rest on each other."
