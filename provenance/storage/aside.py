"""Findings for one unit of work alone: tables of the same names that stand before the store's own, gone at its end."""

from sqlalchemy import Column, MetaData, Table, text
from sqlalchemy.orm import Session

from provenance.storage.findings import KEPT


def set_aside(session: Session) -> None:
    """Everything that the store keeps is copied; from here on what is kept is read and written there."""
    session.rollback()
    connection = session.connection()
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        # The first statement of a transaction: after another one it is refused.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE")
    else:
        connection.exec_driver_sql("BEGIN")
    own = "main" if sqlite else connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    before = "temp" if sqlite else "pg_temp"
    for table in KEPT:
        _like(table).create(connection)
        columns = ", ".join(column.name for column in table.columns)
        copy = f'INSERT INTO {before}.{table.name} ({columns}) SELECT {columns} FROM "{own}".{table.name}'  # noqa: S608
        connection.execute(text(copy))
    session.expire_all()


def begin_reading(session: Session) -> None:
    """Begins a transaction that sees one state of the store."""
    session.rollback()
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _like(table: Table) -> Table:
    """Without keys that refer to others: those stay with the store."""
    columns = [
        Column(column.name, column.type, primary_key=column.primary_key, nullable=column.nullable, autoincrement=False)
        for column in table.columns
    ]
    return Table(table.name, MetaData(), *columns, prefixes=["TEMPORARY"])
