"""What one claim is to another: the words' agreement crossed with the origins' independence."""

from collections.abc import Mapping
from dataclasses import replace

from provenance.analysis.corpus import Index
from provenance.analysis.counting import Origins, between
from provenance.analysis.independence import ONE_ORIGIN, Verdict
from provenance.model import (
    Agreement,
    Article,
    Claim,
    Comparison,
    Independence,
    Reason,
    RelatedClaim,
    Relation,
    RelationKind,
)

KINDS = {
    (Agreement.AGREES, Independence.INDEPENDENT): RelationKind.CORROBORATES,
    (Agreement.AGREES, Independence.UNKNOWN): RelationKind.ECHOES,
    (Agreement.AGREES, Independence.DEPENDENT): RelationKind.REPEATS,
    (Agreement.CONFLICTS, Independence.INDEPENDENT): RelationKind.CONTRADICTS,
    (Agreement.CONFLICTS, Independence.UNKNOWN): RelationKind.CONTRADICTS,
    (Agreement.CONFLICTS, Independence.DEPENDENT): RelationKind.CONTRADICTS,
    (Agreement.FIGURES_DIFFER, Independence.INDEPENDENT): RelationKind.DIFFERS,
    (Agreement.FIGURES_DIFFER, Independence.UNKNOWN): RelationKind.DIFFERS,
    (Agreement.FIGURES_DIFFER, Independence.DEPENDENT): RelationKind.DIFFERS,
}

ANOTHER_STATEMENT = Reason(
    code="another-statement",
    text="The two were put into different groups: they share words, not all that is said. It counts as no witness.",
)


def relate(claim: Claim, comparison: Comparison, index: Index, origins: Origins) -> RelatedClaim | None:
    """What the other claim of a comparison is to this one, None where they are unrelated or say the same in one
    article. A reason's `left` holds the words of this claim, its `right` those of the other."""
    here_left = comparison.left == claim.id
    other = index.corpus.claims[comparison.right if here_left else comparison.left]
    one_article = other.article_id == claim.article_id
    ruled = index.rules.relations.get(frozenset({claim.id, other.id}))
    said_again = one_article and comparison.agreement is Agreement.AGREES and ruled is None
    if comparison.agreement is Agreement.UNRELATED or said_again:
        return None
    decided, why = decide(claim, other, index, origins)
    kind = RelationKind(ruled) if ruled else KINDS[comparison.agreement, decided]
    if kind is RelationKind.CORROBORATES and other.id not in origins.agreeing[claim.id]:
        kind, why = RelationKind.ECHOES, (*why, ANOTHER_STATEMENT)
    articles = index.corpus.articles
    if not ruled and kind is not RelationKind.REPEATS and (revision := revises(claim, other, why, articles)):
        kind, why = RelationKind.REVISES, (*why, revision)
    worded = comparison.reasons if here_left else tuple(mirrored(reason) for reason in comparison.reasons)
    relation = Relation(
        kind=kind, other=other.id, agreement=comparison.agreement, independence=decided, reasons=(*worded, *why)
    )
    return RelatedClaim(relation=relation, claim=other, article=articles[other.article_id])


def decide(claim: Claim, other: Claim, index: Index, origins: Origins) -> Verdict:
    """Their own independence, unless both go back to one origin by way of others in the claim's group."""
    weighed = other.id in origins.claims
    decision = origins.decision(claim.id, other.id) if weighed else index.independence(claim, other)
    if decision[0] is Independence.DEPENDENT or origins.of[claim.id] != origins.of.get(other.id):
        return decision
    text = f"Both go back to one origin, by way of {between(claim.id, other.id, origins)}."
    return Independence.DEPENDENT, (Reason(code="one-origin", text=text),)


def mirrored(reason: Reason) -> Reason:
    return replace(reason, left=reason.right, right=reason.left)


def revises(claim: Claim, other: Claim, why: tuple[Reason, ...], articles: Mapping[str, Article]) -> Reason | None:
    """Whether one origin says two different things on two days: the later revises the earlier, from either end."""
    here, there = articles[claim.article_id].published, articles[other.article_id].published
    if here is None or there is None or here == there or not any(reason.code in ONE_ORIGIN for reason in why):
        return None
    text = f"What was printed on {max(here, there)} revises what was printed on {min(here, there)}."
    return Reason(code="later", text=text)
