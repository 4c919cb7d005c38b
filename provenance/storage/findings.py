"""What analysis found of claims: kept, dropped and looked through.

What is kept holds for the store as a whole or not at all: as long as any claim is due, or all was made with something
else, nobody lists it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Insert, Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from provenance.model import Circle, Mode
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.finding_articles import drop_articles
from provenance.storage.finding_circles import insert_circles
from provenance.storage.finding_rows import (
    FindingArticleRow,
    FindingCautionRow,
    FindingCircleRow,
    FindingDueRow,
    FindingFamilyRow,
    FindingGroupRow,
    FindingRow,
    FindingStateRow,
)
from provenance.storage.kept import KeptFinding, KeptGroup
from provenance.storage.mapping import Columns, folded
from provenance.storage.rows import ArticleRow, ClaimRow, is_current

KEPT = tuple(
    Row.metadata.tables[rows.__tablename__]
    for rows in (
        FindingRow,
        FindingCautionRow,
        FindingFamilyRow,
        FindingGroupRow,
        FindingCircleRow,
        FindingArticleRow,
        FindingDueRow,
        FindingStateRow,
    )
)

UNDATED_AGE = date.max.toordinal() + 1
"""More than any day's."""


@dataclass(frozen=True, slots=True)
class Due:
    """A claim to look at again, stored or removed by now, with its article."""

    claim: str
    article: str


def age_of(day: date | None) -> int:
    return UNDATED_AGE if day is None else date.max.toordinal() - day.toordinal()


def day_of(age: int) -> date | None:
    return None if age == UNDATED_AGE else date.fromordinal(date.max.toordinal() - age)


def made_with(session: Session) -> str | None:
    return session.scalars(select(FindingStateRow.made_with)).first()


def is_whole(session: Session, edition: str) -> bool:
    held = made_with(session)
    if held is None:
        return session.scalars(select(ArticleRow.id).limit(1)).first() is None
    return held == edition and session.scalars(select(FindingDueRow.claim_id).limit(1)).first() is None


def begin_anew(session: Session, edition: str) -> bool:
    """Drops everything that was made with something else, and has every claim looked at again; whether it had to."""
    if made_with(session) == edition:
        return False
    for table in reversed(KEPT):
        session.execute(delete(table))
    current = select(ClaimRow.id, ClaimRow.article_id).join(ArticleRow, is_current())
    session.execute(_into(FindingDueRow).from_select(["claim_id", "article_id"], current))
    session.execute(_into(FindingStateRow), [{"id": 1, "made_with": edition}])
    return True


def list_due(session: Session, limit: int) -> tuple[Due, ...]:
    rows = session.execute(
        select(FindingDueRow.claim_id, FindingDueRow.article_id).order_by(FindingDueRow.claim_id).limit(limit)
    )
    return tuple(Due(claim_id, article_id) for claim_id, article_id in rows)


def is_settled(session: Session, edition: str) -> bool:
    """Whether there is nothing left to find of claims."""
    counted = session.scalars(select(FindingStateRow.id).where(FindingStateRow.counted.is_not(None))).first()
    return counted is not None and is_whole(session, edition)


def count_due(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(FindingDueRow)).one()


def count_waiting(session: Session, edition: str) -> int:
    """How many claims are to be looked at before findings are whole that were made with this."""
    if made_with(session) == edition:
        return count_due(session)
    current = select(func.count()).select_from(ClaimRow).join(ArticleRow, is_current())
    return session.scalars(current).one()


def save_findings(
    session: Session,
    looked_at: Iterable[str],
    found: Sequence[KeptFinding],
    groups: Sequence[KeptGroup],
    circles: Sequence[Circle],
) -> None:
    """`looked_at` are the ids of all claims that are no longer due, stored or not; what was kept of them goes, and of
    their articles as wholes."""
    session.execute(update(FindingStateRow).values(counted=None))
    gone = _drop(session, set(looked_at))
    places = _places(session, [finding.claim for finding in found])
    drop_articles(session, {article for article, _ in places.values()})
    _insert(session, FindingRow, [_finding_row(finding, *places[finding.claim]) for finding in found])
    _insert(
        session, FindingCautionRow, [row for finding in found for row in _caution_rows(finding, *places[finding.claim])]
    )
    _insert(
        session,
        FindingFamilyRow,
        [
            {"claim_id": finding.claim, "family": folded(family)}
            for finding in found
            for family in sorted(set(finding.families))
        ],
    )
    _replace_groups(session, gone, groups)
    insert_circles(session, circles)


