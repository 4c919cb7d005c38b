"""Inserting rows that replace those of the same primary key."""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from provenance.storage.columns import Row
from provenance.storage.mapping import Columns


def upsert(session: Session, of: type[Row], rows: Sequence[Columns]) -> None:
    """In one statement; every row has the same columns."""
    if not rows:
        return
    # The table, not the class: for a class the session would send row by row.
    table: Table = Row.metadata.tables[of.__tablename__]
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(table)
    key = [column.name for column in table.primary_key]
    new = {name: statement.excluded[name] for name in rows[0] if name not in key}
    session.execute(statement.on_conflict_do_update(index_elements=key, set_=new), rows)
    # The session does not see what went past its objects.
    session.expire_all()
