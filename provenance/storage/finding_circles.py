"""Circular reporting that was found: kept with its group, listed in the order of all."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from provenance.model import Circle, CircleKind, CircleStep, StepKind
from provenance.storage.columns import Row
from provenance.storage.finding_rows import FindingCircleRow
from provenance.storage.mapping import Columns

CircleJson = dict[str, Any]
"""Any: a circle as JSON."""

PLACES = {kind: place for place, kind in enumerate(CircleKind)}

_PARTS = ("group_id", "kind", "text", "outlets", "claims", "steps")

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
    placed = {"number": number, "place": PLACES[circle.kind], "size": len(circle.claims)}
    return {**circle_to_json(circle), **placed}


def _from_row(row: FindingCircleRow) -> Circle:
    return circle_from_json({name: getattr(row, name) for name in _PARTS})


def circle_to_json(circle: Circle) -> CircleJson:
    return {
        "group_id": circle.group,
        "kind": circle.kind.value,
        "text": circle.text,
        "outlets": list(circle.outlets),
        "claims": list(circle.claims),
        "steps": [[step.citing, step.cited, step.how.value, step.claim, step.words] for step in circle.steps],
    }


def circle_from_json(circle: CircleJson) -> Circle:
    return Circle(
        kind=CircleKind(circle["kind"]),
        group=circle["group_id"],
        text=circle["text"],
        outlets=tuple(circle["outlets"]),
        claims=tuple(circle["claims"]),
        steps=tuple(
            CircleStep(citing=citing, cited=cited, how=StepKind(how), claim=claim, words=words)
            for citing, cited, how, claim, words in circle["steps"]
        ),
    )
