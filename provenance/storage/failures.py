"""What goes wrong in a database, told in one line as a StoreError."""

import sqlite3

from provenance.errors import StoreError, StoreForeign, StoreUnavailable

_SQLITE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreUnavailable, "is locked by another program; try again when that has finished"),
    sqlite3.SQLITE_LOCKED: (StoreUnavailable, "is locked by another program; try again when that has finished"),
    sqlite3.SQLITE_READONLY: (StoreUnavailable, "is read-only; nothing can be stored there"),
    sqlite3.SQLITE_FULL: (StoreUnavailable, "cannot grow: the disk is full; nothing was stored"),
    sqlite3.SQLITE_IOERR: (
        StoreUnavailable,
        "cannot be read or written: the disk is full or fails; nothing was stored",
    ),
    sqlite3.SQLITE_CANTOPEN: (StoreUnavailable, "cannot be opened; see whether its folder can be written to"),
    sqlite3.SQLITE_PERM: (StoreUnavailable, "may not be opened; see its permissions"),
    sqlite3.SQLITE_AUTH: (StoreUnavailable, "may not be opened; see its permissions"),
    sqlite3.SQLITE_NOTADB: (StoreForeign, "is not a database; choose another file with --db"),
    sqlite3.SQLITE_CORRUPT: (StoreUnavailable, "is damaged; restore it from a copy or choose another with --db"),
}

_POSTGRESQL: dict[str, str] = {
    "25006": "is read-only; nothing can be stored there",
    "53100": "cannot grow: the disk is full; nothing was stored",
    "53300": "has no connection left; try again later",
    "55P03": "is locked by another program; try again when that has finished",
    "57014": "gave up waiting; try again later",
    "40P01": "is locked by another program; try again when that has finished",
    "42501": "refuses: this user may not do that",
}
"""By SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html."""


def store_error(error: BaseException, store: str, password: str | None) -> StoreError:
    """The StoreError for whatever a driver or SQLAlchemy raised; `store` names the database without its password."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error) and hasattr(cause, "sqlite_errorcode"):
        known = _SQLITE.get(cause.sqlite_errorcode & 0xFF)
        if known is not None:
            kind, words = known
            return kind(f"{store} {words}")
    words_of_state = _POSTGRESQL.get(str(getattr(cause, "sqlstate", None)))
    if words_of_state is not None:
        return StoreUnavailable(f"{store} {words_of_state}")
    said = _first_line(cause, password)
    if type(cause).__name__ in ("OperationalError", "InterfaceError", "AdminShutdown"):
        return StoreUnavailable(f"{store} cannot be reached: {said}")
    if isinstance(cause, UnicodeError) or "NUL" in said:
        return StoreError(f"{store} cannot hold characters of this text (surrogates or zero bytes); nothing was stored")
    return StoreError(f"{store} refused: {said}")


def _first_line(error: BaseException, password: str | None) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].replace(password, "***") if password else lines[0]
