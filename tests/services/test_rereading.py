"""What is stored depends on what was read last of each article, never on what was read before or in which order."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance import services
from provenance.services import GroupRow, Ingested, Outcome
from provenance.settings import Settings

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

WORDS = {
    "north": "The dam on the northern river will be closed for repairs until autumn and the old harbour bridge will "
    "open to heavy lorries in May, the minister Ada Brown said.",
    "south": "The dam on the northern river will be closed for repairs until autumn, the minister Ada Brown said.",
    "east": "The old harbour bridge will open to heavy lorries in May, an engineer, Carl Green, told the meeting.",
    "north, changed": "The orchestra will not travel to the festival this summer, its director Eva Stone said.",
}
"""Only the first ties the second to the third."""


class Desk:
    """A database and the files that are read into it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.settings = Settings(database=str(folder / "store.sqlite3"))

    def read(self, name: str, words: str | None = None) -> Ingested:
        page = self.folder / f"{name}.txt"
        head = f"---\nurl: https://{name}.example/page\noutlet: The {name.title()}\npublished: 2025-06-02\n---\n"
        page.write_text(head + WORDS[words or name])
        (result,) = services.ingest_articles([str(page)], services.ReadOptions(), settings=self.settings, now=NOW)
        return result

    def groups(self) -> tuple[tuple[str, ...], ...]:
        return tuple(row.group.claims for row in services.list_groups(self.settings, NOW))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


@pytest.fixture
def other(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "other")


def publishers(rows: Sequence[GroupRow]) -> list[list[str]]:
    return [sorted(member.article.outlet_name or "" for member in row.members) for row in rows]


def test_what_is_read_again_is_unchanged(desk: Desk) -> None:
    assert [desk.read("north").outcome, desk.read("north").outcome] == [Outcome.NEW, Outcome.UNCHANGED]
    assert len(services.list_articles(desk.settings, NOW)) == 1


def test_a_changed_article_leaves_the_others_as_if_it_had_always_been_so(desk: Desk, other: Desk) -> None:
    for name in ("north", "south", "east"):
        desk.read(name)
    together = publishers(services.list_groups(desk.settings, NOW))
    assert desk.read("north", "north, changed").outcome is Outcome.REVISED
    for name, words in (("east", "east"), ("north", "north, changed"), ("south", "south")):
        other.read(name, words)
    assert desk.groups() == other.groups()
    assert together == [["The East", "The North", "The South"]]
    assert desk.groups() == ()


def test_an_article_that_changes_back_is_its_first_revision_again(desk: Desk) -> None:
    desk.read("south")
    first = desk.read("north")
    before = desk.groups()
    desk.read("north", "north, changed")
    again = desk.read("north")
    assert (first.outcome, again.outcome) == (Outcome.NEW, Outcome.REVISED)
    assert desk.groups() == before
    assert sorted(row.revisions for row in services.list_articles(desk.settings, NOW)) == [1, 2]
