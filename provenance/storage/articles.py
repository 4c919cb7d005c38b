"""Articles and their revisions: found, listed, counted."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from provenance.errors import InvalidOption, NotStored
from provenance.model import Article
from provenance.storage.batches import batches
from provenance.storage.filters import ArticleCounts, ArticleFilter, ArticleOrder, StoredRevision
from provenance.storage.ids import begins
from provenance.storage.mapping import article_from_row
from provenance.storage.passages import articles_with
from provenance.storage.rows import ArticleRow, RevisionRow, is_current

_ID = re.compile(r"a[0-9a-f]{1,12}")


def find_article(session: Session, name: str) -> Article:
    """By URL, by locator, or by the first characters of its id."""
    addressed = or_(RevisionRow.url == name, RevisionRow.locator == name)
    found = session.scalars(_current_revisions().where(addressed)).all()
    if not found and _ID.fullmatch(name):
        found = session.scalars(_current_revisions().where(begins(ArticleRow.id, name))).all()
    if not found:
        raise NotStored(f"no article {name!r} in the store; `provenance articles` lists them")
    if len(found) > 1:
        ids = ", ".join(row.article_id for row in found[:10])
        raise InvalidOption(f"{name!r} means several articles: {ids}; give the id of one")
    return article_from_row(found[0])


def list_articles(session: Session, wanted: ArticleFilter) -> tuple[Article, ...]:
    # Ids first: whoever sorts whole rows sorts their texts, too.
    query = _wanted(session, wanted).order_by(*ORDERS[wanted.order], ArticleRow.id)
    ids = session.scalars(query.limit(wanted.limit).offset(wanted.offset)).all()
    found = articles_by_id(session, ids)
    return tuple(found[article_id] for article_id in ids)


ORDERS: dict[ArticleOrder, tuple[ColumnElement[Any], ...]] = {
    ArticleOrder.NEWEST: (RevisionRow.published.desc().nulls_last(),),
    ArticleOrder.OLDEST: (RevisionRow.published.nulls_last(),),
    ArticleOrder.READ_LAST: (RevisionRow.read_at.desc(),),
    ArticleOrder.OUTLET: (RevisionRow.outlet_name.nulls_last(), RevisionRow.published.desc().nulls_last()),
    ArticleOrder.TITLE: (RevisionRow.title.nulls_last(),),
}
"""Any: columns of every type."""


def count_wanted(session: Session, wanted: ArticleFilter) -> int:
    return session.scalars(select(func.count()).select_from(_wanted(session, wanted).subquery())).one()


def _wanted(session: Session, wanted: ArticleFilter) -> Select[str]:
    current = (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.sha256 == ArticleRow.current_revision)
    query = select(ArticleRow.id).join(RevisionRow, current)
    if wanted.outlet is not None:
        query = query.where(RevisionRow.outlet == wanted.outlet)
    if wanted.since is not None:
        query = query.where(RevisionRow.published >= wanted.since)
    if wanted.until is not None:
        query = query.where(RevisionRow.published <= wanted.until)
    if wanted.words is not None and wanted.words.strip():
        query = query.where(*map(ArticleRow.id.in_, articles_with(session, wanted.words, wanted.names)))
    return query


def articles_by_id(session: Session, ids: Iterable[str]) -> dict[str, Article]:
    found = {}
    for batch in batches(ids):
        for row in session.scalars(_current_revisions().where(ArticleRow.id.in_(batch))):
            found[row.article_id] = article_from_row(row)
    return found


def revisions(session: Session, article_id: str) -> tuple[StoredRevision, ...]:
    query = select(RevisionRow).where(RevisionRow.article_id == article_id).order_by(RevisionRow.number)
    rows = session.scalars(query.options(joinedload(RevisionRow.article)))
    return tuple(
        StoredRevision(
            article=article_from_row(row),
            number=row.number,
            read_at=row.read_at,
            directory=row.directory,
            current=row.sha256 == row.article.current_revision,
        )
        for row in rows
    )


def count_articles(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(ArticleRow)).one()


def count_parts(session: Session, ids: Iterable[str]) -> dict[str, ArticleCounts]:
    """Of each article that is stored."""
    claims = select(func.count()).where(is_current()).correlate(ArticleRow).scalar_subquery()
    known = select(func.count()).where(RevisionRow.article_id == ArticleRow.id).correlate(ArticleRow).scalar_subquery()
    counts = {}
    for batch in batches(ids):
        query = select(ArticleRow.id, claims, known).where(ArticleRow.id.in_(batch)).order_by(ArticleRow.id)
        for article_id, claim_count, revision_count in session.execute(query):
            counts[article_id] = ArticleCounts(claims=claim_count, revisions=revision_count)
    return counts


def _current_revisions() -> Select[RevisionRow]:
    return (
        select(RevisionRow)
        .join(RevisionRow.article)
        .where(RevisionRow.sha256 == ArticleRow.current_revision)
        .options(contains_eager(RevisionRow.article))
        .order_by(ArticleRow.id)
    )
