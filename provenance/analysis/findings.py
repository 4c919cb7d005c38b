"""A claim with its relations, its count of origins and its cautions."""

from provenance.analysis.cautions import Case, find_cautions
from provenance.analysis.corpus import Corpus, Index, index_corpus
from provenance.analysis.counting import Origins, find_origins
from provenance.analysis.relations import relate
from provenance.model import Claim, Finding, RelationKind

ORDER = {kind: place for place, kind in enumerate(RelationKind)}


def analyse(corpus: Corpus, article_id: str) -> tuple[Finding, ...]:
    """The findings of an article's claims, in the order of its text."""
    return find(corpus, [claim for claim in corpus.claims.values() if claim.article_id == article_id])


def list_findings(corpus: Corpus) -> tuple[Finding, ...]:
    """The findings of all claims, article by article."""
    return find(corpus, list(corpus.claims.values()))


def find(corpus: Corpus, claims: list[Claim]) -> tuple[Finding, ...]:
    index = index_corpus(corpus)
    origins = {group: find_origins(group, index) for group in {index.group_of(claim.id) for claim in claims}}
    ordered = sorted(claims, key=lambda claim: (claim.article_id, claim.spans, claim.id))
    return tuple(find_one(claim, index, origins[index.group_of(claim.id)]) for claim in ordered)


def find_one(claim: Claim, index: Index, origins: Origins) -> Finding:
    group = index.group_of(claim.id)
    related = [relate(claim, comparison, index, origins) for comparison in index.comparisons.get(claim.id, ())]
    relations = sorted((one for one in related if one), key=lambda one: (ORDER[one.relation.kind], one.relation.other))
    case = Case(
        claim=claim,
        group=index.claims_of(group),
        count=origins.count,
        relations=relations,
        resembles=index.corpus.resemblances.get(claim.article_id),
    )
    return Finding(claim=claim, group=group, count=case.count, relations=tuple(relations), cautions=find_cautions(case))
