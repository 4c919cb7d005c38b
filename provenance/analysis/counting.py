"""How many origins stand behind what a claim says, and how many of them are independent of one another.

A witness of a claim says the same and is known to be another one: only claims that agree with it directly are asked,
and only sets of claims are counted in which every two agree and are independent.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from provenance.analysis.circles import ways_from
from provenance.analysis.cliques import Graph, graph_of, largest_clique
from provenance.analysis.corpus import Index
from provenance.analysis.independence import DECIDED, Verdict
from provenance.analysis.origins import called, joined_names, some_names
from provenance.analysis.parts import Parts
from provenance.model import Claim, Group, Independence, OriginCount, Reason

Pair = tuple[str, str]
Neighbours = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Claims, weighed two by two: `of` leads from every claim id to the smallest of its origin, which the pairs of
    `joins` made one; `ties` to those that depend directly on it, `agreeing` to those that say the same, `witnesses` to
    those of them that are independent, in `graph` once more. `names` are those of their origins."""

    claims: Mapping[str, Claim]
    names: Mapping[str, str]
    decisions: Mapping[Pair, Verdict]
    of: Mapping[str, str]
    joins: tuple[Pair, ...]
    ties: Neighbours
    agreeing: Neighbours
    witnesses: Neighbours
    graph: Graph
    ways: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """From every id that was asked for, the shortest ways along ties: each id that is reached to the one before it."""

    def decision(self, one: str, other: str) -> Verdict:
        return self.decisions[(one, other) if one < other else (other, one)]


def count_origins(group: Group, index: Index) -> OriginCount:
    """A group's own count: behind its claims, and in the best attested of them."""
    return count_group(find_origins(group, index), group.claims)


def count_sources(claims: Iterable[Claim], index: Index, groups: Collection[Origins] = ()) -> OriginCount:
    """Among claims that may say quite different things. What is counted of those of one group, in `groups`, holds here
    too: who is one witness there is one here, and who are two there are two."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    others = {claim.id: frozenset(other.id for other in ordered) - {claim.id} for claim in ordered}
    origins = weigh(ordered, index, others, groups)
    best = best_counted(origins, others)
    for group in groups:
        counted = (counted_with(claim, group) for claim in sorted(group.claims.keys() & others.keys()))
        within = (tuple(one for one in found if one in others) for found in counted)
        best = max((best, *within), key=len)
    return tally(others, best, origins)


def find_origins(group: Group, index: Index) -> Origins:
    """A group's claims, with those elsewhere of which a person decided that they say the same."""
    agreeing = {claim: index.agreeing(claim) for claim in group.claims}
    ids = frozenset(group.claims).union(*agreeing.values())
    agreeing |= {one: index.agreeing(one) for one in ids - agreeing.keys()}
    claims = [index.corpus.claims[one] for one in sorted(ids) if one in index.corpus.claims]
    return weigh(claims, index, {claim.id: agreeing[claim.id] & ids for claim in claims})


def weigh(claims: Sequence[Claim], index: Index, agreeing: Neighbours, groups: Collection[Origins] = ()) -> Origins:
    """Claims that depend on one another are one origin, also by way of a third, whatever they say. Of two that are in
    one of the `groups` that was found already."""
    ids = [claim.id for claim in claims]
    decisions = {(one.id, other.id): index.independence(one, other) for one, other in combinations(claims, 2)}
    held = [(pair, group) for group in groups for pair in combinations(sorted(group.claims.keys() & set(ids)), 2)]
    two = {(one, other) for (one, other), group in held if other in group.witnesses[one]}
    one_origin = {
        pair: settled(*pair, group)
        for pair, group in held
        if pair not in two and group.of[pair[0]] == group.of[pair[1]]
    }
    decisions |= one_origin
    apart = {pair for pair, _ in held} - one_origin.keys()
    of, joins = merged(ids, decisions, apart | decided_apart(decisions), first=one_origin)
    ties = pairs_where(ids, decisions, lambda one, other, decided: decided is Independence.DEPENDENT)
    witnesses = pairs_where(
        ids,
        decisions,
        lambda one, other, decided: (
            decided is Independence.INDEPENDENT and other in agreeing[one] and of[one] != of[other]
        ),
    )
    return Origins(
        claims={claim.id: claim for claim in claims},
        names={one: index.origin(one).name for one in ids},
        decisions=decisions,
        of=of,
        joins=joins,
        ties=ties,
        agreeing=agreeing,
        witnesses=witnesses,
        graph=graph_of(witnesses),
    )


def settled(one: str, other: str, origins: Origins) -> Verdict:
    """Their own independence, unless both go back to one origin by way of others."""
    decision = origins.decision(one, other)
    if decision[0] is Independence.DEPENDENT or origins.of[one] != origins.of[other]:
        return decision
    text = f"Both go back to one origin, by way of {between(one, other, origins)}."
    return Independence.DEPENDENT, (Reason(code="one-origin", text=text),)


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


