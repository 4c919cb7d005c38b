"""A claim with its relations, its count of origins and its cautions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provenance.analysis.cautions import Case, find_cautions
from provenance.analysis.certainty import gains_in_words
from provenance.analysis.circles import Citations, find_circle, find_common_root, read_citations
from provenance.analysis.circular import circles_of_article
from provenance.analysis.corpus import Corpus, Index, index_corpus
from provenance.analysis.correcting import rejections
from provenance.analysis.counting import Origins, count_claim, count_sources, find_beside, find_origins
from provenance.analysis.decided import bears_on, with_decisions
from provenance.analysis.origins import Origin
from provenance.analysis.relations import relate
from provenance.model import (
    Analysis,
    Claim,
    Finding,
    Group,
    Independence,
    Mode,
    RelatedArticle,
    RelatedClaim,
    RelationKind,
)

ORDER = {kind: place for place, kind in enumerate(RelationKind)}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A group with what is found of it once for all of its claims: its origins, who cites whom, and by claim the
    sentences on certainty that it gained."""

    group: Group
    origins: Origins
    citations: Citations
    gains: Mapping[str, Sequence[str]]


def analyse(corpus: Corpus, article_id: str) -> tuple[Finding, ...]:
    """The findings of an article's claims, in the order of its text."""
    return find(corpus, claims_of(article_id, corpus), index_corpus(corpus))


def analyse_article(corpus: Corpus, article_id: str) -> Analysis:
    """The findings of an article with all that is found of it as a whole."""
    index = index_corpus(corpus)
    claims = claims_of(article_id, corpus)
    groups = weigh_groups(index, claims)
    attributed = [claim for claim in claims if claim.mode is not Mode.OWN]
    corrected = corpus.corrected.get(article_id)
    findings = find(corpus, claims, index, groups)
    return Analysis(
        findings=findings,
        count=count_sources(attributed, index, [weighed.origins for weighed in groups.values()]),
        circles=circles_of_article(article_id, index),
        related=related_articles(article_id, findings),
        rejected=rejections(corrected) if corrected else (),
        waiting=corrected.waiting if corrected else (),
    )


def related_articles(article_id: str, findings: Iterable[Finding]) -> tuple[RelatedArticle, ...]:
    """Other ones, those with most relations first, then by id."""
    found: dict[str, list[RelatedClaim]] = defaultdict(list)
    for finding in findings:
        for related in finding.relations:
            if related.article.id != article_id:
                found[related.article.id].append(related)
    return tuple(_told(found[other]) for other in sorted(found, key=lambda other: (-len(found[other]), other)))


def _told(related: Sequence[RelatedClaim]) -> RelatedArticle:
    """All of one article."""
    article, kinds = related[0].article, Counter(one.relation.kind for one in related)
    return RelatedArticle(
        id=article.id,
        title=article.title,
        url=article.url,
        published=article.published,
        language=article.language,
        outlet_name=article.outlet_name,
        publisher=related[0].claim.chain.publisher.agent,
        kinds={kind: kinds[kind] for kind in RelationKind if kinds[kind]},
    )


def list_findings(corpus: Corpus, wanted: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """The findings of these claims, by id, or of all, article by article."""
    claims = [corpus.claims[claim] for claim in (corpus.claims if wanted is None else wanted)]
    return find(corpus, claims, index_corpus(corpus))


def claims_of(article_id: str, corpus: Corpus) -> list[Claim]:
    return [claim for claim in corpus.claims.values() if claim.article_id == article_id]


def find(
    corpus: Corpus, claims: list[Claim], index: Index, groups: Mapping[str, Weighed] | None = None
) -> tuple[Finding, ...]:
    """`groups` are those of the claims, where they were weighed already."""
    found = find_in(index, claims, weigh_groups(index, claims) if groups is None else groups)
    if not corpus.rulings:
        return tuple(with_decisions(finding, finding, index) for finding in found) if index.overrulings else found
    machine = index_corpus(replace(corpus, rulings=()))
    ruled = [claim for claim in claims if any(bears_on(ruling, claim, index) for ruling in corpus.rulings)]
    read = {finding.claim.id: finding for finding in find_in(machine, ruled, weigh_groups(machine, ruled))}
    return tuple(with_decisions(finding, read.get(finding.claim.id, finding), index) for finding in found)


def weigh_groups(index: Index, claims: Iterable[Claim]) -> dict[str, Weighed]:
    """The groups in which these claims are, by id."""
    groups = {group.id: group for group in (index.group_of(claim.id) for claim in claims)}
    return {name: weigh_group(group, index) for name, group in groups.items()}


def weigh_group(group: Group, index: Index) -> Weighed:
    return Weighed(
        group, find_origins(group, index), read_citations(index.claims_of(group)), gains_in_words(group, index)
    )


def find_in(index: Index, claims: list[Claim], groups: Mapping[str, Weighed]) -> tuple[Finding, ...]:
    return tuple(find_one(claim, index, groups[index.group_of(claim.id).id]) for claim in in_text_order(claims))


def in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    """Article by article."""
    return sorted(claims, key=lambda claim: (claim.article_id, claim.spans, claim.id))


def find_one(claim: Claim, index: Index, weighed: Weighed) -> Finding:
    origins = weighed.origins
    related = [relate(claim, comparison, index, origins) for comparison in index.comparisons.get(claim.id, ())]
    relations = sorted((one for one in related if one), key=lambda one: (ORDER[one.relation.kind], one.relation.other))
    count = count_claim(claim.id, weighed.group, origins)
    unsure = frozenset(find_unsure(claim.id, origins))
    saying = (claim.id, *sorted(origins.agreeing[claim.id]))
    case = Case(
        claim=claim,
        saying=distinct(saying, index),
        backing=distinct((one for one in saying if one not in unsure), index),
        unsure=frozenset(origins.claims[one].chain.publisher.agent.name for one in unsure),
        beside=[origins.claims[one] for one in find_beside(claim.id, weighed.group, origins)],
        count=count,
        relations=relations,
        circle=find_circle(claim, weighed.citations) or find_common_root(claim, weighed.citations),
        gains=weighed.gains.get(claim.id, ()),
        resembles=index.corpus.resemblances.get(claim.article_id),
    )
    cautions = find_cautions(case)
    return Finding(
        claim=claim,
        group=weighed.group,
        count=count,
        relations=tuple(relations),
        cautions=cautions,
        seen=index.corpus.seen,
    )


def distinct(claims: Iterable[str], index: Index) -> list[Origin]:
    """The origins of these claims, each once."""
    numbers = dict.fromkeys(index.sources.numbers[claim] for claim in claims)
    return [index.sources.origins[number] for number in numbers]


def find_unsure(claim: str, origins: Origins) -> Iterator[str]:
    """Those that say the same, and of which it is not known whether they have it from somebody else."""
    for one in origins.agreeing[claim]:
        apart = origins.of[one] != origins.of[claim]
        if apart and origins.decision(claim, one)[0] is Independence.UNKNOWN:
            yield one
