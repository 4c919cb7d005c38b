"""An upgrade leaves nothing for the first list to do."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.cli import options
from provenance.services import renewing
from provenance.storage import open_store
from tests.cli.running import Command

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def due(database: Path) -> int:
    with open_store(str(database), now=NOW) as store:
        return store.count_due()


def test_an_upgrade_looks_again_at_claims_and_says_how_far_it_is(
    talks: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 3)
    with open_store(str(talks.database), now=NOW) as store:
        store.begin_findings("an older edition")
        store.commit()
    before = due(talks.database)
    ran = talks("db", "upgrade")
    assert (ran.status, ran.out, due(talks.database)) == (0, "", 0)
    lines = ran.err.splitlines()
    assert lines[-1].endswith(f": {before} claims looked at again")
    assert any(line.startswith("Looking again at claims: ") and line.endswith(f" of {before}") for line in lines)
    assert "looked at again" not in talks("db", "upgrade").err


@pytest.mark.parametrize("words", ["claims", "single-source", "groups", "circular"])
@pytest.mark.parametrize("many", [True, False])
def test_the_first_list_after_another_edition_says_how_far_it_is_where_that_takes_a_while(
    talks: Command, monkeypatch: pytest.MonkeyPatch, words: str, many: bool
) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 3)
    listed = talks(words).out
    with open_store(str(talks.database), now=NOW) as store:
        store.begin_findings("an older edition")
        store.commit()
    before = due(talks.database)
    monkeypatch.setattr(options, "AT_ONCE", before - 1 if many else before)
    ran = talks(words)
    assert (ran.status, ran.out, due(talks.database)) == (0, listed, 0)
    assert (f" of {before}" in ran.err) == many
    assert "Looking again" not in talks(words).err
