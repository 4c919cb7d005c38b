"""A desk on a store of its own, asked without a network."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from provenance.services import ReadOptions, ingest_articles
from provenance.settings import Settings
from provenance.web import DeskOptions, make_desk

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
FIXTURES = Path(__file__).parents[2] / "fixtures"
TOKEN = re.compile(r'name="desk-token" content="([^"]+)"')


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An SQLite store with the articles of fixtures/istanbul, as its file's content."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite3"
    settings = Settings(database=str(path), named=True)
    places = sorted(str(page) for page in (FIXTURES / "istanbul").glob("*.html"))
    assert all(not done.error for done in ingest_articles(places, ReadOptions(), settings=settings, now=NOW))
    return path.read_bytes()


@pytest.fixture
def settings(tmp_path: Path, filled: bytes) -> Settings:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(filled)
    return Settings(database=str(path), named=True)


@pytest.fixture
def desk(settings: Settings) -> Iterator[TestClient]:
    options = DeskOptions(settings=settings, clock=lambda: NOW)
    with TestClient(make_desk(options), base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        client.headers["Accept"] = "text/html"
        client.headers["X-Desk-Token"] = TOKEN.findall(client.get("/").text)[0]
        yield client
