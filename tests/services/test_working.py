"""Reading what waits: what becomes of each item, and that nothing is stored by halves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from provenance.model import ItemState, JobItem, Outcome
from provenance.services import (
    Authorship,
    Brought,
    ReadOptions,
    Told,
    Upload,
    Worker,
    ingest_articles,
    list_articles,
    put_in,
    reject_claim,
    report_stored,
    retry_items,
    show_job,
)
from provenance.services import working as working_module
from provenance.settings import Settings
from provenance.storage import open_store
from provenance.storage.job_work import LEASE
from tests.edge.ingest.builders import a_page

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
TEXT = (
    "The talks in Istanbul ended on Monday, the minister said. A source told TASS that 339 children would return. "
    "The mayor denied it."
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "store.sqlite3"))


@pytest.fixture
def worker(settings: Settings) -> Worker:
    return Worker(name="one", settings=settings, clock=lambda: NOW)


def read(worker: Worker, **brought: Any) -> JobItem:
    """What became of the only item."""
    job = put_in(Brought(**brought), settings=worker.settings, now=NOW, made_by=None)
    item = worker.take()
    assert item
    worker.read(item)
    return show_job(worker.settings, NOW, job.id)[1].rows[0]


def test_a_text_becomes_an_article_with_what_was_said_of_it(worker: Worker) -> None:
    done = read(worker, text=TEXT, told=Told(title="Talks end", outlet="The Dale Gazette", published="2025-06-02"))
    assert (done.state, done.outcome, done.reason) == (ItemState.DONE, Outcome.NEW, None)
    assert done.claims
    assert done.article
    report = report_stored(worker.settings, NOW, done.article)
    article = report.article
    assert (article.text, article.title, article.outlet, article.outlet_name) == (
        TEXT, "Talks end", None, "The Dale Gazette",
    )  # fmt: skip
    assert len(report.findings) == done.claims


def test_the_same_text_again_is_unchanged_and_another_of_the_address_is_a_revision(worker: Worker) -> None:
    told = Told(url="https://example.org/talks")
    outcomes = [read(worker, text=text, told=told).outcome for text in (TEXT, TEXT, f"{TEXT} He left.")]
    assert outcomes == [Outcome.NEW, Outcome.UNCHANGED, Outcome.REVISED]
    assert len(list_articles(worker.settings, NOW)) == 1


def test_an_article_read_again_counts_the_claims_in_force_not_those_of_the_machine(
    worker: Worker, tmp_path: Path
) -> None:
    told = Told(url="https://example.org/talks")
    done = read(worker, text=TEXT, told=told)
    assert done.article
    claim = report_stored(worker.settings, NOW, done.article).findings[0].claim
    reject_claim(worker.settings, NOW, claim.id, Authorship(made_by="Kyiv desk", why="a caption"))
    assert done.claims
    assert read(worker, text=TEXT, told=told).claims == done.claims - 1
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, encoding="utf-8")
    options = ReadOptions(url="https://example.org/talks")
    (ingested,) = ingest_articles([str(file)], options, settings=worker.settings, now=NOW)
    assert (ingested.outcome, ingested.claims) == (Outcome.UNCHANGED, done.claims - 1)


def test_a_page_that_is_pasted_is_read_as_one(worker: Worker) -> None:
    done = read(worker, page=a_page(head='<link rel="canonical" href="https://tass.com/talks">'))
    (row,) = list_articles(worker.settings, NOW)
    assert (row.article.id, row.article.outlet, row.article.url) == (done.article, "tass", "https://tass.com/talks")


def test_a_file_is_known_by_its_name_and_read_by_its_ending(worker: Worker) -> None:
    read(worker, files=(Upload(name="../news/talks.html", content=f"<p>{TEXT}".encode()),))
    (row,) = list_articles(worker.settings, NOW)
    assert (row.article.text, row.article.locator, row.article.url) == (TEXT, "../news/talks.html", None)


def test_a_name_that_is_a_path_opens_nothing(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("It must not be read.")
    read(worker, files=(Upload(name=str(tmp_path / "secret.txt"), content=TEXT.encode()),))
    assert [row.article.text for row in list_articles(worker.settings, NOW)] == [TEXT]


def test_a_line_of_many_is_an_article(worker: Worker) -> None:
    line = b'{"text": "The mayor said that the bridge was safe.", "outlet": "TASS", "id": "n-1"}'
    assert read(worker, files=(Upload(name="news.jsonl", content=line),)).state is ItemState.DONE
    (row,) = list_articles(worker.settings, NOW)
    assert (row.article.locator, row.article.outlet) == ("n-1", "tass")


@pytest.mark.parametrize(
    ("brought", "reason"),
    [
        ({"files": (Upload(name="a.pdf", content=b"%PDF-1.7"),)}, "a.pdf: a PDF, which is not read"),
        ({"files": (Upload(name="a.txt", content=b"  \n"),)}, "a.txt: empty, there is no text in it"),
        ({"files": (Upload(name="a.txt", content=b"---\ntitel: x\n---\n"),)}, "did you mean 'title'?"),
        (
            {"text": "Мэр заявил, что мост безопасен, и никто не должен беспокоиться об этом. Так считают все."},
            "the text is in ",
        ),
        ({"address": "http://127.0.0.1:1/"}, "127.0.0.1 is this machine (127.0.0.1), which is not fetched from"),
        ({"address": "http://2130706433/"}, "is this machine"),
    ],
)
def test_what_cannot_be_read_says_why(worker: Worker, brought: dict[str, Any], reason: str) -> None:
    failed = read(worker, **brought)
    assert failed.state is ItemState.FAILED
    assert reason in (failed.reason or "")
    assert failed.kept
    assert list_articles(worker.settings, NOW) == ()


def test_a_failed_item_is_read_when_it_is_tried_again(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(working_module, "read_claims", _fail)
        failed = read(worker, text=TEXT)
    assert failed.reason == "the program made a mistake on it (ZeroDivisionError); please report it"
    assert retry_items(worker.settings, NOW, failed.job, failed.number) == 1
    item = worker.take()
    assert item
    worker.read(item)
    assert show_job(worker.settings, NOW, failed.job)[1].rows[0].outcome is Outcome.NEW


def _fail(*_: object) -> None:
    raise ZeroDivisionError


def test_want_of_memory_fails_the_item_and_ends_the_worker(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(working_module, "read_claims", starve)
    with pytest.raises(MemoryError):
        read(worker, text=TEXT)
    assert "more memory" in (show_job(worker.settings, NOW, 1)[1].rows[0].reason or "")


def test_what_another_worker_took_over_is_stored_by_that_one_alone(settings: Settings, worker: Worker) -> None:
    put_in(Brought(text=TEXT), settings=settings, now=NOW, made_by=None)
    item = worker.take()
    assert item
    other = Worker(name="two", settings=settings, clock=lambda: NOW + LEASE + timedelta(seconds=1))
    assert other.take()
    worker.read(item)
    assert list_articles(settings, NOW) == ()
    assert show_job(settings, NOW, 1)[0].counts.reading == 1


def test_a_sign_of_life_and_a_release(settings: Settings, worker: Worker) -> None:
    put_in(Brought(text=TEXT), settings=settings, now=NOW, made_by=None)
    assert worker.take()
    later = Worker(name="one", settings=settings, clock=lambda: NOW + LEASE)
    later.sign_of_life()
    assert Worker(name="two", settings=settings, clock=lambda: NOW + LEASE + timedelta(seconds=1)).take() is None
    later.release()
    assert Worker(name="two", settings=settings, clock=lambda: NOW).take()


def test_keys_are_forgotten_after_a_day_and_material_of_what_failed_after_a_week(settings: Settings) -> None:
    worker = Worker(name="one", settings=settings, clock=lambda: NOW)
    failed = read(worker, files=(Upload(name="a.pdf", content=b"%PDF-1.7"),))
    for days, kept in ((6, True), (8, False)):
        Worker(name="one", settings=settings, clock=lambda days=days: NOW + timedelta(days=days)).forget()  # type: ignore[misc]
        assert show_job(settings, NOW, failed.job)[1].rows[0].kept is kept
    with open_store(settings.database, now=NOW) as store:
        assert store.material_held() == 0