def _caution_rows(finding: KeptFinding, article: str, position: int) -> Iterator[Columns]:
    had: set[str] = set()
    for place, caution in enumerate(finding.cautions):
        code = caution.code.value
        yield {
            "claim_id": finding.claim,
            "place": place,
            "code": code,
            "again": code in had,
            "own_voice": finding.mode is Mode.OWN,
            "age": age_of(finding.published),
            "article_id": article,
            "position": position,
            "text": caution.text,
            "outlets": list(caution.outlets) or None,
        }
        had.add(code)


def _drop(session: Session, claim_ids: set[str]) -> set[str]:
    """The ids of groups that may be there no more."""
    groups = {f"g{claim_id[1:]}" for claim_id in claim_ids}
    for batch in batches(claim_ids):
        for noted in (FindingDueRow, FindingRow):
            articles = select(noted.article_id).where(noted.claim_id.in_(batch)).distinct()
            drop_articles(session, session.scalars(articles))
        groups.update(session.scalars(select(FindingRow.group_id).where(FindingRow.claim_id.in_(batch)).distinct()))
        for rows in (FindingCautionRow, FindingFamilyRow, FindingRow, FindingDueRow):
            session.execute(delete(rows).where(rows.claim_id.in_(batch)))
    return groups


def _replace_groups(session: Session, gone: set[str], groups: Sequence[KeptGroup]) -> None:
    """A group that is named in `gone` stays where claims that are not looked at yet are in it. With a group goes what
    circular reporting it held."""
    held = {group.id: group for group in groups}
    for batch in batches(gone | held.keys()):
        together = FindingRow.group_id.in_(batch) & (FindingRow.group_size > 1)
        still = set(session.scalars(select(FindingRow.group_id).where(together).distinct()))
        dropped = [name for name in batch if name not in still or name in held]
        for rows in (FindingGroupRow, FindingCircleRow):
            session.execute(delete(rows).where(rows.group_id.in_(dropped)))
    _insert(
        session,
        FindingGroupRow,
        [
            {
                "group_id": group.id,
                "size": group.size,
                "origins": group.origins,
                "independent": group.independent,
                "circular": group.circular,
                "contradicted": group.contradicted,
                "figures_differ": group.figures_differ,
                "age": age_of(group.latest),
                "first": list(group.first),
            }
            for group in groups
        ],
    )


def _places(session: Session, claim_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Article and position of each."""
    found: dict[str, tuple[str, int]] = {}
    for batch in batches(claim_ids):
        query = select(ClaimRow.id, ClaimRow.article_id, ClaimRow.position).where(ClaimRow.id.in_(batch))
        found.update((claim_id, (article, position)) for claim_id, article, position in session.execute(query))
    return found


def _finding_row(finding: KeptFinding, article: str, position: int) -> Columns:
    return {
        "claim_id": finding.claim,
        "article_id": article,
        "position": position,
        "age": age_of(finding.published),
        "mode": finding.mode.value,
        "source": finding.source,
        "attributed": finding.attributed,
        "state_affiliated": finding.state_affiliated,
        "publisher": folded(finding.publisher),
        "speaker": folded(finding.speaker or ""),
        "origins": finding.origins,
        "independent": finding.independent,
        "reasons": list(finding.reasons),
        "group_id": finding.group,
        "group_size": finding.group_size,
    }


def _insert(session: Session, of: type[Row], rows: Sequence[Columns]) -> None:
    if rows:
        session.execute(_into(of), rows)


def _into(of: type[Row]) -> Insert:
    # The table, not the class: for a class the session would send row by row.
    table: Table = Row.metadata.tables[of.__tablename__]
    return insert(table)
