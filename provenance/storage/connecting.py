"""One connection to a store, and the one place where database errors become StoreErrors."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, PoolProxiedConnection, QueuePool

from provenance.errors import StoreUnavailable
from provenance.storage.address import MEMORY, Address
from provenance.storage.failures import store_error

WAIT = 5
"""Seconds that a lock is waited for."""

WRITERS = 7_016_996_765_293_437_281
"""PostgreSQL's advisory lock that one writer at a time holds."""

KEPT = 4
"""Connections that stay open between units of work, to read and to write each; who finds them all in use opens one."""

CACHE = 4_000
"""Kilobytes of an SQLite file that each of them holds in memory."""

_LEAVING: dict[str, Any] = {"poolclass": NullPool}
_KEEPING: dict[str, Any] = {"poolclass": QueuePool, "pool_size": KEPT, "max_overflow": -1, "pool_use_lifo": True}
"""Any: as SQLAlchemy takes them."""

_kept: ContextVar[dict[tuple[Address, bool], Engine] | None] = ContextVar("kept", default=None)
"""The engines whose connections stay open, by address and whether they only read; None where none shall."""


@contextmanager
def keep_connections() -> Iterator[None]:
    """Within it a connection stays open for the next unit of work, with what it has read and prepared: for a program
    that answers many requests. They are closed at the end."""
    engines: dict[tuple[Address, bool], Engine] = {}
    before = _kept.set(engines)
    try:
        yield
    finally:
        _kept.reset(before)
        # Those that write last: SQLite's log is put away by the last one that leaves, if that one may write.
        for _, engine in sorted(engines.items(), key=lambda kept: not kept[0][1]):
            engine.dispose()


@contextmanager
def connect(address: Address, *, read_only: bool = False) -> Iterator[Connection]:
    """A connection outside any transaction; what was not committed is rolled back. A missing SQLite file is made, its
    folder too, unless `read_only`."""
    if address.path is not None:
        _expect_file(address.path, address.name, read_only)
    engine = _engine_for(address, read_only)
    try:
        with engine.connect() as connection:
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


def _engine_for(address: Address, read_only: bool) -> Engine:
    kept = _kept.get()
    if kept is None or address.is_in_memory:
        return _engine(address, read_only)
    key = address, read_only
    return kept.get(key) or kept.setdefault(key, _make_engine(address, read_only, keep=True))


@lru_cache(maxsize=8)
def _engine(address: Address, read_only: bool) -> Engine:
    """It holds no connection. Kept for the statements that it has compiled: to compile them anew at every use of the
    store took 16 of the 111 ms of CPU in which an article is analysed."""
    return _make_engine(address, read_only, keep=False)


def _make_engine(address: Address, read_only: bool, *, keep: bool) -> Engine:
    make = _sqlite if address.is_sqlite else _postgresql
    engine = make(address, read_only, keep)
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


def _sqlite(address: Address, read_only: bool, keep: bool) -> Engine:
    def dial() -> sqlite3.Connection:
        target = MEMORY if address.path is None else address.path.as_uri() + _mode(address.path, read_only)
        # No implicit BEGIN: the first write takes the lock at once. A read transaction that turns into a writing one
        # fails without waiting when somebody else wrote in between. One thread at a time has it, not always the same.
        connection = sqlite3.connect(target, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=not keep)
        connection.execute("PRAGMA foreign_keys = ON")
        if keep:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
        return connection

    pool = _KEEPING if keep else _LEAVING
    engine = create_engine("sqlite://", creator=dial, json_deserializer=_read_json, **pool)
    if keep and address.path:
        _leave_what_was_replaced(engine, address.path)
    return engine


def _read_json(text: str) -> Any:  # Any: what JSON holds
    """Most lists of a claim are empty."""
    return [] if text == "[]" else json.loads(text)


def _leave_what_was_replaced(engine: Engine, path: Path) -> None:
    """A connection that was kept to a file is of no use once another file lies there."""

    def note(_: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _file_id(path)

    def compare(_: DBAPIConnection, entry: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
        if entry.info["file"] != _file_id(path):
            raise DisconnectionError

    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", compare)


def _file_id(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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


def _postgresql(address: Address, read_only: bool, keep: bool) -> Engine:
    assert address.url is not None  # noqa: S101  (an address is a file's or has a URL)
    wait = {} if "connect_timeout" in address.url.query else {"connect_timeout": WAIT}
    pool = {**_KEEPING, "pool_pre_ping": True} if keep else _LEAVING
    try:
        engine = create_engine(address.url, connect_args=wait, **pool)
    except ModuleNotFoundError as error:
        message = f"{address.name} needs psycopg: pip install 'claim-provenance[postgres]'"
        raise StoreUnavailable(message) from error
    event.listen(engine, "connect", lambda connection, _: _set_up(connection, read_only))
    return engine


def _set_up(connection: DBAPIConnection, read_only: bool) -> None:
    """For the whole session: a transaction of its own, for what is set in one that is rolled back is forgotten."""
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{WAIT}s'")
    if read_only:
        cursor.execute("SET default_transaction_read_only = on")
    cursor.close()
    connection.commit()
