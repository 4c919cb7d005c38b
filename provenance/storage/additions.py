"""What a newsroom added to the outlet directory, in the order of adding."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from provenance.outlets import Addition, NewRow
from provenance.storage.directory_rows import AdditionRow


def save_additions(
    session: Session, rows: Sequence[NewRow], made_by: str, why: str, made_at: datetime
) -> tuple[Addition, ...]:
    """As one batch. The caller holds the write lock: two writers would count to the same number."""
    last, batch = session.execute(select(func.max(AdditionRow.id), func.max(AdditionRow.batch))).one()
    made = [
        AdditionRow(
            id=number,
            batch=(batch or 0) + 1,
            of_table=row.table,
            cells=[list(pair) for pair in row.cells],
            made_by=made_by,
            why=why,
            made_at=made_at,
        )
        for number, row in enumerate(rows, start=(last or 0) + 1)
    ]
    session.add_all(made)
    session.flush()
    return tuple(map(_from_row, made))


def list_additions(session: Session) -> tuple[Addition, ...]:
    # Columns, not objects: there may be thousands, and every command that has a store at hand reads them.
    rows = session.execute(select(*AdditionRow.__table__.columns).order_by(AdditionRow.id))
    return tuple(map(_from_row, rows))


# Any: an object of the session and a row of columns have the same attributes.
def _from_row(row: Any) -> Addition:
    return Addition(
        id=row.id,
        batch=row.batch,
        table=row.of_table,
        cells=tuple((column, content) for column, content in row.cells),
        made_by=row.made_by,
        why=row.why,
        made_at=row.made_at,
    )
