"""What one claim is to another: the words' agreement crossed with the origins' independence."""

from dataclasses import replace

from provenance.analysis.corpus import Index
from provenance.analysis.counting import Origins, settled
from provenance.analysis.independence import Verdict
from provenance.analysis.revising import find_revision
from provenance.model import (
    Agreement,
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
    worded = comparison.reasons if here_left else tuple(mirrored(reason) for reason in comparison.reasons)
    revision = None if ruled else find_revision(claim, other, comparison.agreement, worded, decided, index)
    if revision:
        kind, why = RelationKind.REVISES, (*why, revision)
    relation = Relation(
        kind=kind, other=other.id, agreement=comparison.agreement, independence=decided, reasons=(*worded, *why)
    )
    return RelatedClaim(relation=relation, claim=other, article=index.corpus.articles[other.article_id])


def decide(claim: Claim, other: Claim, index: Index, origins: Origins) -> Verdict:
    """Their own independence, unless both go back to one origin by way of others in the claim's group."""
    if other.id in origins.claims:
        return settled(claim.id, other.id, origins)
    return index.independence(claim, other)


def mirrored(reason: Reason) -> Reason:
    return replace(reason, left=reason.right, right=reason.left)
