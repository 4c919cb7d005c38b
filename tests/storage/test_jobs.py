"""What was put in: kept until it is read, read by one worker alone, and never lost when a program dies."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from provenance.errors import NotStored
from provenance.model import (
    ItemCounts,
    ItemKind,
    ItemState,
    KnownRequest,
    NewItem,
    Outcome,
    Read,
    RequestAnswer,
    RequestKey,
    Said,
)
from provenance.storage import Store, open_store
from provenance.storage.job_work import DIED, LEASE
from tests.storage.conftest import NOW

DONE = Read(outcome=Outcome.NEW, claims=7, article="a0123456789ab")
LATER = NOW + LEASE + timedelta(seconds=1)


def an_item(name: str = "talks.txt", **values: object) -> NewItem:
    return NewItem(**{"kind": ItemKind.FILE, "name": name, "content": b"Talks ended.", **values})  # type: ignore[arg-type]


def put_in(database: str, *items: NewItem, made_by: str | None = None) -> int:
    with open_store(database, now=NOW) as store:
        job = store.save_job("some files", items or (an_item(),), made_by=made_by)
        store.commit()
        return job.id


def states(store: Store, job: int) -> list[ItemState]:
    return [item.state for item in store.items_of(job, limit=100)]


def test_what_was_put_in_comes_back_to_the_worker_as_it_was(database: str) -> None:
    said = Said(title="Talks «end»", outlet="tass", published=date(2025, 6, 2), url="https://example.org/")
    put_in(database, an_item("Переговоры.html", content=bytes(range(256)), said=said), made_by="Kyiv desk")
    with open_store(database, now=NOW) as store:
        taken = store.take_item("one")
        assert taken is not None
        assert (taken.job, taken.number, taken.kind) == (1, 1, ItemKind.FILE)
        assert (taken.name, taken.content, taken.said) == ("Переговоры.html", bytes(range(256)), said)
        assert store.find_job(1).made_by == "Kyiv desk"


def test_an_item_that_is_taken_is_taken_by_nobody_else(database: str) -> None:
    put_in(database)
    with open_store(database, now=NOW) as one:
        assert one.take_item("one")
        one.commit()
    with open_store(database, now=NOW) as other:
        assert other.take_item("other") is None


def test_a_single_article_does_not_wait_for_a_folder(database: str) -> None:
    folder = put_in(database, an_item("1"), an_item("2"), an_item("3"))
    single = put_in(database, an_item("4"))
    with open_store(database, now=NOW) as store:
        taken = [store.take_item("one") for _ in range(5)]
        assert [(item.job, item.number) if item else None for item in taken] == [
            (folder, 1), (single, 1), (folder, 2), (folder, 3), None,
        ]  # fmt: skip


def test_an_item_that_is_done_says_what_became_of_it_and_its_material_goes(store: Store) -> None:
    job = store.save_job("a file", [an_item()], made_by=None)
    taken = store.take_item("one")
    assert taken
    store.finish_item(taken, "one", DONE)
    (item,) = store.items_of(job.id, limit=10)
    assert (item.state, item.outcome, item.claims, item.article) == (ItemState.DONE, Outcome.NEW, 7, DONE.article)
    assert not item.kept
    assert store.material_held() == 0
    assert store.find_job(job.id).counts == ItemCounts(done=1)


def test_an_item_that_failed_says_why_and_can_be_tried_again(store: Store) -> None:
    job = store.save_job("files", [an_item("1"), an_item("2")], made_by=None)
    for _ in range(2):
        taken = store.take_item("one")
        assert taken
        store.fail_item(taken, "one", "empty, there is no text in it")
    assert [item.reason for item in store.items_of(job.id, limit=10)] == ["empty, there is no text in it"] * 2
    assert store.retry(job.id, 2) == 1
    assert states(store, job.id) == [ItemState.FAILED, ItemState.WAITING]
    assert store.retry(job.id) == 1
    assert store.retry(job.id) == 0
    assert [item.reason for item in store.items_of(job.id, limit=10)] == [None, None]


def test_an_item_that_comes_with_a_reason_is_never_read(store: Store) -> None:
    job = store.save_job("files", [an_item(reason="locked with a password")], made_by=None)
    assert store.take_item("one") is None
    assert store.retry(job.id) == 0
    (item,) = store.items_of(job.id, limit=10)
    assert (item.state, item.reason, item.kept) == (ItemState.FAILED, "locked with a password", False)


def test_what_a_dead_worker_was_reading_waits_again(database: str) -> None:
    job = put_in(database)
    with open_store(database, now=NOW) as store:
        store.take_item("one")
        store.worker_died("one")
        assert states(store, job) == [ItemState.WAITING]


def test_an_item_fails_when_a_second_worker_dies_over_it(store: Store) -> None:
    job = store.save_job("a file", [an_item()], made_by=None)
    for worker in ("one", "two"):
        assert store.take_item(worker)
        store.worker_died(worker)
    (item,) = store.items_of(job.id, limit=10)
    assert (item.state, item.reason) == (ItemState.FAILED, DIED)
    assert store.retry(job.id) == 1


def test_stopping_a_worker_is_no_death(store: Store) -> None:
    job = store.save_job("a file", [an_item()], made_by=None)
    for _ in range(3):
        assert store.take_item("one")
        store.release("one")
    assert states(store, job.id) == [ItemState.WAITING]


def test_what_was_read_when_the_machine_died_waits_again_after_a_while(database: str) -> None:
    job = put_in(database)
    with open_store(database, now=NOW) as store:
        store.take_item("one")
        store.commit()
    with open_store(database, now=NOW + LEASE) as store:
        assert store.take_item("other") is None
    with open_store(database, now=LATER) as store:
        taken = store.take_item("other")
        assert taken
        assert taken.job == job


def test_a_sign_of_life_keeps_an_item(database: str) -> None:
    put_in(database)
    with open_store(database, now=NOW) as store:
        store.take_item("one")
        store.commit()
    with open_store(database, now=NOW + timedelta(seconds=20)) as store:
        store.sign_of_life("one")
        store.commit()
    with open_store(database, now=LATER) as store:
        assert store.take_item("other") is None


def test_a_worker_that_was_given_up_for_dead_stores_nothing_more(database: str) -> None:
    job = put_in(database)
    with open_store(database, now=NOW) as store:
        taken = store.take_item("one")
        store.commit()
    assert taken
    with open_store(database, now=LATER) as store:
        assert store.take_item("other")
        store.commit()
    for finish in ("finish_item", "fail_item"):
        with open_store(database, now=LATER) as store, pytest.raises(NotStored, match="another worker"):
            getattr(store, finish)(taken, "one", DONE)
    with open_store(database, now=LATER) as store:
        assert states(store, job) == [ItemState.READING]


def test_jobs_are_listed_the_latest_first_with_what_became_of_their_items(store: Store) -> None:
    for count in (1, 2, 3):
        store.save_job(f"job of {count}", [an_item()] * count, made_by=None)
    store.take_item("one")
    assert [(job.id, job.counts) for job in store.jobs(limit=2)] == [
        (3, ItemCounts(waiting=3)),
        (2, ItemCounts(waiting=2)),
    ]
    assert [job.counts for job in store.jobs(limit=2, offset=2)] == [ItemCounts(reading=1)]
    assert store.count_jobs() == 3


@pytest.mark.parametrize("job", [0, -1, 4, 2**40])
def test_a_job_that_is_not_there_is_not_stored(store: Store, job: int) -> None:
    with pytest.raises(NotStored, match=f"no job {job} "):
        store.find_job(job)


def test_a_request_is_known_again_by_its_key_and_caller(store: Store) -> None:
    job = store.save_job("a text", [an_item()], made_by=None)
    request = RequestKey(caller="cms", key="one", digest="d" * 64)
    store.save_request(request, job.id)
    known = KnownRequest(request=request, made_at=NOW, job=job.id, answer=None)
    assert store.find_request("cms", "one") == known
    answer = RequestAnswer(status=202, headers={"location": "/api/jobs/1"}, body=b'{"job": "\xc3\xa9"}')
    store.save_answer(request, answer)
    assert store.find_request("cms", "one") == replace(known, answer=answer)
    assert store.find_request("other", "one") is None
    assert store.find_request("cms", "two") is None


def test_old_material_and_old_keys_are_forgotten_and_what_waits_is_kept(database: str) -> None:
    with open_store(database, now=NOW) as store:
        job = store.save_job("files", [an_item("1"), an_item("2")], made_by=None)
        taken = store.take_item("one")
        assert taken
        store.fail_item(taken, "one", "empty")
        request = RequestKey(caller="cms", key="one", digest="d" * 64)
        store.save_request(request, job.id)
        store.save_answer(request, RequestAnswer(status=202, headers={}, body=b"{}"))
        store.commit()
        store.forget(material_of=NOW, requests_of=NOW)
        assert [item.kept for item in store.items_of(job.id, limit=10)] == [True, True]
        store.forget(material_of=LATER, requests_of=LATER)
        assert [item.kept for item in store.items_of(job.id, limit=10)] == [False, True]
        assert store.find_request("cms", "one") is None
        assert store.retry(job.id) == 0
