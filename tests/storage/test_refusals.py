"""A store that cannot be used says so in one line, without a password, and nothing is half-stored."""

import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from provenance.errors import StoreError, StoreForeign, StoreNewer, StoreUnavailable
from provenance.storage import check_store, connecting, open_store, store_state, upgrade_store
from provenance.storage.address import parse_address
from provenance.storage.failures import store_error
from tests.builders import an_article
from tests.storage.conftest import NOW
from tests.storage.servers import GUARDED, PASSWORD, Server
from tests.storage.using import as_nobody, count, execute, one_line, pragma, store_article, store_long_article


def test_a_newer_database_asks_for_a_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    execute(path, "UPDATE provenance_schema SET version_num = '9999'")
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreNewer, match=r"made by a newer version of provenance \(9999\)") as raised:
            use(str(path))
        one_line(raised.value, str(path))


@pytest.mark.postgres
def test_a_newer_postgresql_asks_for_a_newer_program(server: Server) -> None:
    name = server.new_database()
    upgrade_store(server.url(name))
    server.run(name, "UPDATE provenance_schema SET version_num = '9999'")
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreNewer):
            use(server.url(name))


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE bookmark (url TEXT)"],
        ["CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('0001')"],
        ["PRAGMA application_id = 1234"],
        ["CREATE TABLE provenance_schema (version_num TEXT)", "CREATE TABLE bookmark (url TEXT)"],
    ],
)
def test_another_programs_database_is_left_alone(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "bookmarks.sqlite3"
    execute(path, *statements)
    before = path.read_bytes()
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreForeign, match="belongs to another program; choose another with --db") as raised:
            use(str(path))
        one_line(raised.value, str(path))
    assert path.read_bytes() == before


@pytest.mark.postgres
def test_another_programs_postgresql_is_left_alone(server: Server) -> None:
    name = server.new_database()
    server.run(name, "CREATE TABLE bookmark (url TEXT)")
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreForeign):
            use(server.url(name))


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Russia will return 339 children. " * 100)
    before = path.read_bytes()
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreForeign, match="is not a database") as raised:
            use(str(path))
        one_line(raised.value, str(path))
    assert path.read_bytes() == before


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    for use in (store_article, check_store):
        with pytest.raises(StoreUnavailable, match="is damaged") as raised:
            use(str(path))
        one_line(raised.value, str(path))


