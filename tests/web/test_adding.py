"""Add: what is put in becomes a job whose page tells how far it is; what is too much is refused in words."""

import io
import re
import zipfile
from typing import Any

import pytest
from starlette.testclient import TestClient

from provenance.services import Worker
from provenance.settings import Settings
from tests.web.conftest import NOW, on_both

TEXT = "The mayor said on Monday that the bridge was safe. A source told TASS that it was not."
JSON = {"Accept": "application/json"}
HOSTILE = '"><script>alert(1)</script>.txt'


def read_all(settings: Settings) -> None:
    worker = Worker(name="one", settings=settings, clock=lambda: NOW)
    while item := worker.take():
        worker.read(item)


def put(desk: TestClient, files: Any = None, **words: str) -> dict[str, Any]:
    answer = desk.post("/add", data=words, files=files, headers=JSON)
    assert answer.status_code == 200, answer.text
    job: dict[str, Any] = answer.json()["job"]
    return job


def test_the_page_works_without_script(desk: TestClient) -> None:
    page = desk.get("/add").text
    assert '<form class="add" method="post" action="/add" enctype="multipart/form-data">' in page
    for name in ("text", "title", "outlet", "published", "url", "address", "files", "folder"):
        assert re.search(rf'name="{name}"', page)
        assert page.count(f'<label for="add-{name}">') == 1
    assert "webkitdirectory" in page
    assert "Up to 1000 articles and 50 MB at once, 10 MB each." in page


@on_both
def test_a_text_leads_to_the_page_of_its_job_and_then_to_its_article(desk: TestClient, settings: Settings) -> None:
    sent = desk.post("/add", data={"text": TEXT, "title": "The bridge", "outlet": "Dale Gazette"}, files={})
    assert sent.status_code == 303
    place = sent.headers["location"]
    assert place.startswith("/jobs/1?notice=")
    waiting = desk.get(place).text
    assert "Waiting" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    assert "See how far it is now" in waiting
    read_all(settings)
    done = desk.get("/jobs/1").text
    assert "hx-trigger" not in done
    article = desk.get("/jobs/1", headers=JSON).json()["items"][0]["article"]
    assert f'href="/articles/{article}">A new article</a>' in done


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "The mayor said on Monday that the bridge was safe…"),
        (f"\n  Bridge is safe, mayor says \n\n{TEXT}", "Bridge is safe, mayor says"),
        (f"---\ntitle: The bridge\n---\n{TEXT}", "The bridge"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_words_and_says_so(
    desk: TestClient, settings: Settings, text: str, title: str
) -> None:
    put(desk, text=text)
    read_all(settings)
    article = desk.get("/jobs/1", headers=JSON).json()["items"][0]["article"]
    page = desk.get(f"/articles/{article}").text
    assert f'<h1><bdi lang="en">{title}</bdi></h1>' in page
    assert ("called by the first words of its text" in page) == (title != "The bridge")
    assert "Its day is not known: outlets are classified by what holds of them today" in page


def test_the_form_says_what_a_title_and_a_day_are_for(desk: TestClient) -> None:
    page = desk.get("/add").text
    assert "Outlets are classified as of that day" in page
    assert "Without one a pasted text is called by its first words." in page


def test_files_come_in_a_form_without_a_header_when_the_token_stands_first(desk: TestClient) -> None:
    token = desk.headers.pop("X-Desk-Token")
    files = {"files": ("bridge.txt", TEXT.encode(), "text/plain")}
    assert desk.post("/add", data={}, files=files).status_code == 403
    assert desk.post("/add", data={"token": "0" * 64}, files=files).status_code == 403
    assert desk.post("/add", data={"token": token}, files=files).status_code == 303
    assert desk.get("/jobs", headers=JSON).json()["page"]["total"] == 1


@on_both
def test_many_files_are_read_one_by_one_and_one_that_fails_says_why(desk: TestClient, settings: Settings) -> None:
    files = [
        ("files", ("good.txt", TEXT)),
        ("files", (HOSTILE, b"%PDF-1.7")),
        ("folder", ("news/a.txt", TEXT + " Yes.")),
    ]
    job = put(desk, files)
    assert (job["items"], job["waiting"]) == (3, 3)
    read_all(settings)
    page = desk.get("/jobs/1").text
    assert "2 articles read, 1 failed" in page
    assert "a PDF, which is not read" in page
    assert "<script>alert" not in page
    assert "Try all that failed again" in page


@on_both
def test_a_failed_item_is_tried_again(desk: TestClient, settings: Settings) -> None:
    put(desk, [("files", ("a.pdf", b"%PDF-1.7")), ("files", ("b.pdf", b"%PDF-1.7"))])
    read_all(settings)
    again = desk.post("/jobs/1/retry", data={"item": "2"})
    assert again.status_code == 303
    states = [item["state"] for item in desk.get("/jobs/1", headers=JSON).json()["items"]]
    assert states == ["failed", "waiting"]
    assert desk.post("/jobs/1/retry", headers=JSON).json()["done"] == "It is tried again."
    assert desk.post("/jobs/9/retry").status_code == 404


def test_an_archive_is_taken_apart_and_its_names_are_inert(desk: TestClient) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("../../a.txt", HOSTILE, "inner.zip"):
            archive.writestr(name, TEXT)
    put(desk, {"files": ("day.zip", held.getvalue())})
    page = desk.get("/jobs/1").text
    assert "day.zip, ../../a.txt" in page
    assert "<script>alert" not in page
    assert "an archive inside the archive, which is not opened" in page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({}, "nothing was put in"),
        ({"text": TEXT, "published": "tomorrow"}, "is no day of the calendar"),
        ({"address": "file:///etc/passwd"}, "is no address of a page"),
        ({"text": TEXT, "address": "https://example.org/", "title": "x"}, "belong to one article"),
    ],
)
def test_a_mistake_comes_back_in_words_with_what_was_typed(desk: TestClient, words: dict[str, str], told: str) -> None:
    page = desk.post("/add", data=words, files={"nothing": ("", b"")})
    assert page.status_code == 422
    assert told in page.text
    assert all(word in page.text for word in words.values())
    assert desk.get("/jobs", headers=JSON).json()["page"]["total"] == 0


