"""A command with a database of its own, and one with the sixteen articles of the talks in it."""

import shutil
from pathlib import Path

import pytest

from provenance.cli import main
from tests.cli.running import ISTANBUL, Command


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the person who runs the tests is read or written."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("PROVENANCE_DATABASE_URL", "PROVENANCE_MODEL", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def provenance(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    return Command(capsys, monkeypatch, tmp_path / "store.sqlite3")


@pytest.fixture(scope="session")
def talks_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; a test takes a copy."""
    database = tmp_path_factory.mktemp("talks") / "talks.sqlite3"
    assert main(["--db", str(database), "ingest", str(ISTANBUL)]) == 0
    return database


@pytest.fixture
def talks(provenance: Command, talks_database: Path) -> Command:
    """The command with the sixteen articles of the talks in its database."""
    shutil.copy(talks_database, provenance.database)
    return provenance
