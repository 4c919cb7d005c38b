"""A desk on a store of its own, asked without a network."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from provenance.services import ReadOptions, add_account, ingest_articles, passwords
from provenance.settings import Settings
from provenance.storage import upgrade_store
from provenance.web import DeskOptions, make_desk
from tests.storage.conftest import ENGINES
from tests.storage.conftest import server as server  # noqa: PLC0414 - a fixture
from tests.storage.servers import Server
from tests.web.guarding import BY, PASSWORD, PEOPLE, START, Guarded

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
FIXTURES = Path(__file__).parents[2] / "fixtures"
on_both = pytest.mark.parametrize("engine", ENGINES, indirect=True)
"""Marks what is tried on SQLite and on PostgreSQL: what the desk writes, and what it reads in ways of its own."""
TOKEN = re.compile(r'name="desk-token" content="([^"]+)"')


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An SQLite store with the articles of fixtures/istanbul, as its file's content."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite3"
    fill(Settings(database=str(path), named=True))
    return path.read_bytes()


def fill(settings: Settings) -> None:
    places = sorted(str(page) for page in (FIXTURES / "istanbul").glob("*.html"))
    assert all(not done.error for done in ingest_articles(places, ReadOptions(), settings=settings, now=NOW))


@pytest.fixture(scope="session")
def filled_database(server: Server) -> str:
    """The name of a PostgreSQL database with the same articles, to be copied."""
    name = server.new_database()
    settings = Settings(database=server.url(name), named=True)
    upgrade_store(settings.database)
    fill(settings)
    return name


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """SQLite, unless a test is marked with `on_both`."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def settings(request: pytest.FixtureRequest, tmp_path: Path, engine: str) -> Iterator[Settings]:
    if engine == "postgres":
        server: Server = request.getfixturevalue("server")
        with server.copied(request.getfixturevalue("filled_database")) as url:
            yield Settings(database=url, named=True)
        return
    path = tmp_path / "store.sqlite3"
    path.write_bytes(request.getfixturevalue("filled"))
    yield Settings(database=str(path), named=True)


@pytest.fixture
def desk(settings: Settings) -> Iterator[TestClient]:
    options = DeskOptions(settings=settings, clock=lambda: NOW)
    with TestClient(make_desk(options), base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        client.headers["Accept"] = "text/html"
        client.headers["X-Desk-Token"] = TOKEN.findall(client.get("/").text)[0]
        yield client


@pytest.fixture(scope="session")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with an admin, an editor and a reader, as its file's content."""
    path = tmp_path_factory.mktemp("peopled") / "store.sqlite3"
    add_people(Settings(database=str(path)))
    return path.read_bytes()


@pytest.fixture(scope="session")
def peopled_database(server: Server) -> str:
    """The name of a PostgreSQL database with the same people, to be copied."""
    name = server.new_database()
    upgrade_store(server.url(name))
    add_people(Settings(database=server.url(name)))
    return name


def add_people(settings: Settings) -> None:
    for name, role in PEOPLE.items():
        add_account(settings, START, name, role, PASSWORD, by=BY)


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(n=16, r=8, p=1))


@pytest.fixture
def guarded(request: pytest.FixtureRequest, tmp_path: Path, engine: str, cheap_passwords: None) -> Iterator[Guarded]:
    """A desk on which everybody needs an account."""
    path = tmp_path / "guarded.sqlite3"
    if engine == "postgres":
        server: Server = request.getfixturevalue("server")
        with server.copied(request.getfixturevalue("peopled_database")) as url:
            yield Guarded(path, database=url)
        return
    path.write_bytes(request.getfixturevalue("peopled"))
    yield Guarded(path)