def test_a_body_that_is_too_large_is_refused_with_words(desk: TestClient) -> None:
    large = {"files": ("large.txt", bytes(65 * 1024 * 1024))}
    answer = desk.post("/add", files=large)
    assert answer.status_code == 413
    assert "64 MiB at most" in answer.text
    assert desk.get("/jobs", headers=JSON).json()["page"]["total"] == 0


def test_too_many_files_are_refused_with_words(desk: TestClient) -> None:
    many = [("files", (f"{number}.txt", b"x")) for number in range(1001)]
    page = desk.post("/add", files=many)
    assert page.status_code == 413
    assert "At most 1000 files can be added at once" in page.text


def test_a_long_text_comes_through(desk: TestClient) -> None:
    assert put(desk, {"nothing": ("", b"")}, text=TEXT * 30_000)["waiting"] == 1


@pytest.mark.parametrize("path", ["/jobs/0", "/jobs/x", "/jobs/99999999999999999999", "/jobs?page=0", "/jobs?page=x"])
def test_an_address_that_means_nothing_is_no_mistake_of_the_server(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 422


def test_a_job_that_is_not_there_is_not_found(desk: TestClient) -> None:
    assert desk.get("/jobs/7").status_code == 404


def test_what_was_added_is_listed(desk: TestClient) -> None:
    assert "Nothing was added yet." in desk.get("/jobs").text
    put(desk, {"files": (HOSTILE, TEXT)})
    page = desk.get("/jobs").text
    assert 'href="/jobs/1"' in page
    assert "<script>alert" not in page
    assert "0 of 1 read" in page
