"""The database: articles, their claims, and how claims stand to one another. The only package that speaks SQL.

A store lies in an SQLite file, which is made and migrated when it is first opened, or in PostgreSQL, which only
`upgrade_store` migrates. Whatever goes wrong in it leaves as a StoreError.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from provenance.storage.access import AuditFilter
from provenance.storage.address import Address, parse_address
from provenance.storage.audited import AuditLine, audited
from provenance.storage.claims import is_claim_id
from provenance.storage.connecting import connect, keep_connections
from provenance.storage.filters import (
    ArticleCounts,
    ArticleFilter,
    ArticleOrder,
    ClaimFilter,
    DecisionFilter,
    StoredRevision,
    StoredWording,
)
from provenance.storage.findings import Due
from provenance.storage.kept import (
    FIRST_TOLD,
    ClaimLine,
    ClaimOrder,
    FindingFilter,
    FoundClaim,
    GroupFilter,
    KeptArticle,
    KeptFinding,
    KeptGroup,
    StoredTotals,
)
from provenance.storage.letters import fold
from provenance.storage.parts import DayTally, OutletPart, Part, Slice, SpeakerPart, Tally
from provenance.storage.schema import StoreState, check_file, prepare, read_state, upgrade
from provenance.storage.store import Store
from provenance.storage.words import Names, names_of

__all__ = [
    "FIRST_TOLD",
    "ArticleCounts",
    "ArticleFilter",
    "ArticleOrder",
    "AuditFilter",
    "AuditLine",
    "ClaimFilter",
    "ClaimLine",
    "ClaimOrder",
    "DayTally",
    "DecisionFilter",
    "Due",
    "FindingFilter",
    "FoundClaim",
    "GroupFilter",
    "KeptArticle",
    "KeptFinding",
    "KeptGroup",
    "Names",
    "OutletPart",
    "Part",
    "Slice",
    "SpeakerPart",
    "Store",
    "StoreState",
    "StoredRevision",
    "StoredTotals",
    "StoredWording",
    "Tally",
    "audited",
    "check_store",
    "fold",
    "is_claim_id",
    "is_made",
    "keep_connections",
    "locate_store",
    "may_write",
    "names_of",
    "open_store",
    "store_state",
    "upgrade_store",
]


@contextmanager
def open_store(url_or_path: str, *, now: datetime, read_only: bool = False) -> Iterator[Store]:
    """One unit of work on the store at a path, an SQLAlchemy URL or ":memory:"; rolled back unless `commit` was called.

    With `read_only` nothing is made, migrated or written: a file that does not exist is an empty store, an older one
    raises StoreOutdated, and saving raises StoreUnavailable.
    """
    address = parse_address(url_or_path)
    if read_only and address.is_missing:
        address = parse_address(":memory:")
    with connect(address, read_only=read_only) as connection:
        prepare(connection, address, read_only=read_only)
        with Session(connection) as session:
            yield Store(session, now)


def locate_store(url_or_path: str) -> str:
    """Where it is or would be, without a password; the store itself is not touched. Raises StoreUnavailable for an
    address that means no store."""
    return parse_address(url_or_path).location


def is_made(url_or_path: str) -> bool:
    """False for a file that does not exist; whether there is a database on a server is not asked."""
    path = parse_address(url_or_path).path
    return path is None or path.exists()


def may_write(url_or_path: str) -> bool:
    """Whether this user's rights on the file and its folder let it be written to; what a server allows is not asked."""
    path = parse_address(url_or_path).path
    return path is None or all(os.access(place, os.W_OK) for place in (path, path.parent))


def upgrade_store(url_or_path: str) -> StoreState:
    """Makes or migrates the store; gives its state afterwards."""
    address = parse_address(url_or_path)
    with connect(address) as connection:
        upgrade(connection, address)
        return read_state(connection, address)


def store_state(url_or_path: str) -> StoreState:
    """The state of the store, which is left as it is; a file that does not exist is one with everything pending.
    Raises StoreForeign and StoreNewer."""
    with _as_it_is(url_or_path) as (connection, address):
        return read_state(connection, address)


def check_store(url_or_path: str) -> StoreState:
    """As `store_state`, and StoreUnavailable where an SQLite file is damaged: the whole of it is read."""
    with _as_it_is(url_or_path) as (connection, address):
        state = read_state(connection, address)
        check_file(connection, address)
        return state


@contextmanager
def _as_it_is(url_or_path: str) -> Iterator[tuple[Connection, Address]]:
    address = parse_address(url_or_path)
    shown = Address(name=address.name) if address.is_missing else address
    with connect(shown, read_only=True) as connection:
        yield connection, shown
