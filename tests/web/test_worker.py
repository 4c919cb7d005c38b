"""The worker beside the desk: a real process, started, killed and stopped as it happens to servers."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance.model import ItemState
from provenance.services import Brought, JobItem, Upload, Worker, put_in, show_job
from provenance.settings import Settings
from provenance.storage import open_store
from provenance.storage.job_work import DIED
from provenance.web.options import read_clock
from provenance.web.worker import Watch, WorkerProcess, step

PATIENCE = 120
"""Seconds; a busy machine takes its time to start a process, and a test that waits less says nothing of the desk."""

SENTENCE = "The mayor of Upper Dale number {} said on Monday that {} bridges were safe, a source told TASS. "
SHORT = SENTENCE.format(1, 1)
LONG = "\n\n".join(SENTENCE.format(number, number) * 3 for number in range(700))
"""It takes a worker some seconds."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "store.sqlite3"))


@pytest.fixture
def worker(settings: Settings) -> Iterator[WorkerProcess]:
    process = WorkerProcess(settings)
    process.start()
    yield process
    process.stop()


def put(settings: Settings, *texts: str) -> None:
    files = tuple(Upload(name=f"{number}.txt", content=text.encode()) for number, text in enumerate(texts))
    put_in(Brought(files=files), settings=settings, now=read_clock(), made_by=None)


def items(settings: Settings) -> tuple[JobItem, ...]:
    return show_job(settings, read_clock(), 1)[1].rows


def wait(for_it: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not for_it():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.1)


def states(settings: Settings) -> list[ItemState]:
    return [item.state for item in items(settings)]


def test_items_are_read_in_order_and_stopping_leaves_the_rest_waiting(
    settings: Settings, worker: WorkerProcess
) -> None:
    put(settings, SHORT, LONG, SHORT)
    worker.wake()
    wait(lambda: states(settings)[:2] == [ItemState.DONE, ItemState.READING])
    worker.stop()
    assert states(settings) == [ItemState.DONE, ItemState.WAITING, ItemState.WAITING]


def test_a_worker_that_is_killed_is_started_again_and_the_item_fails_after_the_second_death(
    settings: Settings, worker: WorkerProcess
) -> None:
    put(settings, LONG, SHORT)
    worker.wake()
    for _ in range(2):
        wait(lambda: states(settings)[0] is ItemState.READING)
        pid = worker.pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        wait(lambda: states(settings)[0] is not ItemState.READING)
    wait(lambda: states(settings) == [ItemState.FAILED, ItemState.DONE])
    assert items(settings)[0].reason == DIED


def test_claims_are_looked_at_again_between_two_articles(settings: Settings) -> None:
    put(settings, SHORT, SENTENCE.format(2, 2))
    worker = Worker(name="one", settings=settings, clock=read_clock)
    worker.prepare()
    assert step(worker, Watch(worker))
    assert states(settings) == [ItemState.DONE, ItemState.WAITING]
    with open_store(settings.database, now=read_clock(), read_only=True) as store:
        assert store.count_articles() == 1
        assert store.count_due() == 0
