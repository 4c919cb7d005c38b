"""What is put in becomes items: each article one, named and bounded, and nothing is read yet."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from provenance.errors import (
    EmptyInput,
    InputTooLarge,
    InvalidOption,
    NotAnsweredYet,
    UnreadableInput,
    UnsupportedFormat,
)
from provenance.model import ItemKind, ItemState, JobItem, RequestAnswer, RequestKey, Said, TakenItem
from provenance.services import (
    Brought,
    Job,
    Told,
    Upload,
    find_answer,
    intake,
    keep_answer,
    list_jobs,
    put_in,
    retry_items,
    show_job,
)
from provenance.services.requests import GIVEN_UP
from provenance.settings import Settings
from provenance.storage import open_store

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
TEXT = "Talks ended on Monday, the minister said."
ANSWER = RequestAnswer(status=202, headers={"location": "/api/jobs/1"}, body=b'{"job": 1}')


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "store.sqlite3"))


def bring(settings: Settings, *, request: RequestKey | None = None, **values: Any) -> Job:
    return put_in(Brought(**values), settings=settings, now=NOW, made_by="Kyiv desk", request=request)


def items(settings: Settings, job: Job) -> tuple[JobItem, ...]:
    return show_job(settings, NOW, job.id)[1].rows


def taken(settings: Settings) -> TakenItem:
    with open_store(settings.database, now=NOW) as store:
        found = store.take_item("one")
    assert found
    return found


def a_zip(**files: bytes | str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_a_text_waits_with_what_is_said_of_it(settings: Settings) -> None:
    told = Told(title=" Talks  end ", outlet="TASS", published="2 June 2025", url="HTTPS://Example.org/a?utm_source=x")
    job = bring(settings, text=TEXT, told=told)
    assert (job.name, job.made_by, job.counts.waiting) == ("Talks end", "Kyiv desk", 1)
    item = taken(settings)
    assert (item.kind, item.content) == (ItemKind.TEXT, TEXT.encode())
    assert item.said == Said(title="Talks end", outlet="tass", published=date(2025, 6, 2), url="https://example.org/a")


def test_an_outlet_that_the_directory_does_not_know_keeps_its_name(settings: Settings) -> None:
    bring(settings, text=TEXT, told=Told(outlet="The Upper Dale Gazette"))
    assert taken(settings).said == Said(outlet_name="The Upper Dale Gazette")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(published="yesterday"), "date: 'yesterday' is no day of the calendar"),
        (Told(published="2030-01-01"), "date: 2030-01-01 is in the future"),
        (Told(url="example"), "address: 'example' is no address of a page"),
        (Told(title="x" * 501), "title: 501 characters"),
    ],
)
def test_what_is_said_wrongly_is_told_at_once_and_nothing_waits(settings: Settings, told: Told, words: str) -> None:
    with pytest.raises(InvalidOption, match=words):
        bring(settings, text=TEXT, told=told)
    assert list_jobs(settings, NOW).total == 0


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "ftp://example.org/", "http://a:b@example.org/"]
)
def test_an_address_is_one_of_the_web(settings: Settings, address: str) -> None:
    with pytest.raises(InvalidOption, match="is no address of a page"):
        bring(settings, address=address)


@pytest.mark.parametrize("brought", [{}, {"text": " \n"}, {"files": ()}])
def test_nothing_is_no_job(settings: Settings, brought: dict[str, Any]) -> None:
    with pytest.raises(EmptyInput, match="nothing was put in"):
        bring(settings, **brought)


def test_each_file_is_an_item_and_its_name_is_inert(settings: Settings) -> None:
    names = ["../../etc/passwd", "a\x00b\n\x1b[31m.txt", "\u202etxt.exe", "C:\\news.html", ""]
    job = bring(settings, files=tuple(Upload(name=name, content=TEXT.encode()) for name in names))
    assert [item.name for item in items(settings, job)] == [
        "../../etc/passwd", r"a\x00b\n\x1b[31m.txt", r"\u202etxt.exe", "C:\\news.html", "a file without a name",
    ]  # fmt: skip
    assert job.name == "../../etc/passwd and 4 more"


def test_of_a_folder_only_what_can_be_an_article_is_taken_sorted(settings: Settings) -> None:
    names = ["news/b.HTML", "news/.git/a.txt", "news/photo.jpg", "news/a.txt", "news/.DS_Store"]
    job = bring(settings, folders=tuple(Upload(name=name, content=b"x") for name in names))
    assert [item.name for item in items(settings, job)] == ["news/a.txt", "news/b.HTML"]
    with pytest.raises(EmptyInput, match="no articles in this folder"):
        bring(settings, folders=(Upload(name="news/photo.jpg", content=b"x"),))


def test_a_file_with_an_article_a_line_is_an_item_a_line(settings: Settings) -> None:
    lines = b'\xef\xbb\xbf{"text": "one"}\n\n{"text": "two"}\n'
    job = bring(settings, files=(Upload(name="news.jsonl", content=lines),))
    assert [item.name for item in items(settings, job)] == ["news.jsonl:1", "news.jsonl:3"]
    assert taken(settings).content == b'{"text": "one"}\n'


def test_an_archive_is_an_item_an_article_and_what_is_not_read_says_why(settings: Settings) -> None:
    content = a_zip(
        **{"b/two.txt": TEXT, "a.html": "<p>x", "more.zip": a_zip(x="y"), "__MACOSX/a.txt": "x", "p.png": "x"}
    )
    job = bring(settings, files=(Upload(name="day.zip", content=content),))
    found = {item.name: (item.state, item.reason) for item in items(settings, job)}
    nested = "day.zip, more.zip: an archive inside the archive, which is not opened; add its files"
    assert found == {
        "day.zip, a.html": (ItemState.WAITING, None),
        "day.zip, b/two.txt": (ItemState.WAITING, None),
        "day.zip, more.zip": (ItemState.FAILED, nested),
    }


def test_title_and_address_belong_to_one_article(settings: Settings) -> None:
    two = tuple(Upload(name=name, content=b"x") for name in ("a.txt", "b.txt"))
    with pytest.raises(InvalidOption, match="belong to one article"):
        bring(settings, files=two, told=Told(title="Talks end"))
    assert bring(settings, files=two, told=Told(outlet="TASS", published="2025-06-02")).counts.waiting == 2


def test_a_file_that_is_too_large_fails_and_stops_no_other(settings: Settings) -> None:
    large = Upload(name="large.txt", content=bytes(intake.LIMIT + 1))
    job = bring(settings, files=(large, Upload(name="small.txt", content=TEXT.encode())))
    assert [(item.state, item.kept) for item in items(settings, job)] == [
        (ItemState.FAILED, False),
        (ItemState.WAITING, True),
    ]
    assert "an article may hold 10 MB" in (items(settings, job)[0].reason or "")


def test_too_many_articles_are_refused_whole(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'{"text": "x"}\n' * (intake.MOST_ITEMS + 1)
    with pytest.raises(InputTooLarge, match="more than 1000 articles at once"):
        bring(settings, files=(Upload(name="news.jsonl", content=lines),))
    monkeypatch.setattr(intake, "LARGEST_JOB", 10)
    with pytest.raises(InputTooLarge, match="at once; put it in in parts"):
        bring(settings, text=TEXT)
    assert list_jobs(settings, NOW).total == 0


def test_who_adds_faster_than_is_read_is_stopped(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_HELD", 2 * len(TEXT))
    bring(settings, text=TEXT)
    bring(settings, text=TEXT)
    with pytest.raises(InputTooLarge, match="wait to be read; try again"):
        bring(settings, text=TEXT)


def test_the_same_key_makes_one_job_and_another_thing_under_it_is_refused(settings: Settings) -> None:
    request = RequestKey(caller="cms", key="one", digest="a" * 64)
    first = bring(settings, text=TEXT, request=request)
    with pytest.raises(NotAnsweredYet, match="Idempotency-Key 'one': the request that came with it first is being"):
        bring(settings, text=TEXT, request=request)
    with pytest.raises(NotAnsweredYet):
        find_answer(settings, NOW, request)
    keep_answer(settings, NOW, request, ANSWER)
    assert bring(settings, text=TEXT, request=request) == first
    with pytest.raises(InvalidOption, match="Idempotency-Key 'one': it came before with something else"):
        bring(settings, text="other", request=RequestKey(caller="cms", key="one", digest="b" * 64))
    assert bring(settings, text=TEXT, request=RequestKey(caller="other", key="one", digest="b" * 64)).id == first.id + 1


def test_the_first_answer_to_a_request_is_the_one_that_stays(settings: Settings) -> None:
    request = RequestKey(caller="cms", key="one", digest="a" * 64)
    assert find_answer(settings, NOW, request) is None
    bring(settings, text=TEXT, request=request)
    assert keep_answer(settings, NOW, request, ANSWER) == ANSWER
    assert keep_answer(settings, NOW, request, replace(ANSWER, status=201, body=b"{}")) == ANSWER
    assert find_answer(settings, NOW, request) == ANSWER


def test_a_request_whose_answer_was_cut_off_is_answered_when_it_comes_again(settings: Settings) -> None:
    request = RequestKey(caller="cms", key="one", digest="a" * 64)
    first = bring(settings, text=TEXT, request=request)
    later = NOW + GIVEN_UP
    assert find_answer(settings, later, request) is None
    again = put_in(Brought(text=TEXT), settings=settings, now=later, made_by="Kyiv desk", request=request)
    assert again == first
    assert keep_answer(settings, later, request, ANSWER) == find_answer(settings, later, request) == ANSWER


def test_half_a_character_does_not_stop_a_text(settings: Settings) -> None:
    bring(settings, text="Talks \ud800 ended.")
    assert taken(settings).content == b"Talks ? ended."


def test_jobs_come_a_page_at_a_time(settings: Settings) -> None:
    for _ in range(51):
        bring(settings, text=TEXT)
    assert [job.id for job in list_jobs(settings, NOW, page=2).rows] == [1]
    assert list_jobs(settings, NOW, page=3).rows == ()


def test_only_what_failed_is_tried_again(settings: Settings) -> None:
    job = bring(settings, text=TEXT)
    assert retry_items(settings, NOW, job.id) == 0


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", a_zip(a=b"x")[:-10], b"PK\x03\x04" + bytes(40) + b"PK\x05\x06" + bytes(18)],
    ids=["head alone", "cut short", "empty list"],
)
def test_a_broken_archive_is_told_in_words(settings: Settings, content: bytes) -> None:
    with pytest.raises((UnreadableInput, EmptyInput), match=r"day\.zip: "):
        bring(settings, files=(Upload(name="day.zip", content=content),))


def test_an_office_document_is_no_archive_of_articles(settings: Settings) -> None:
    job = bring(settings, files=(Upload(name="minutes.docx", content=a_zip(**{"word/document.xml": "x"})),))
    assert [item.name for item in items(settings, job)] == ["minutes.docx"]


def test_an_archive_within_the_bytes_of_an_archive_is_refused(settings: Settings) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", a_zip(x="y"))
    with pytest.raises(UnsupportedFormat, match="holds an archive"):
        bring(settings, files=(Upload(name="day.zip", content=held.getvalue()),))
