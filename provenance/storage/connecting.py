"""One connection to a store, and the one place where database errors become StoreErrors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from provenance.errors import StoreUnavailable
from provenance.storage.address import MEMORY, Address
from provenance.storage.failures import store_error

WAIT = 5
"""Seconds that a lock is waited for."""

WRITERS = 7_016_996_765_293_437_281
"""PostgreSQL's advisory lock that one writer at a time holds."""


@contextmanager
def connect(address: Address, *, read_only: bool = False) -> Iterator[Connection]:
    """A connection outside any transaction; what was not committed is rolled back. A missing SQLite file is made, its
    folder too, unless `read_only`."""
    if address.path is not None:
        _expect_file(address.path, address.name, read_only)
    engine = _engine(address, read_only)
    try:
        with engine.connect() as connection:
            if not address.is_sqlite:
                connection.exec_driver_sql(f"SET lock_timeout = '{WAIT}s'")
                if read_only:
                    connection.exec_driver_sql("SET default_transaction_read_only = on")
                connection.commit()
            yield connection
    except SQLAlchemyError as error:
        raise store_error(error, address.name, address.password) from error


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """While a migration is at work on SQLite no reference is followed: a table that is rebuilt is dropped first, which
    would take the rows that refer to it along. Begins and ends outside any transaction."""
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.rollback()
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.rollback()


def take_write_lock(connection: Connection) -> None:
    """Until the transaction ends nobody else writes, so what is read from here on stays true. Waits WAIT seconds for
    another writer."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


@lru_cache(maxsize=8)
def _engine(address: Address, read_only: bool) -> Engine:
    """It holds no connection. Kept for the statements that it has compiled: to compile them anew at every use of the
    store took 16 of the 111 ms of CPU in which an article is analysed."""
    engine = _sqlite(address, read_only) if address.is_sqlite else _postgresql(address)
    event.listen(engine, "handle_error", lambda context: _translated(context, address))
    return engine


def _expect_file(path: Path, store: str, read_only: bool) -> None:
    """Its folder is made where it is to be written."""
    if not read_only:
        _make_folder(path.parent, store)
    if path.is_dir():
        raise StoreUnavailable(f"{store} cannot be opened: it is a folder; name a file in it")


def _translated(context: ExceptionContext, address: Address) -> BaseException | None:
    error = context.original_exception
    if context.sqlalchemy_exception is None and not isinstance(error, UnicodeError):
        return None
    return store_error(error, address.name, address.password)


def _sqlite(address: Address, read_only: bool) -> Engine:
    def dial() -> sqlite3.Connection:
        target = MEMORY if address.path is None else address.path.as_uri() + _mode(address.path, read_only)
        # No implicit BEGIN: the first write takes the lock at once. A read transaction that turns into a writing one
        # fails without waiting when somebody else wrote in between.
        connection = sqlite3.connect(target, uri=True, timeout=WAIT, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    return create_engine("sqlite://", creator=dial, poolclass=NullPool)


def _mode(path: Path, read_only: bool) -> str:
    if not read_only:
        return "?mode=rwc"
    log = path.with_name(path.name + "-wal")
    # In a folder that takes no files SQLite cannot lay out the shared memory that a reader needs.
    immutable = not os.access(path.parent, os.W_OK) and not log.exists()
    return "?mode=ro&immutable=1" if immutable else "?mode=ro"


def _make_folder(folder: Path, store: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{store} cannot be made: {folder}: {error.strerror}") from error


def _postgresql(address: Address) -> Engine:
    assert address.url is not None  # noqa: S101  (an address is a file's or has a URL)
    wait = {} if "connect_timeout" in address.url.query else {"connect_timeout": WAIT}
    try:
        return create_engine(address.url, connect_args=wait, poolclass=NullPool)
    except ModuleNotFoundError as error:
        message = f"{address.name} needs psycopg: pip install 'claim-provenance[postgres]'"
        raise StoreUnavailable(message) from error
