"""How a group is attested: the origins behind it, what made several of them one, and which of them count."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.analysis.corpus import Index
from provenance.analysis.counting import (
    Origins,
    best_counted,
    explain_left_out,
    explain_merges,
    find_origins,
    tally,
)
from provenance.analysis.overruling import overrule_comparisons
from provenance.analysis.relations import relate
from provenance.model import Claim, Comparison, Group, OriginCount, RelatedClaim, RelationKind

ORDER = {kind: place for place, kind in enumerate(RelationKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestedOrigin:
    """The claims that are one origin's, by id. `names` are those under which it appears, each of them an origin of its
    own to the eye; `merges` say why they are one. `left_out` is why it is not counted among the independent ones, None
    for one that is."""

    claims: tuple[str, ...]
    names: tuple[str, ...]
    merges: tuple[str, ...]
    left_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """`origins` are those that are counted first, then those with the most claims. `related` is what others are to one
    claim of the group."""

    count: OriginCount
    origins: tuple[AttestedOrigin, ...]
    related: tuple[RelatedClaim, ...]


def attest(group: Group, index: Index, against: str, comparisons: Iterable[Comparison]) -> Attestation:
    """`against` is the claim of the group that others are held against, `comparisons` are its own, with reasons."""
    origins = find_origins(group, index)
    counted = best_counted(origins, group.claims)
    among = sorted({*group.claims, *counted})
    return Attestation(
        count=tally(among, counted, origins),
        origins=attested_origins(among, counted, origins),
        related=relations_of(index.corpus.claims[against], comparisons, index, origins),
    )


def attested_origins(claims: Iterable[str], counted: tuple[str, ...], origins: Origins) -> tuple[AttestedOrigin, ...]:
    members: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        members[origins.of[claim]].append(claim)
    attested = (
        AttestedOrigin(
            claims=tuple(ids),
            names=tuple(sorted({origins.names[one] for one in ids})),
            merges=tuple(dict.fromkeys(explain_merges(ids, origins))),
            left_out=next(iter(explain_left_out(ids, counted, origins)), None),
        )
        for ids in members.values()
    )
    return tuple(sorted(attested, key=lambda one: (one.left_out is not None, -len(one.claims), one.claims)))


def relations_of(
    claim: Claim, comparisons: Iterable[Comparison], index: Index, origins: Origins
) -> tuple[RelatedClaim, ...]:
    """By kind, then by id. Comparisons with claims that are not in the corpus are left out."""
    held = [
        comparison
        for comparison in overrule_comparisons(comparisons, index.rules)
        if claim.id in (comparison.left, comparison.right)
        and {comparison.left, comparison.right} <= index.corpus.claims.keys()
    ]
    related = (relate(claim, comparison, index, origins) for comparison in held)
    return tuple(sorted((one for one in related if one), key=lambda one: (ORDER[one.relation.kind], one.claim.id)))
