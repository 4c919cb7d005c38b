"""Lists of groups by what was found of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from provenance.model import GroupOrder, Role
from provenance.storage.batches import batches
from provenance.storage.finding_rows import FindingGroupRow, FindingRow
from provenance.storage.findings import day_of
from provenance.storage.kept import ClaimLine, GroupFilter, KeptGroup
from provenance.storage.passages import claims_with
from provenance.storage.rows import ClaimRow, LinkRow, RevisionRow

LARGEST = (FindingGroupRow.size.desc(), FindingGroupRow.group_id)

ORDERS: dict[GroupOrder, tuple[Any, ...]] = {
    GroupOrder.LARGEST: (),
    GroupOrder.NEWEST: (FindingGroupRow.age,),
    GroupOrder.MOST_BACKED: (FindingGroupRow.independent.desc(), FindingGroupRow.origins.desc()),
    GroupOrder.LEAST_BACKED: (FindingGroupRow.independent, FindingGroupRow.origins),
    GroupOrder.CONTRADICTED: (FindingGroupRow.contradicted.desc(),),
    GroupOrder.FIGURES_DIFFER: (FindingGroupRow.figures_differ.desc(),),
}
"""Any: columns of every type, and how they are ordered."""


def list_kept_groups(session: Session, wanted: GroupFilter) -> tuple[KeptGroup, ...]:
    query = select(FindingGroupRow).where(*_conditions(session, wanted)).order_by(*ORDERS[wanted.order], *LARGEST)
    return tuple(
        KeptGroup(
            id=row.group_id,
            size=row.size,
            origins=row.origins,
            independent=row.independent,
            circular=row.circular,
            contradicted=row.contradicted,
            figures_differ=row.figures_differ,
            latest=day_of(row.age),
            first=tuple(row.first),
        )
        for row in session.scalars(query.limit(wanted.limit).offset(wanted.offset))
    )


def count_kept_groups(session: Session, wanted: GroupFilter) -> int:
    query = select(func.count()).select_from(FindingGroupRow).where(*_conditions(session, wanted))
    return session.scalars(query).one()


def claim_lines(session: Session, claim_ids: Iterable[str]) -> dict[str, ClaimLine]:
    """By id; one that is not stored is left out."""
    found: dict[str, ClaimLine] = {}
    for batch in batches(claim_ids):
        for row in session.execute(_lines().where(ClaimRow.id.in_(batch))):
            found[row.id] = ClaimLine(
                claim=row.id,
                text=row.text,
                publisher=row.name,
                article=row.article_id,
                title=row.title,
                url=row.url,
                published=row.published,
                outlet=row.outlet_name,
            )
    return found


def _lines() -> Select[str, str, str, str, str | None, str | None, date | None, str | None]:
    revision = (RevisionRow.article_id == ClaimRow.article_id) & (RevisionRow.sha256 == ClaimRow.revision)
    publisher = (LinkRow.claim_id == ClaimRow.id) & (LinkRow.role == Role.PUBLISHER.value)
    of_article = (RevisionRow.title, RevisionRow.url, RevisionRow.published, RevisionRow.outlet_name)
    return (
        select(ClaimRow.id, ClaimRow.text, ClaimRow.article_id, LinkRow.name, *of_article)
        .join(RevisionRow, revision)
        .join(LinkRow, publisher)
    )


def _conditions(session: Session, wanted: GroupFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.contradicted is not None:
        yield FindingGroupRow.contradicted == wanted.contradicted
    if wanted.figures_differ is not None:
        yield FindingGroupRow.figures_differ == wanted.figures_differ
    if wanted.words is not None and wanted.words.strip():
        all_of_it = [FindingRow.claim_id.in_(found) for found in claims_with(session, wanted.words, wanted.names)]
        yield FindingGroupRow.group_id.in_(select(FindingRow.group_id).where(*all_of_it))