def decided_apart(decisions: Mapping[Pair, Verdict]) -> set[Pair]:
    """Those that a person found independent."""
    return {
        pair
        for pair, (decided, why) in decisions.items()
        if decided is Independence.INDEPENDENT and why[0].code == DECIDED
    }


def merged(
    ids: Iterable[str], decisions: Mapping[Pair, Verdict], apart: AbstractSet[Pair], first: Iterable[Pair] = ()
) -> tuple[dict[str, str], tuple[Pair, ...]]:
    """Every id to the smallest of its origin, and the pairs that made it so, no more than were needed, those of `first`
    first. Those `apart` stay so, whatever ties both."""
    parts = Parts(ids)
    joins = []
    for one, other in (*sorted(first), *sorted(decisions)):
        if decisions[one, other][0] is not Independence.DEPENDENT or parts.are_one(one, other):
            continue
        if not any(parts.would_join(one, other, pair) for pair in apart):
            parts.join(one, other)
            joins.append((one, other))
    return {one: min(part) for one, part in parts.of.items()}, tuple(joins)


def count_claim(claim: str, group: Group, origins: Origins) -> OriginCount:
    """Behind a claim of the group and those that agree with it; those counted are independent of it and of one
    another."""
    among = {claim, *origins.agreeing[claim]} & origins.claims.keys()
    count = tally(among, counted_with(claim, origins), origins)
    return replace(count, reasons=(*count.reasons, *explain_beside(find_beside(claim, group, origins), origins)))


def counted_with(claim: str, origins: Origins) -> tuple[str, ...]:
    """The largest set of witnesses of one statement to which this claim belongs, the claim first."""
    return claim, *largest_clique(origins.witnesses[claim], origins.graph)


def find_beside(claim: str, group: Group, origins: Origins) -> tuple[str, ...]:
    """Those of its group that do not say the same by their own words: others, with which both agree, joined them."""
    return tuple(one for one in group.claims if one != claim and one not in origins.agreeing[claim])


def explain_beside(beside: Iterable[str], origins: Origins) -> Iterator[str]:
    """In a sentence, where there are any."""
    claims = [origins.claims[one] for one in beside]
    if not claims:
        return
    named = some_names(map(called, claims))
    told = f"a claim of {named}, “{claims[0].text}”" if len(claims) == 1 else f"claims of {named}"
    yield (
        f"Left aside, though in its group: {told}. Other claims join the two; "
        "by their own words they were not found to say the same."
    )


def count_group(origins: Origins, claims: Iterable[str]) -> OriginCount:
    members = origins.claims.keys() & set(claims)
    best = best_counted(origins, members)
    return tally({*members, *best}, best, origins)


def best_counted(origins: Origins, claims: Iterable[str]) -> tuple[str, ...]:
    """Of the best attested of these claims, the first of them by id."""
    return max((counted_with(claim, origins) for claim in sorted(claims)), key=len, default=())


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
    names = joined_names(origins.names[end] for end in (one, other))
    yield f"One origin: {names} go back to one, by way of {between(one, other, origins)}."


def between(one: str, other: str, origins: Origins) -> str:
    """The names of those by way of whom two claims go back to one origin."""
    shared = origins.ties[one] & origins.ties[other]
    path = [min(shared)] if shared else stations(one, other, origins)
    return joined_names(origins.names[step] for step in path)


def stations(start: str, goal: str, origins: Origins) -> list[str]:
    """What lies between the two on a shortest way along ties."""
    if start not in origins.ways:
        origins.ways[start] = ways_from(start, origins.ties)
    before = origins.ways[start]
    found = []
    while (goal := before[goal]) != start:
        found.append(goal)
    return found


def explain_left_out(ids: Sequence[str], counted: Sequence[str], origins: Origins) -> Iterable[str]:
    """What bars an origin: it is not known to be another than one of those counted, or does not say what they say."""
    members: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        members[origins.of[one]].append(one)
    for origin in sorted(members.keys() - {origins.of[one] for one in counted}):
        name = origins.names[members[origin][0]]
        pairs = product(members[origin], counted)
        unsure = next((pair for pair in pairs if not independent(pair, origins)), None)
        if unsure:
            yield f"Not counted: {name}. {origins.decision(*unsure)[1][0].text}"
        else:
            apart = {other for one in members[origin] for other in counted if other not in origins.agreeing[one]}
            names = joined_names(origins.names[other] for other in apart or set(counted))
            yield f"Not counted: {name}. It does not say the same as {names}."


def independent(pair: Pair, origins: Origins) -> bool:
    return origins.decision(*pair)[0] is Independence.INDEPENDENT
