"""Additions that no longer fit what is shipped, and many of them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from provenance.errors import DirectoryError
from provenance.outlets import NewRow, make_cells
from provenance.services import Authorship, list_additions, retract
from provenance.services.directories import directory_in_force, directory_of
from provenance.services.resources import load_directory
from provenance.settings import Settings
from provenance.storage import open_store

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
TODAY = date(2026, 1, 2)
BY = Authorship(made_by="Kyiv desk", why="it went to another outlet")
STALE = NewRow(
    table="domains",
    cells=make_cells("domains", {"outlet": "tass", "host": "reuters.com", "kind": "edition"}),
    place="list.csv:2",
)
SOUND = NewRow(
    table="domains",
    cells=make_cells("domains", {"outlet": "tass", "host": "tass.example", "kind": "edition"}),
    place="list.csv:3",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "store.sqlite3"))


def store(settings: Settings, *rows: NewRow) -> None:
    """As an older version of the program did, which shipped other rows."""
    with open_store(settings.database, now=NOW) as opened:
        opened.save_additions(rows, made_by="Kyiv desk", why="a mirror")
        opened.commit()


def test_an_addition_that_no_longer_fits_is_named_with_the_way_out(settings: Settings) -> None:
    store(settings, STALE, SOUND)
    with pytest.raises(DirectoryError) as refused:
        directory_in_force(settings, NOW)
    assert str(refused.value).startswith("addition 1: this host stands at ")
    assert str(refused.value).endswith("`provenance outlets retract ID`")


def test_the_way_out_is_open(settings: Settings) -> None:
    store(settings, STALE, SOUND)
    assert [logged.addition.id for logged in list_additions(settings, NOW)] == [1, 2]
    retract(settings, NOW, 1, None, BY, TODAY)
    assert directory_in_force(settings, NOW).hosts["tass.example"] == "tass"


def test_of_several_that_no_longer_fit_one_can_go_after_the_other(settings: Settings) -> None:
    store(settings, STALE)
    store(settings, STALE)
    retract(settings, NOW, 1, None, BY, TODAY)
    retract(settings, NOW, 2, None, BY, TODAY)
    assert directory_in_force(settings, NOW) is load_directory()


def test_a_store_that_adds_nothing_has_the_shipped_directory_itself(settings: Settings) -> None:
    assert directory_in_force(settings, NOW) is load_directory()
    assert not Path(settings.database).exists()
    with open_store(settings.database, now=NOW) as opened:
        assert directory_of(opened) is load_directory()


def test_the_same_additions_are_read_once(settings: Settings) -> None:
    store(settings, SOUND)
    assert directory_in_force(settings, NOW) is directory_in_force(settings, NOW)
    before = directory_in_force(settings, NOW)
    retract(settings, NOW, 1, None, BY, TODAY)
    assert directory_in_force(settings, NOW) is not before
