"""Opening a store: made and migrated when it is first used, one writer at a time."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from provenance.errors import StoreError, StoreOutdated, StoreUnavailable
from provenance.storage import StoreState, check_store, connecting, open_store, store_state, upgrade_store
from tests.storage.conftest import NOW
from tests.storage.servers import Server
from tests.storage.using import ARTICLE, count, execute, one_line, pragma, store_article

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
)
HEAD = REVISIONS[-1]


def test_a_file_is_made_with_its_folders_and_migrated_when_first_opened(tmp_path: Path) -> None:
    path = tmp_path / "a b%20?#" / "дело" / "store.sqlite3"
    store_article(str(path))
    assert [pragma(path, name) for name in ("journal_mode", "application_id")] == ["wal", 0x50524F56]
    assert count(str(path)) == 1


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_file_can_be_named_by_path_and_by_url(tmp_path: Path, form: str) -> None:
    store_article(form.format(tmp_path / "store.sqlite3"))
    assert count(str(tmp_path / "store.sqlite3")) == 1


def test_foreign_keys_hold(tmp_path: Path) -> None:
    database = str(tmp_path / "store.sqlite3")
    upgrade_store(database)
    with open_store(database, now=NOW) as store, pytest.raises(StoreError, match="FOREIGN KEY"):
        store.save_article(ARTICLE, [], keys={}, read_at=NOW, directory="unknown")


@pytest.mark.parametrize("address", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_store_in_memory_is_empty_each_time(address: str) -> None:
    for _ in range(2):
        with open_store(address, now=NOW) as store:
            assert store.save_article(ARTICLE, [], keys={}, read_at=NOW)
            store.commit()


def test_processes_that_start_at_once_all_succeed(tmp_path: Path) -> None:
    path = str(tmp_path / "new" / "store.sqlite3")
    program = (
        "import sys; from tests.storage.using import store_article; "
        "print('ready', flush=True); sys.stdin.readline(); store_article(sys.argv[1], int(sys.argv[2]))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, path, str(number)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2],
        )
        for number in range(3)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [(process.communicate()[1], process.returncode) for process in processes] == [("", 0)] * 3
    assert count(path) == 3


def test_opening_for_reading_makes_no_file_and_shows_an_empty_store(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.sqlite3"
    with open_store(str(path), now=NOW, read_only=True) as store:
        assert store.articles() == ()
        with pytest.raises(StoreUnavailable, match="is read-only"):
            store.save_article(ARTICLE, [], keys={}, read_at=NOW)
    assert not path.parent.exists()


def test_opening_for_reading_lets_nothing_be_saved(database: str) -> None:
    store_article(database)
    with open_store(database, now=NOW, read_only=True) as store:
        assert store.count_articles() == 1
        with pytest.raises(StoreUnavailable, match="is read-only; nothing can be stored there"):
            store.save_article(replace(ARTICLE, key="other"), [], keys={}, read_at=NOW)


def test_the_state_of_a_file_tells_what_is_pending_and_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.sqlite3"
    before = StoreState(engine="sqlite", location=str(path), current=None, head=HEAD, pending=REVISIONS)
    after = replace(before, current=HEAD, pending=())
    assert store_state(str(path)) == check_store(str(path)) == before
    assert not path.parent.exists()
    assert upgrade_store(str(path)) == after
    assert upgrade_store(str(path)) == store_state(str(path)) == check_store(str(path)) == after


@pytest.mark.postgres
def test_postgresql_is_migrated_by_upgrade_alone(server: Server) -> None:
    name = server.new_database()
    url = server.url(name)
    where = f"postgresql://127.0.0.1:{server.port}/{name}"
    with (
        pytest.raises(StoreOutdated, match="holds no tables yet: run `provenance db upgrade`") as raised,
        open_store(url, now=NOW),
    ):
        pass
    assert where in one_line(raised.value, where)
    before = StoreState(engine="postgresql", location=where, current=None, head=HEAD, pending=REVISIONS)
    assert check_store(url) == before
    assert upgrade_store(url) == replace(before, current=HEAD, pending=())
    store_article(url)
    assert count(url) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
def test_postgresql_is_known_by_any_of_its_schemes(server: Server, migrated: str, scheme: str) -> None:
    assert count(server.url(migrated).replace("postgresql", scheme, 1)) >= 0


def test_a_file_of_an_older_version_is_migrated_when_opened_for_writing_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    for table in (
        "passage_index",
        "passage",
        "finding_caution",
        "finding_family",
        "finding_circle",
        "finding_article",
        "finding_group",
        "finding_due",
        "finding",
        "finding_state",
        "decision_waiting",
        "credit",
        "tally",
        "reprint",
        "member",
        "comparison",
        "posted_claim",
        "posting",
        "link",
        "claim",
        "revision",
        "article",
    ):
        execute(path, f"DROP TABLE {table}")
    for table in (
        "outlet_relation",
        "assertion",
        "outlet_domain",
        "outlet_name",
        "outlet",
        "directory",
        "directory_addition",
        "decision_article",
        "decision",
        "request_answer",
        "request_key",
        "job_material",
        "job_item",
        "job",
        "matching_policy",
        "group_change",
        "session",
        "account",
        "api_key",
        "audit_entry",
    ):
        execute(path, f"DROP TABLE {table}")
    execute(path, "DELETE FROM provenance_schema")
    with pytest.raises(StoreOutdated, match="run `provenance db upgrade`"):
        count(str(path))
    store_article(str(path))
    assert count(str(path)) == 1


def test_a_second_writer_waits_and_then_is_told_of_the_lock(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store_article(database)
    monkeypatch.setattr(connecting, "WAIT", 1)
    with open_store(database, now=NOW) as first, open_store(database, now=NOW) as second:
        first.save_article(replace(ARTICLE, key="first"), [], keys={}, read_at=NOW)
        assert second.count_articles() == 1
        with pytest.raises(StoreUnavailable, match="is locked by another program; try again"):
            second.save_article(replace(ARTICLE, key="second"), [], keys={}, read_at=NOW)
        first.commit()
    with open_store(database, now=NOW) as third:
        third.save_article(replace(ARTICLE, key="third"), [], keys={}, read_at=NOW)
        third.commit()
    assert count(database) == 3


def test_a_commit_lets_others_write_before_the_store_is_closed(database: str) -> None:
    with open_store(database, now=NOW) as first:
        first.save_article(replace(ARTICLE, key="first"), [], keys={}, read_at=NOW)
        first.commit()
        store_article(database)
        first.save_article(replace(ARTICLE, key="third"), [], keys={}, read_at=NOW)
        first.commit()
        assert first.count_articles() == 3


def test_a_file_that_is_in_use_works_without_its_write_ahead_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    execute(path, "PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(connecting, "WAIT", 0)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM article").fetchall()
    with open_store(str(path), now=NOW) as store:
        assert store.count_articles() == 1
    reader.close()
    assert pragma(path, "journal_mode") == "delete"
    store_article(str(path))
    assert pragma(path, "journal_mode") == "wal"
