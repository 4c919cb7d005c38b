"""How many origins stand behind what a claim says, and how many of them are independent of one another.

A witness of a claim says the same and is known to be another one: only claims that agree with it directly are asked,
and only sets of claims are counted in which every two agree and are independent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from provenance.analysis.circles import way
from provenance.analysis.cliques import largest_clique
from provenance.analysis.corpus import Index
from provenance.analysis.independence import DECIDED, Verdict
from provenance.analysis.origins import joined_names, origin_of
from provenance.analysis.parts import Parts
from provenance.model import Claim, Group, Independence, OriginCount

Pair = tuple[str, str]
Neighbours = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Claims, weighed two by two: `of` leads from every claim id to the smallest of its origin, which the pairs of
    `joins` made one; `ties` to those that depend directly on it, `agreeing` to those that say the same, `witnesses` to
    those of them that are independent."""

    claims: Mapping[str, Claim]
    decisions: Mapping[Pair, Verdict]
    of: Mapping[str, str]
    joins: tuple[Pair, ...]
    ties: Neighbours
    agreeing: Neighbours
    witnesses: Neighbours

    def decision(self, one: str, other: str) -> Verdict:
        return self.decisions[min(one, other), max(one, other)]


def count_origins(group: Group, index: Index) -> OriginCount:
    """A group's own count: behind its claims, and in the best attested of them."""
    return count_group(find_origins(group, index), group.claims)


def count_sources(claims: Iterable[Claim], index: Index) -> OriginCount:
    """Among claims that may say quite different things."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    others = {claim.id: frozenset(other.id for other in ordered) - {claim.id} for claim in ordered}
    return count_group(weigh(ordered, index, others), others)


def find_origins(group: Group, index: Index) -> Origins:
    """A group's claims, with those elsewhere of which a person decided that they say the same."""
    ids = frozenset(group.claims).union(*(index.agreeing(claim) for claim in group.claims))
    claims = [index.corpus.claims[one] for one in sorted(ids) if one in index.corpus.claims]
    return weigh(claims, index, {claim.id: index.agreeing(claim.id) & ids for claim in claims})


def weigh(claims: Sequence[Claim], index: Index, agreeing: Neighbours) -> Origins:
    """Claims that depend on one another are one origin, also by way of a third, whatever they say."""
    decisions = {(one.id, other.id): index.independence(one, other) for one, other in combinations(claims, 2)}
    ids = [claim.id for claim in claims]
    ties = pairs_where(ids, decisions, lambda one, other, decided: decided is Independence.DEPENDENT)
    of, joins = merged(ids, decisions)
    witnesses = pairs_where(
        ids,
        decisions,
        lambda one, other, decided: (
            decided is Independence.INDEPENDENT and other in agreeing[one] and of[one] != of[other]
        ),
    )
    return Origins(
        claims={claim.id: claim for claim in claims},
        decisions=decisions,
        of=of,
        joins=joins,
        ties=ties,
        agreeing=agreeing,
        witnesses=witnesses,
    )


def pairs_where(
    ids: Iterable[str], decisions: Mapping[Pair, Verdict], holds: Callable[[str, str, Independence], bool]
) -> Neighbours:
    """Every id to those with which it makes such a pair."""
    found: dict[str, set[str]] = {one: set() for one in ids}
    for (one, other), (decided, _) in decisions.items():
        if holds(one, other, decided):
            found[one].add(other)
            found[other].add(one)
    return {one: frozenset(others) for one, others in found.items()}


def merged(ids: Iterable[str], decisions: Mapping[Pair, Verdict]) -> tuple[dict[str, str], tuple[Pair, ...]]:
    """Every id to the smallest of its origin, and the pairs that made it so, no more than were needed. Two that a
    person found independent stay apart, whatever ties both."""
    apart = {
        pair
        for pair, (decided, why) in decisions.items()
        if decided is Independence.INDEPENDENT and why[0].code == DECIDED
    }
    parts = Parts(ids)
    joins = []
    for (one, other), (decided, _) in sorted(decisions.items(), key=lambda item: item[0]):
        if decided is not Independence.DEPENDENT or parts.are_one(one, other):
            continue
        ends = product(parts.of[one], parts.of[other]) if apart else ()
        if not any((min(pair), max(pair)) in apart for pair in ends):
            parts.join(one, other)
            joins.append((one, other))
    return {one: min(part) for one, part in parts.of.items()}, tuple(joins)


