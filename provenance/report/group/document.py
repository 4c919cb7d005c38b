"""A group as plain data: the page and the JSON are made from this."""

from collections.abc import Mapping

from provenance.analysis import AttestedOrigin, ToldFigure
from provenance.model import Agreement, Article, Claim, RelatedClaim, ToldClaim
from provenance.report.document import claim_to_dict, link_to_dict, relation_to_dict, told_in
from provenance.report.group.facts import GroupFacts
from provenance.report.group.lanes import lanes_of, publisher_family
from provenance.report.group.schema import (
    AppearanceDocument,
    GroupDocument,
    OriginDocument,
    RelatedDocument,
    ToldFigureDocument,
)
from provenance.report.group.ways import find_parents, ways_of

MOST_TOLD_SINGLY = 40
"""Claims of a group up to which every outlet is drawn; of a larger one, families."""

MOST_RELATED = 40
"""Claims that are shown beside the chosen one, within the group and elsewhere each."""

MOST_ORIGINS_DRAWN = 12
"""Origins whose ways are told: those that count come first."""


def group_document(facts: GroupFacts) -> GroupDocument:
    """Whole: `services` adds what people decided."""
    families = len(facts.members) > MOST_TOLD_SINGLY
    numbers = {
        claim: number for number, origin in enumerate(facts.attestation.origins, start=1) for claim in origin.claims
    }
    chosen = next(told for told in facts.members if told.claim.id == facts.against)
    within = [one for one in facts.attestation.related if one.claim.id in facts.group.claims]
    outside = [one for one in facts.attestation.related if one.claim.id not in facts.group.claims]
    elsewhere = sorted(outside, key=lambda one: one.relation.agreement is Agreement.AGREES)
    shown = (*within[:MOST_RELATED], *elsewhere[:MOST_RELATED])
    lanes, lanes_left_off = lanes_of(facts.members, families=families)
    return {
        "id": facts.group.id,
        "size": len(facts.group.claims),
        "text": chosen.claim.text,
        "language": chosen.article.language,
        "independent_origins": facts.attestation.count.independent,
        "origin_count": facts.attestation.count.origins,
        "families": families,
        "origins": _origins(facts, families=families),
        "appearances": [_appearance(told, numbers) for told in facts.members],
        "lanes": lanes,
        "lanes_left_off": lanes_left_off,
        "against": facts.against,
        "relations": [_related(related, chosen.claim, facts) for related in shown],
        "relations_left_off": len(facts.attestation.related) - len(shown) + facts.left_off,
        "figures": _figures(facts),
    }


def _origins(facts: GroupFacts, *, families: bool) -> list[OriginDocument]:
    by_id = {told.claim.id: told for told in facts.members}
    parents = find_parents(facts.members, [(reprint.left, reprint.right) for reprint in facts.reprints])
    return [
        _origin(number, origin, by_id, parents, families=families)
        for number, origin in enumerate(facts.attestation.origins, start=1)
    ]


def _origin(
    number: int,
    origin: AttestedOrigin,
    told: Mapping[str, ToldClaim],
    parents: Mapping[str, ToldClaim],
    *,
    families: bool,
) -> OriginDocument:
    drawn = [told[claim] for claim in origin.claims if claim in told] if number <= MOST_ORIGINS_DRAWN else []
    ways, left_off = ways_of(drawn, parents, families=families)
    return {
        "number": number,
        "names": list(origin.names),
        "merges": list(origin.merges),
        "left_out": origin.left_out,
        "claims": list(origin.claims),
        "ways": ways,
        "ways_left_off": left_off,
    }


def _appearance(told: ToldClaim, numbers: Mapping[str, int]) -> AppearanceDocument:
    return {
        "claim": claim_to_dict(told.claim),
        "chain": [link_to_dict(link) for link in told.claim.chain.links],
        "channel": told.claim.chain.channel,
        "appears_in": told_in(told),
        "origin": numbers[told.claim.id],
        "family": publisher_family(told),
    }


def _related(related: RelatedClaim, chosen: Claim, facts: GroupFacts) -> RelatedDocument:
    return {**relation_to_dict(related, chosen), "here": related.claim.id in facts.group.claims}


def _figures(facts: GroupFacts) -> list[list[ToldFigureDocument]]:
    told: tuple[ToldClaim | RelatedClaim, ...] = (*facts.attestation.related, *facts.members)
    placed = {one.claim.id: (one.claim, one.article) for one in told}
    members = set(facts.group.claims)
    return [
        [_figure(figure, *placed[figure.claim], here=figure.claim in members) for figure in series]
        for series in facts.figures
    ]


def _figure(figure: ToldFigure, claim: Claim, article: Article, *, here: bool) -> ToldFigureDocument:
    return {
        "claim": claim.id,
        "article": article.id,
        "outlet": claim.chain.publisher.agent.name,
        "published": article.published.isoformat() if article.published else None,
        "words": figure.words,
        "low": figure.low,
        "high": figure.high,
        "here": here,
    }
