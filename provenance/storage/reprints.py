"""Articles that reprint one another."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from provenance.matching import Reprint, ReprintKind
from provenance.storage.batches import batches
from provenance.storage.mapping import Columns
from provenance.storage.rows import ReprintRow
from provenance.storage.upserting import upsert


def reprint_to_row(reprint: Reprint) -> Columns:
    return {
        "left_article": reprint.left,
        "right_article": reprint.right,
        "kind": reprint.kind.value,
        "overlap": reprint.overlap,
        "reason": reprint.reason,
    }


def reprint_from_row(row: ReprintRow) -> Reprint:
    return Reprint(
        left=row.left_article,
        right=row.right_article,
        kind=ReprintKind(row.kind),
        overlap=row.overlap,
        reason=row.reason,
    )


def save_reprints(session: Session, reprints: Iterable[Reprint]) -> None:
    upsert(session, ReprintRow, [reprint_to_row(reprint) for reprint in reprints])


def reprints_of(session: Session, article_ids: Iterable[str]) -> tuple[Reprint, ...]:
    found = {}
    for batch in batches(article_ids):
        either = or_(ReprintRow.left_article.in_(batch), ReprintRow.right_article.in_(batch))
        for row in session.scalars(select(ReprintRow).where(either)):
            found[row.left_article, row.right_article] = reprint_from_row(row)
    return tuple(found[pair] for pair in sorted(found))
