"""What people decided of the reading of articles, as texts to measure and to train with."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from provenance.analysis import Corrected, Lineage
from provenance.model import Article, Claim, Decision, DecisionKind, Mode
from provenance.report import attribution_to_dict
from provenance.services.documents import Document
from provenance.services.opening import open_to_read
from provenance.services.rulings import corrected_articles
from provenance.settings import Settings

DONE = {DecisionKind.CONFIRM: "confirmed", DecisionKind.CORRECT: "corrected", DecisionKind.ADD: "added"}
"""What a person did to an attribution; nothing stands for one that nobody has looked at."""


def export_corrections(settings: Settings, now: datetime) -> tuple[Document, ...]:
    """The articles whose reading people confirmed or corrected, by id, each in its current revision with every
    attribution in force, as the benchmarks of attribution read them: `id`, `text`, `attributions`. `decided` says what
    a person did to each, `decisions` by which decisions; what is no attribution by a person's decision is `rejected`,
    as the machine reads it. The publisher's own voice is no attribution."""
    with open_to_read(settings, now) as store:
        corrected = corrected_articles(store)
        articles = store.articles_by_id(corrected)
    return tuple(
        _line(articles[article_id], each)
        for article_id, each in sorted(corrected.items())
        if any(lineage.steps for lineage in each.lineages)
    )


def _line(article: Article, corrected: Corrected) -> Document:
    held = [(lineage.claim, lineage) for lineage in corrected.lineages if _is_attribution(lineage.claim)]
    gone = [
        (lineage.read, lineage)
        for lineage in corrected.lineages
        if _is_attribution(lineage.read) and not _is_attribution(lineage.claim)
    ]
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "revision": article.sha256,
        "text": article.text,
        "attributions": list(_rows(held, article.text)),
        "rejected": list(_rows(gone, article.text)),
    }


def _is_attribution(claim: Claim | None) -> bool:
    return claim is not None and claim.mode is not Mode.OWN


def _rows(found: list[tuple[Claim | None, Lineage]], text: str) -> Iterator[dict[str, Any]]:
    """In the order of the text. Any: JSON."""
    claims = [(claim, lineage) for claim, lineage in found if claim]
    for claim, lineage in sorted(claims, key=lambda each: (each[0].spans, each[0].id)):
        yield {
            **attribution_to_dict(claim, text),
            "decided": _done(lineage),
            "decisions": [_decision(step.decision) for step in lineage.steps],
        }


def _done(lineage: Lineage) -> str | None:
    """The last word: a claim that was corrected and then confirmed is a corrected one."""
    kinds = [step.decision.made.kind for step in lineage.steps]
    if kinds[-1:] == [DecisionKind.REJECT]:
        return "rejected"
    changed = [kind for kind in kinds if kind is not DecisionKind.CONFIRM]
    if DecisionKind.ADD in changed:
        return DONE[DecisionKind.ADD]
    return DONE[(changed or kinds)[-1]] if kinds else None


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "kind": decision.made.kind.value,
        "by": decision.made_by,
        "why": decision.why,
        "at": decision.made_at.isoformat(),
    }