def test_a_check_finds_a_damaged_page(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    size = pragma(path, "page_size")
    assert isinstance(size, int)
    whole = path.read_bytes()
    path.write_bytes(whole[:-size] + b"\xff" * size)
    with pytest.raises(StoreUnavailable, match=r"is damaged; restore it from a copy") as raised:
        check_store(str(path))
    one_line(raised.value, str(path))


def test_a_check_finds_rows_that_refer_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    execute(path, "DELETE FROM article")
    with pytest.raises(
        StoreUnavailable, match="is damaged: rows of credit, passage, revision refer to rows that are gone"
    ):
        check_store(str(path))


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://me:s%cret@localhost/news", "no store in mysql"),
        ("nonsense://me:s%cret@localhost/news", "no store in nonsense"),
        ("postgresql://me:s%cret@localhost:port/news", "is no URL that can be read"),
        ("postgresql://me:s%cret@127.0.0.1:1/news", "cannot be reached"),
        ("postgresql://me@127.0.0.1:1/news?password=s%cret", "cannot be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str, message: str) -> None:
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreUnavailable, match=message) as raised:
            use(address)
        assert "cret" not in one_line(raised.value, "store")


@pytest.mark.postgres
def test_a_wrong_password_is_told_without_it(server: Server, migrated: str) -> None:
    assert count(server.url(migrated, GUARDED, PASSWORD)) >= 0
    for wrong in ("wr%ng@word", None):
        with pytest.raises(StoreUnavailable, match=r"cannot be reached: .*password") as raised:
            count(server.url(migrated, GUARDED, wrong))
        assert "wr%" not in one_line(raised.value, f"postgresql://127.0.0.1:{server.port}/{migrated}")


@pytest.mark.parametrize(
    "address", ["postgresql://me:s%25cret@host/news", "postgresql://me@host/news?password=s%25cret"]
)
def test_a_password_that_the_driver_repeats_is_struck_out(address: str) -> None:
    said = RuntimeError('invalid value in "s%cret"\nand more')
    error = store_error(said, "the store", parse_address(address).password)
    assert str(error) == 'the store refused: invalid value in "***"'


@pytest.mark.postgres
def test_a_postgresql_user_who_may_not_make_tables_is_told(server: Server) -> None:
    name = server.new_database()
    server.run(name, "CREATE ROLE reader LOGIN")
    with pytest.raises(StoreUnavailable, match="refuses: this user may not do that") as raised:
        upgrade_store(server.url(name, "reader"))
    one_line(raised.value, name)


@pytest.mark.postgres
def test_a_postgresql_database_that_does_not_exist_is_told(server: Server) -> None:
    with pytest.raises(StoreUnavailable, match=r'cannot be reached: .*database "nothing" does not exist'):
        count(server.url("nothing"))


def test_text_that_no_database_holds_is_refused_in_words(database: str) -> None:
    for text in ("half a pair: \ud83d", *(["zero: \0"] if database.startswith("postgres") else [])):
        with open_store(database, now=NOW) as store, pytest.raises(StoreError, match="cannot hold characters"):
            store.save_article(an_article(text), [], keys={}, read_at=NOW)
    assert count(database) == 0


def test_a_file_locked_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite3"
    monkeypatch.setattr(connecting, "WAIT", 0)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        for use in (store_article, upgrade_store):
            with pytest.raises(StoreUnavailable, match="is locked by another program; try again") as raised:
                use(str(path))
            one_line(raised.value, str(path))
    finally:
        other.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="provenance-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_takes_no_files_is_told(open_folder: Path) -> None:
    count(":memory:")
    open_folder.chmod(0o555)
    for path in (open_folder / "store.sqlite3", open_folder / "new" / "store.sqlite3"):
        with as_nobody(), pytest.raises(StoreUnavailable, match=r"cannot be (made|opened)") as raised:
            store_article(str(path))
        one_line(raised.value, str(path))


def test_a_file_that_may_only_be_read_can_be_read(open_folder: Path) -> None:
    path = open_folder / "store.sqlite3"
    store_article(str(path))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with as_nobody():
        assert count(str(path)) == 1
        with pytest.raises(StoreUnavailable) as raised:
            store_article(str(path), 2)
    one_line(raised.value, str(path))


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "store.sqlite3"
    store_article(str(path))
    path.chmod(0)
    for use in (store_article, count, check_store):
        with as_nobody(), pytest.raises(StoreUnavailable, match="cannot be opened") as raised:
            use(str(path))
        one_line(raised.value, str(path))


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    for use in (store_article, count, store_state, check_store, upgrade_store):
        with pytest.raises(StoreUnavailable, match="is a folder") as raised:
            use(str(tmp_path))
        one_line(raised.value, str(tmp_path))


def test_a_full_disk_leaves_nothing_half_stored(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))

    def fill(connection: sqlite3.Connection, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")

    event.listen(Engine, "connect", fill)
    try:
        with pytest.raises(StoreUnavailable, match="the disk is full; nothing was stored") as raised:
            store_long_article(str(path))
        one_line(raised.value, str(path))
    finally:
        event.remove(Engine, "connect", fill)
    assert count(str(path)) == 1
    store_long_article(str(path))
    assert count(str(path)) == 2


def test_a_write_that_the_system_refuses_leaves_nothing_half_stored(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store_article(str(path))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, unlimited[1]))
    try:
        with pytest.raises(StoreUnavailable, match="the disk is full or fails; nothing was stored") as raised:
            store_long_article(str(path))
        one_line(raised.value, str(path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert count(str(path)) == 1
