"""What a newsroom adds to the directory: appended, numbered, never edited."""

from datetime import UTC, datetime

from provenance.outlets import Addition, NewRow
from provenance.storage import Store, open_store
from tests.storage.conftest import NOW

CELLS = (("outlet", "tass"), ("text", "Агентство «ТАСС»"), ("language", "ru"))
ROW = NewRow(table="names", cells=CELLS, place="list.csv:2")


def an_addition(number: int, batch: int, **values: str) -> Addition:
    words = {"made_by": "Kyiv desk", "why": "a reader wrote", **values}
    return Addition(id=number, batch=batch, table="names", cells=CELLS, made_at=NOW, **words)


def test_additions_come_back_as_they_were_made_in_order(store: Store) -> None:
    made = store.save_additions([ROW, ROW], made_by="Kyiv desk", why="a reader wrote")
    assert made == (an_addition(1, 1), an_addition(2, 1))
    assert store.additions() == made


def test_each_act_of_adding_is_a_batch_and_the_numbers_go_on(database: str) -> None:
    for why in ("first", "second"):
        with open_store(database, now=NOW) as store:
            store.save_additions([ROW], made_by="Kyiv desk", why=why)
            store.commit()
    with open_store(database, now=datetime(2027, 1, 1, tzinfo=UTC), read_only=True) as store:
        assert store.additions() == (an_addition(1, 1, why="first"), an_addition(2, 2, why="second"))


def test_what_was_not_committed_was_never_added(database: str) -> None:
    with open_store(database, now=NOW) as store:
        store.begin_writing()
        store.save_additions([ROW], made_by="Kyiv desk", why="a reader wrote")
    with open_store(database, now=NOW) as store:
        assert store.additions() == ()
