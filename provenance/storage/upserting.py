"""Inserting rows that replace those of the same primary key."""

from collections.abc import Sequence

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from provenance.storage.columns import Row


def upsert(session: Session, table: type[Row], rows: Sequence[dict[str, object]]) -> None:
    """In one statement; every row has the same columns."""
    if not rows:
        return
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(table)
    key = [column.name for column in inspect(table).primary_key]
    new = {name: statement.excluded[name] for name in rows[0] if name not in key}
    session.execute(statement.on_conflict_do_update(index_elements=key, set_=new), rows)
