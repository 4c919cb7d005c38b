"""Connections that stay open between units of work, for a program that answers many requests."""

import threading
from contextvars import copy_context
from pathlib import Path

import pytest

from provenance.errors import StoreUnavailable
from provenance.storage import Store, keep_connections, open_store
from tests.storage.conftest import NOW
from tests.storage.using import ARTICLE, count, store_article

DUE = 1
"""Claims of a store with one article that nobody looked at yet."""


def connection_of(store: Store) -> object:
    return store._session.connection().connection.dbapi_connection


def test_the_next_unit_of_work_finds_the_connection_of_the_last(database: str) -> None:
    store_article(database)
    with keep_connections():
        with open_store(database, now=NOW, read_only=True) as store:
            first = connection_of(store)
        with open_store(database, now=NOW, read_only=True) as store:
            assert connection_of(store) is first
    with open_store(database, now=NOW, read_only=True) as store:
        assert connection_of(store) is not first


def test_another_thread_finds_it_too(database: str) -> None:
    store_article(database)
    found: list[int] = []
    with keep_connections():
        assert count(database) == 1
        thread = threading.Thread(target=copy_context().run, args=(lambda: found.append(count(database)),))
        thread.start()
        thread.join()
    assert found == [1]


def test_what_was_not_committed_is_gone_for_the_next_unit_of_work(database: str) -> None:
    store_article(database)
    with keep_connections():
        with open_store(database, now=NOW) as store:
            store.save_article(ARTICLE, [], keys={}, read_at=NOW)
        assert count(database) == 1
        with open_store(database, now=NOW) as store:
            store.begin_writing()


def test_who_only_reads_may_not_write_with_a_kept_connection_either(database: str) -> None:
    store_article(database)
    with keep_connections():
        for _ in range(2):
            with (
                open_store(database, now=NOW, read_only=True) as store,
                pytest.raises(StoreUnavailable, match="read-only"),
            ):
                store.save_article(ARTICLE, [], keys={}, read_at=NOW)


def test_findings_kept_aside_are_gone_for_the_next_unit_of_work(database: str) -> None:
    store_article(database)
    with keep_connections():
        with open_store(database, now=NOW, read_only=True) as store:
            store.keep_findings_aside()
            store.begin_findings("an edition of my own")
            store.save_findings([each.claim for each in store.due(10)], [], [])
            assert store.count_due() == 0
        with open_store(database, now=NOW, read_only=True) as store:
            assert store.count_due() == DUE


def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    path, other = tmp_path / "store.sqlite3", tmp_path / "other.sqlite3"
    store_article(str(path))
    with open_store(str(other), now=NOW):
        pass
    with keep_connections():
        assert count(str(path)) == 1
        other.replace(path)
        assert count(str(path)) == 0


def test_at_the_end_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with keep_connections():
        store_article(str(path))
        assert count(str(path)) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["store.sqlite3"]


def test_a_store_in_memory_is_never_kept() -> None:
    with keep_connections():
        store_article(":memory:")
        assert count(":memory:") == 0
