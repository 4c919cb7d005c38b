"""How many origins stand behind claims that say the same, and how many of them are independent of one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.analysis.corpus import Index
from provenance.analysis.independence import Decision, independence
from provenance.analysis.origins import origin_of
from provenance.model import Claim, Group, Independence, OriginCount

EXACT = 24
"""Up to so many claims the largest independent set is found exactly, beyond greedily."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """A group's count, every claim id to the smallest of its origin, and which claims depend directly on which."""

    count: OriginCount
    of: Mapping[str, str]
    ties: Mapping[str, frozenset[str]]


def count_origins(group: Group, index: Index) -> OriginCount:
    """How many origins a group has, how many are independent of one another, and why no more."""
    return find_origins(group, index).count


def find_origins(group: Group, index: Index) -> Origins:
    """Claims that depend on one another are one origin, also by way of a third; of the rest, only sets in which every
    two are independent are counted."""
    claims = index.claims_of(group)
    named = [(claim.id, claim) for claim in claims]
    decisions = {
        (one_id, other_id): independence(one, other, index.reprint_of(one, other))
        for (one_id, one), (other_id, other) in combinations(named, 2)
    }
    origins, merges = merge_dependent(claims, decisions)
    independent = largest_independent(claims, origins, decisions)
    left_out = explain_left_out(claims, origins, independent, decisions)
    count = OriginCount(
        origins=len(set(origins.values())),
        independent=len(independent),
        reasons=tuple(dict.fromkeys(merges + left_out)),
    )
    return Origins(count=count, of=origins, ties=find_ties(origins, decisions))


def find_ties(claims: Iterable[str], decisions: Mapping[Pair, Decision]) -> dict[str, frozenset[str]]:
    """Every claim id to those that depend directly on it."""
    ties: dict[str, set[str]] = {claim: set() for claim in claims}
    for (one, other), (decided, _) in decisions.items():
        if decided is Independence.DEPENDENT:
            ties[one].add(other)
            ties[other].add(one)
    return {claim: frozenset(others) for claim, others in ties.items()}


def merge_dependent(claims: Sequence[Claim], decisions: Mapping[Pair, Decision]) -> tuple[dict[str, str], list[str]]:
    """Every claim id to the smallest of its origin, and a sentence for each merge."""
    origins = {claim.id: claim.id for claim in claims}
    sentences = []
    for (one, other), (decided, why) in sorted(decisions.items(), key=lambda item: item[0]):
        kept, gone = sorted((origins[one], origins[other]))
        if decided is Independence.DEPENDENT and kept != gone:
            sentences += [f"One origin: {reason.text}" for reason in why]
            origins = {claim: kept if origin == gone else origin for claim, origin in origins.items()}
    return origins, sentences


def largest_independent(
    claims: Sequence[Claim], origins: Mapping[str, str], decisions: Mapping[Pair, Decision]
) -> tuple[str, ...]:
    """The largest set of claims that are independent two by two, the first of them in the order of ids."""
    neighbours: dict[str, set[str]] = {claim.id: set() for claim in claims}
    for (one, other), (decided, _) in decisions.items():
        if decided is Independence.INDEPENDENT and origins[one] != origins[other]:
            neighbours[one].add(other)
            neighbours[other].add(one)
    ids = sorted(neighbours)
    return exact(ids, neighbours) if len(ids) <= EXACT else greedy(ids, neighbours)


def exact(candidates: Sequence[str], neighbours: Mapping[str, set[str]]) -> tuple[str, ...]:
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


def greedy(candidates: Sequence[str], neighbours: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Those with the most independent others first."""
    chosen: list[str] = []
    for one in sorted(candidates, key=lambda one: (-len(neighbours[one]), one)):
        if all(other in neighbours[one] for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen))


def explain_left_out(
    claims: Sequence[Claim], origins: Mapping[str, str], counted: Sequence[str], decisions: Mapping[Pair, Decision]
) -> list[str]:
    """For every origin that was not counted, one sentence why."""
    sentences = []
    for origin in sorted(set(origins.values()) - {origins[claim] for claim in counted}):
        members = [claim for claim in claims if origins[claim.id] == origin]
        pairs = [(min(one.id, other), max(one.id, other)) for one in members for other in counted]
        why = [reason.text for pair in pairs for reason in decisions[pair][1] if barred(decisions[pair])]
        sentences.append(f"Not counted: {origin_of(members[0]).name}. {why[0]}")
    return sentences


def barred(decision: Decision) -> bool:
    return decision[0] is not Independence.INDEPENDENT
