"""What was found of articles as wholes: kept until anything changes that is found of one of their claims."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Table, delete, exists, insert, select
from sqlalchemy.orm import Session

from provenance.model import Agent, AgentKind, RelatedArticle, RelationKind
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.finding_circles import circle_from_json, circle_to_json
from provenance.storage.finding_rows import FindingArticleRow
from provenance.storage.kept import KeptArticle
from provenance.storage.mapping import Columns
from provenance.storage.rows import ArticleRow

RelatedJson = dict[str, Any]
"""Any: an article that is related, as JSON."""


def list_unweighed(session: Session, limit: int) -> tuple[str, ...]:
    """By id."""
    known = exists().where(FindingArticleRow.article_id == ArticleRow.id)
    return tuple(session.scalars(select(ArticleRow.id).where(~known).order_by(ArticleRow.id).limit(limit)))


def read_article(session: Session, article_id: str) -> KeptArticle | None:
    row = session.get(FindingArticleRow, article_id)
    if row is None:
        return None
    return KeptArticle(
        article=row.article_id,
        origins=row.origins,
        independent=row.independent,
        circles=tuple(map(circle_from_json, row.circles)),
        related=tuple(map(_from_json, row.related)),
    )


def save_articles(session: Session, found: Sequence[KeptArticle]) -> None:
    drop_articles(session, [kept.article for kept in found])
    if found:
        table: Table = Row.metadata.tables[FindingArticleRow.__tablename__]
        session.execute(insert(table), list(map(_to_row, found)))


def drop_articles(session: Session, article_ids: Iterable[str]) -> None:
    for batch in batches(article_ids):
        session.execute(delete(FindingArticleRow).where(FindingArticleRow.article_id.in_(batch)))


def _to_row(kept: KeptArticle) -> Columns:
    return {
        "article_id": kept.article,
        "origins": kept.origins,
        "independent": kept.independent,
        "circles": list(map(circle_to_json, kept.circles)),
        "related": list(map(_to_json, kept.related)),
    }


def _to_json(related: RelatedArticle) -> RelatedJson:
    agent = related.publisher
    return {
        "id": related.id,
        "title": related.title,
        "url": related.url,
        "published": related.published.isoformat() if related.published else None,
        "language": related.language,
        "outlet_name": related.outlet_name,
        "publisher": {"name": agent.name, "kind": agent.kind.value, "outlet": agent.outlet, "party": agent.party},
        "kinds": {kind.value: count for kind, count in related.kinds.items()},
    }


def _from_json(related: RelatedJson) -> RelatedArticle:
    return RelatedArticle(
        id=related["id"],
        title=related["title"],
        url=related["url"],
        published=date.fromisoformat(related["published"]) if related["published"] else None,
        language=related["language"],
        outlet_name=related["outlet_name"],
        publisher=_agent(related["publisher"]),
        kinds={RelationKind(kind): count for kind, count in related["kinds"].items()},
    )


def _agent(agent: Mapping[str, Any]) -> Agent:  # Any: JSON
    return Agent(name=agent["name"], kind=AgentKind(agent["kind"]), outlet=agent["outlet"], party=agent["party"])
