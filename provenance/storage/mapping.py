"""Between values of the model and rows, by hand: articles, claims, comparisons, groups, reprints."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from provenance.model import (
    Agent,
    AgentKind,
    Agreement,
    Article,
    Chain,
    Claim,
    Comparison,
    Label,
    Link,
    Mode,
    Reason,
    Role,
    Span,
    Spans,
    Standing,
    StateAffiliation,
    Via,
)
from provenance.storage.columns import Pairs
from provenance.storage.rows import RevisionRow

Columns = dict[str, object]
"""A row to be inserted, by column."""

ReasonJson = dict[str, Any]
"""Any: a reason as JSON, words and places."""


def folded(text: str) -> str:
    """Without difference of case; the database's own folding knows no letters but ASCII on SQLite."""
    return text.casefold()


def revision_to_row(article: Article, *, number: int, read_at: datetime, directory: str | None) -> RevisionRow:
    return RevisionRow(
        article_id=article.id,
        sha256=article.sha256,
        number=number,
        read_at=read_at,
        directory=directory,
        title=article.title,
        byline=article.byline,
        url=article.url,
        locator=article.locator,
        outlet=article.outlet,
        outlet_name=article.outlet_name,
        published=article.published,
        language=article.language,
        text=article.text,
    )


def article_from_row(row: RevisionRow) -> Article:
    return Article(
        text=row.text,
        title=row.title,
        byline=row.byline,
        url=row.url,
        locator=row.locator,
        outlet=row.outlet,
        outlet_name=row.outlet_name,
        published=row.published,
        language=row.language,
        key=row.article.key,
    )


def claim_to_row(claim: Claim, position: int, *, in_force: bool = True) -> Columns:
    """Without its links, which are `links_to_rows`."""
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "revision": claim.revision,
        "position": position,
        "mode": claim.mode.value,
        "hedged": claim.hedged,
        "text": claim.text,
        "folded": folded(claim.text),
        "spans": _pairs(claim.spans),
        "cue": claim.cue,
        "cue_spans": _pairs(claim.cue_spans),
        "source_spans": _pairs(claim.source_spans),
        "headline_spans": _pairs(claim.headline_spans),
        "about": list(claim.about),
        "channel": claim.chain.channel,
        "decision": claim.decided,
        "in_force": in_force,
    }


def links_to_rows(claim: Claim) -> list[Columns]:
    return [_link_to_row(claim.id, position, link) for position, link in enumerate(claim.chain.links)]


def claim_from_row(row: Row[Any], links: Iterable[Link]) -> Claim:
    """Any: columns of every type; so below."""
    return Claim(
        article_id=row.article_id,
        revision=row.revision,
        text=row.text,
        spans=_spans(row.spans),
        mode=Mode(row.mode),
        chain=Chain(links=tuple(links), channel=row.channel),
        hedged=row.hedged,
        cue=row.cue,
        cue_spans=_spans(row.cue_spans),
        source_spans=_spans(row.source_spans),
        headline_spans=_spans(row.headline_spans),
        about=tuple(row.about),
        decided=row.decision,
    )


def comparison_to_row(comparison: Comparison) -> Columns:
    return {
        "left_claim": comparison.left,
        "right_claim": comparison.right,
        "agreement": comparison.agreement.value,
        "similarity": comparison.similarity,
        "reasons": [reason_to_json(reason) for reason in comparison.reasons],
    }


def comparison_from_row(row: Row[Any]) -> Comparison:
    return Comparison(
        left=row.left_claim,
        right=row.right_claim,
        agreement=Agreement(row.agreement),
        similarity=row.similarity,
        reasons=tuple(reason_from_json(reason) for reason in row.reasons),
    )


def reason_to_json(reason: Reason) -> ReasonJson:
    return {"code": reason.code, "text": reason.text, "left": _pairs(reason.left), "right": _pairs(reason.right)}


def reason_from_json(reason: ReasonJson) -> Reason:
    return Reason(code=reason["code"], text=reason["text"], left=_spans(reason["left"]), right=_spans(reason["right"]))


def _link_to_row(claim_id: str, position: int, link: Link) -> Columns:
    standing = link.standing
    return {
        "claim_id": claim_id,
        "position": position,
        "step": link.step,
        "role": link.role.value,
        "name": link.agent.name,
        "folded": folded(link.agent.name),
        "kind": link.agent.kind.value,
        "outlet": link.agent.outlet,
        "party": link.agent.party,
        "via": link.via.value if link.via else None,
        "span": [link.span.start, link.span.end] if link.span else None,
        "mention": link.mention,
        "in_text_label": link.in_text_label,
        "label": standing.label.value if standing else None,
        "state_affiliated": standing.state_affiliated.value if standing else None,
        "control_family": standing.control_family if standing else None,
        "states": list(standing.states) if standing else None,
    }


def link_from_row(row: Row[Any]) -> Link:
    return Link(
        step=row.step,
        role=Role(row.role),
        agent=Agent(name=row.name, kind=AgentKind(row.kind), outlet=row.outlet, party=row.party),
        via=Via(row.via) if row.via else None,
        span=Span(*row.span) if row.span else None,
        mention=row.mention,
        in_text_label=row.in_text_label,
        standing=_standing(row),
    )


def _standing(row: Row[Any]) -> Standing | None:
    if row.label is None or row.state_affiliated is None or row.control_family is None:
        return None
    return Standing(
        label=Label(row.label),
        state_affiliated=StateAffiliation(row.state_affiliated),
        control_family=row.control_family,
        states=tuple(row.states or ()),
    )


def _pairs(spans: Iterable[Span]) -> Pairs:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Pairs) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
