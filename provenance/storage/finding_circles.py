"""Circular reporting that was found: kept with its group, listed in the order of all."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from provenance.model import Circle, CircleKind, CircleStep, StepKind
from provenance.storage.columns import Row
from provenance.storage.finding_rows import FindingCircleRow
from provenance.storage.mapping import Columns

PLACES = {kind: place for place, kind in enumerate(CircleKind)}

ORDER = (FindingCircleRow.place, FindingCircleRow.size.desc(), FindingCircleRow.group_id, FindingCircleRow.text)


def insert_circles(session: Session, circles: Sequence[Circle]) -> None:
    by_group: dict[str, list[Circle]] = defaultdict(list)
    for circle in circles:
        by_group[circle.group].append(circle)
    rows = [_to_row(circle, number) for held in by_group.values() for number, circle in enumerate(held)]
    if rows:
        table: Table = Row.metadata.tables[FindingCircleRow.__tablename__]
        session.execute(insert(table), rows)


def list_circles(session: Session, limit: int | None, offset: int) -> tuple[Circle, ...]:
    """Rings first, then the largest."""
    query = select(FindingCircleRow).order_by(*ORDER).limit(limit).offset(offset)
    return tuple(map(_from_row, session.scalars(query)))


def count_circles(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(FindingCircleRow)).one()


def _to_row(circle: Circle, number: int) -> Columns:
    return {
        "group_id": circle.group,
        "number": number,
        "place": PLACES[circle.kind],
        "size": len(circle.claims),
        "kind": circle.kind.value,
        "text": circle.text,
        "outlets": list(circle.outlets),
        "claims": list(circle.claims),
        "steps": [[step.citing, step.cited, step.how.value, step.claim, step.words] for step in circle.steps],
    }


def _from_row(row: FindingCircleRow) -> Circle:
    return Circle(
        kind=CircleKind(row.kind),
        group=row.group_id,
        text=row.text,
        outlets=tuple(row.outlets),
        claims=tuple(row.claims),
        steps=tuple(
            CircleStep(citing=citing, cited=cited, how=StepKind(how), claim=claim, words=words)
            for citing, cited, how, claim, words in row.steps
        ),
    )
