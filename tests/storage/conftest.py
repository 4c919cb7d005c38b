"""A migrated database on each engine, and a store on it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.storage import Store, open_store, upgrade_store
from tests.storage.servers import Server, a_server

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)

ENGINES = [pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with a_server() as running:
        yield running


@pytest.fixture(scope="session")
def migrated(server: Server) -> str:
    """The name of a migrated PostgreSQL database; whoever uses it empties it first."""
    name = server.new_database()
    upgrade_store(server.url(name))
    return name


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A path or URL that open_store takes as it is."""
    if request.param == "sqlite":
        return str(tmp_path / "data" / "store.sqlite3")
    running: Server = request.getfixturevalue("server")
    name: str = request.getfixturevalue("migrated")
    running.run(
        name,
        "SET session_replication_role = replica",  # the audit log refuses to be emptied
        "TRUNCATE article, directory, directory_addition, decision, account, api_key, audit_entry, job, "
        "finding_due, finding_state, finding_article, finding_group, finding_circle, passage, tally, posting CASCADE",
    )
    return running.url(name)


@pytest.fixture(params=ENGINES)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A path or URL of a database that nothing was made in."""
    if request.param == "sqlite":
        return str(tmp_path / "data" / "store.sqlite3")
    running: Server = request.getfixturevalue("server")
    return running.url(running.new_database())


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with open_store(database, now=NOW) as opened:
        yield opened
