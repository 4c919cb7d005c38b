"""Circular reporting: outlets that cite each other, and many outlets that all lead back to one."""

from collections.abc import Iterable, Mapping, Sequence
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


def find_circle(claim: Claim, group: Sequence[Claim]) -> str | None:
    """A sentence on the circle that a claim's chain is part of within its group, None where there is none."""
    edges = citations(group)
    for citing, cited in cited_outlets(claim):
        path = way(cited, citing, edges)
        if path:
            return sentence([citing, *path], names_of(group))
    return None


def find_common_root(claim: Claim, group: Sequence[Claim]) -> str | None:
    """A sentence on the outlets of a group that all lead back to this claim's root, None where fewer than two do."""
    for root in sorted(claim.chain.roots, key=lambda link: link.agent.name):
        if found := common_root(outlet_key(root.agent), root.agent.name, group):
            return found
    return None


def common_root(root: str, name: str, group: Sequence[Claim]) -> str | None:
    """The sentence for one root, by its key and its name, None where fewer than two other outlets lead back to it."""
    publishers = [claim.chain.publisher.agent for claim in lead_back(root, group)]
    printed = {outlet_key(publisher): publisher.name for publisher in publishers}
    names = [other for key, other in printed.items() if key != root]
    if len(names) < MANY:
        return None
    return f"{joined_names(names)} print it, and all lead back to {name}: many outlets, one root."


def lead_back(root: str, group: Sequence[Claim]) -> list[Claim]:
    """The claims of a group of which an outlet, by its key, is a root."""
    return [claim for claim in group if root in {outlet_key(link.agent) for link in claim.chain.roots}]


def citations(claims: Iterable[Claim]) -> Edges:
    edges: dict[str, frozenset[str]] = {}
    for claim in claims:
        for citing, cited in cited_outlets(claim):
            edges[citing] = edges.get(citing, frozenset()) | {cited}
    return edges


def way(start: str, goal: str, edges: Edges) -> list[str] | None:
    """A shortest way along citations, None where there is none."""
    ways = [[start]]
    seen = {start}
    while ways:
        path = ways.pop(0)
        if path[-1] == goal:
            return path
        for following in sorted(edges.get(path[-1], frozenset()) - seen):
            seen.add(following)
            ways.append([*path, following])
    return None


def names_of(claims: Iterable[Claim]) -> dict[str, str]:
    links = [link for claim in claims for link in (claim.chain.publisher, *claim.chain.carriers)]
    return {outlet_key(link.agent): link.agent.name for link in sorted(links, key=lambda link: link.agent.name)}


def sentence(path: Sequence[str], names: Mapping[str, str]) -> str:
    steps = [f"{names[citing]} cites {names[cited]}" for citing, cited in pairwise(path)]
    return f"{', '.join(steps)}: {joined_names(names[key] for key in path)} rest on each other."
