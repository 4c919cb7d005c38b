"""Which schema a database has, whether it is ours, and how it gets the newest one."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from provenance.errors import StoreForeign, StoreNewer, StoreOutdated, StoreUnavailable
from provenance.storage.address import Address
from provenance.storage.connecting import rebuilding, take_write_lock

VERSION_TABLE = "provenance_schema"
"""Not Alembic's own name: another program's tables shall not be taken for ours."""

APPLICATION_ID = 0x50524F56
"""Stands in the header of our SQLite files: PROV in ASCII."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreState:
    """`current` is None where nothing has been made yet; `pending` are the revisions still to be applied, in order;
    `location` holds no password."""

    engine: str
    location: str
    current: str | None
    head: str
    pending: tuple[str, ...]


def read_state(connection: Connection, address: Address) -> StoreState:
    """Raises StoreForeign for another program's database, StoreNewer for one of a later version of this program."""
    current = _current(connection, address)
    known = known_revisions()
    if current is not None and current not in known:
        raise StoreNewer(f"{address.name} was made by a newer version of provenance ({current}): upgrade the program")
    return StoreState(
        engine=connection.dialect.name,
        location=address.location,
        current=current,
        head=known[0],
        pending=tuple(reversed(known if current is None else known[: known.index(current)])),
    )


def prepare(connection: Connection, address: Address, *, read_only: bool) -> None:
    """Makes and migrates an SQLite store; refuses a PostgreSQL one that is not up to date, and any that may only be
    read."""
    state = read_state(connection, address)
    connection.rollback()
    if state.pending and (not address.is_sqlite or (read_only and not address.is_in_memory)):
        was = "is of an older version" if state.current else "holds no tables yet"
        raise StoreOutdated(f"{address.name} {was}: run `provenance db upgrade`")
    if state.pending:
        upgrade(connection, address)
    if read_only and address.is_in_memory:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    elif address.path is not None and not read_only:
        _keep_log_ahead(connection)
    connection.rollback()


def upgrade(connection: Connection, address: Address) -> None:
    """Applies what is pending in one transaction, under the write lock: of two processes one does it and the other
    finds it done."""
    with rebuilding(connection):
        take_write_lock(connection)
        if read_state(connection, address).pending:
            config = Config()
            config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if address.is_sqlite:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()


def check_file(connection: Connection, address: Address) -> None:
    """Reads the whole of an SQLite file; StoreUnavailable where it is damaged. PostgreSQL has checks of its own."""
    if not address.is_sqlite:
        return
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise StoreUnavailable(f"{address.name} is damaged; restore it from a copy")
    orphans = sorted({row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})
    if orphans:
        rows = f"rows of {', '.join(orphans)} refer to rows that are gone"
        raise StoreUnavailable(f"{address.name} is damaged: {rows}; restore it from a copy")


@cache
def known_revisions() -> tuple[str, ...]:
    """The newest first."""
    return tuple(script.revision for script in ScriptDirectory(str(migrations_folder())).walk_revisions())


def migrations_folder() -> Path:
    """Inside the package when it was installed, beside it in a source checkout."""
    package = Path(__file__).parent.parent
    installed = package / "_migrations"
    return installed if installed.is_dir() else package.parent / "migrations"


def _current(connection: Connection, address: Address) -> str | None:
    foreign = StoreForeign(f"{address.name} belongs to another program; choose another with --db")
    if address.is_sqlite:
        marked = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if marked not in (0, APPLICATION_ID):
            raise foreign
    current = None
    found = inspect(connection)
    if found.has_table(VERSION_TABLE):
        current = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar_one_or_none()  # noqa: S608
    if current is None and set(found.get_table_names()) - {VERSION_TABLE}:
        raise foreign
    return current


def _keep_log_ahead(connection: Connection) -> None:
    """Readers and a writer do not wait for one another in WAL mode. Where it cannot be had (another process at work, a
    file system that does not know it) the store works all the same, and the next opening tries again."""
    if connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
        with suppress(StoreUnavailable):
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