def count_claim(claim: str, origins: Origins) -> OriginCount:
    """Behind a claim and those that agree with it; those counted are independent of it and of one another."""
    among = {claim, *origins.agreeing[claim]} & origins.claims.keys()
    return tally(among, counted_with(claim, origins), origins)


def counted_with(claim: str, origins: Origins) -> tuple[str, ...]:
    """The largest set of witnesses of one statement to which this claim belongs, the claim first."""
    return claim, *largest_clique(sorted(origins.witnesses[claim]), origins.witnesses)


def count_group(origins: Origins, claims: Iterable[str]) -> OriginCount:
    members = sorted(origins.claims.keys() & set(claims))
    best = max((counted_with(claim, origins) for claim in members), key=len, default=())
    return tally({*members, *best}, best, origins)


def tally(among: Iterable[str], counted: Sequence[str], origins: Origins) -> OriginCount:
    """With one sentence for every two that were merged, and for every origin that was not counted."""
    ids = sorted(among)
    reasons = [*explain_merges(ids, origins), *explain_left_out(ids, counted, origins)]
    return OriginCount(
        origins=len({origins.of[one] for one in ids}),
        independent=len(counted),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def explain_merges(ids: Sequence[str], origins: Origins) -> Iterator[str]:
    """Directly where two depend on each other, else by way of those in between."""
    among = frozenset(ids)
    parts = Parts(ids)
    for one, other in origins.joins:
        if one in among and other in among:
            parts.join(one, other)
            yield from one_origin(one, other, origins)
    first: dict[str, str] = {}
    for one in ids:
        other = first.setdefault(origins.of[one], one)
        if parts.are_one(one, other):
            continue
        direct = sorted((end, tied) for end in parts.of[one] for tied in origins.ties[end] if tied in parts.of[other])
        parts.join(one, other)
        yield from one_origin(*(direct[0] if direct else (other, one)), origins)


def one_origin(one: str, other: str, origins: Origins) -> Iterator[str]:
    if other in origins.ties[one]:
        yield from (f"One origin: {reason.text}" for reason in origins.decision(one, other)[1])
        return
    names = joined_names(origin_of(origins.claims[end]).name for end in (one, other))
    yield f"One origin: {names} go back to one, by way of {between(one, other, origins)}."


def between(one: str, other: str, origins: Origins) -> str:
    """The names of those by way of whom two claims go back to one origin."""
    shared = origins.ties[one] & origins.ties[other]
    path = [min(shared)] if shared else (way(one, other, origins.ties) or [])[1:-1]
    return joined_names(origin_of(origins.claims[step]).name for step in path)


def explain_left_out(ids: Sequence[str], counted: Sequence[str], origins: Origins) -> Iterable[str]:
    """What bars an origin: it is not known to be another than one of those counted, or does not say what they say."""
    for origin in sorted({origins.of[one] for one in ids} - {origins.of[one] for one in counted}):
        members = [one for one in ids if origins.of[one] == origin]
        name = origin_of(origins.claims[members[0]]).name
        pairs = [(one, other) for one in members for other in counted]
        unsure = [origins.decision(*pair) for pair in pairs if not independent(pair, origins)]
        if unsure:
            yield f"Not counted: {name}. {unsure[0][1][0].text}"
        else:
            apart = {other for one, other in pairs if other not in origins.agreeing[one]}
            names = joined_names(origin_of(origins.claims[other]).name for other in apart or set(counted))
            yield f"Not counted: {name}. It does not say the same as {names}."


def independent(pair: Pair, origins: Origins) -> bool:
    return origins.decision(*pair)[0] is Independence.INDEPENDENT
