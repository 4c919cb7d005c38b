"""The API: an article goes in, its report comes out; every answer is one that the description names."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from provenance.services import Brought, Worker, put_in
from provenance.settings import Settings
from provenance.web.pages.api import request_key
from provenance.web.pages.api_documents import NewArticle
from tests.web.conftest import NOW, on_both

TEXT = "The mayor said on Monday that the bridge was safe. A source told TASS that it was not."


@pytest.fixture
def api(desk: TestClient) -> TestClient:
    """As another program asks: no cookie, no token, no word on what it takes."""
    desk.cookies.clear()
    del desk.headers["X-Desk-Token"]
    desk.headers["Accept"] = "*/*"
    return desk


def read_all(settings: Settings) -> None:
    worker = Worker(name="one", settings=settings, clock=lambda: NOW)
    while item := worker.take():
        worker.read(item)


@on_both
def test_an_article_becomes_a_job_and_the_job_a_report(api: TestClient, settings: Settings) -> None:
    made = api.post("/api/articles", json={"text": TEXT, "title": "The bridge", "outlet": "TASS"})
    assert made.status_code == 202
    assert made.json()["job"]["waiting"] == 1
    place = made.headers["location"]
    assert (place, made.headers["retry-after"]) == ("/api/jobs/1", "2")
    read_all(settings)
    job = api.get(place).json()
    assert job["job"]["over"]
    report = api.get(f"/api/articles/{job['items'][0]['article']}/report").json()
    assert (report["schema"], report["article"]["title"], report["article"]["text"]) == (1, "The bridge", TEXT)
    assert report["article"]["outlet"]["id"] == "tass"
    assert report["findings"]


@on_both
def test_the_same_key_and_body_give_the_first_answer_whatever_became_of_the_job(
    api: TestClient, settings: Settings
) -> None:
    keyed = {"Idempotency-Key": "8e03978e"}
    first = api.post("/api/articles", json={"text": TEXT}, headers=keyed)
    assert (first.status_code, first.headers["location"]) == (202, "/api/jobs/1")
    read_all(settings)
    second = api.post("/api/articles", json={"text": TEXT}, headers=keyed)
    kept = ("content-type", "location", "retry-after")
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert [second.headers[name] for name in kept] == [first.headers[name] for name in kept]
    assert api.get(second.headers["location"]).json()["job"]["over"]
    other = api.post("/api/articles", json={"text": "Other."}, headers=keyed)
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["error"]["message"]
    assert api.get("/api/jobs/2").status_code == 404


def outstanding(settings: Settings, sent: dict[str, Any], now: datetime) -> None:
    """A request with the key "one" that came in at that moment and was not answered."""
    request = request_key(NewArticle.model_validate(sent), None, "one")
    assert request
    put_in(Brought(address=sent["url"]), settings=settings, now=now, made_by=None, request=request)


def test_a_request_that_is_being_answered_is_not_answered_beside_it(api: TestClient, settings: Settings) -> None:
    sent = {"url": "https://example.org/talks"}
    outstanding(settings, sent, NOW)
    answer = api.post("/api/articles", json=sent, headers={"Idempotency-Key": "one"})
    assert answer.status_code == 409
    assert "is being answered" in answer.json()["error"]["message"]
    assert api.get("/api/jobs/2").status_code == 404


@on_both
def test_requests_with_one_key_at_once_make_one_job_and_get_one_answer(api: TestClient) -> None:
    def send(_: int) -> Response:
        return api.post("/api/articles", json={"text": TEXT}, headers={"Idempotency-Key": "one"})

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, range(4)))
    assert {answer.status_code for answer in answers} <= {202, 409}
    assert len({answer.content for answer in answers if answer.status_code == 202}) == 1
    assert api.get("/api/jobs/2").status_code == 404


def test_an_article_that_cannot_be_read_says_why_and_says_so_again(api: TestClient, settings: Settings) -> None:
    sent = {"url": "http://169.254.169.254/latest/meta-data"}
    outstanding(settings, sent, NOW - timedelta(minutes=5))
    read_all(settings)
    for _ in range(2):
        failed = api.post("/api/articles", json=sent, headers={"Idempotency-Key": "one"})
        assert failed.status_code == 422
        assert "a private network" in failed.json()["error"]["message"]
        assert failed.headers["location"] == "/api/jobs/1"
    assert api.get("/api/jobs/1").json()["items"][0]["state"] == "failed"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "there is no article in it; give text, html or url"),
        ({"title": "x"}, "there is no article in it"),
        ({"text": "a", "html": "b"}, "give text or html, not both"),
        ({"text": ""}, "text: String should have at least 1 character"),
        ({"text": " "}, "nothing was put in"),
        ({"text": TEXT, "titel": "x"}, "titel: "),
        ({"text": TEXT, "published": "yesterday"}, "date: 'yesterday' is no day"),
        ({"text": TEXT, "url": "ftp://example.org/"}, "url: "),
        ({"url": "/etc/passwd"}, "url: "),
        ({"text": 7}, "text: "),
        ([], "valid dictionary"),
    ],
)
def test_bad_input_is_told_in_words(api: TestClient, sent: Any, told: str) -> None:
    answer = api.post("/api/articles", json=sent)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/json"
    assert told in answer.json()["error"]["message"]
    assert api.get("/api/jobs/1").status_code == 404


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_what_another_site_can_send_without_asking_is_refused(api: TestClient, kind: str) -> None:
    answer = api.post("/api/articles", content=b'{"text": "x"}', headers={"Content-Type": kind})
    assert answer.status_code == 403
    assert api.get("/api/jobs/1").status_code == 404


@on_both
def test_half_a_character_and_a_zero_byte_are_no_mistake_of_the_server(api: TestClient, settings: Settings) -> None:
    for text in (r"\ud800 said so.", r"\u0000 said so."):
        sent = f'{{"text": "{text}", "title": "{text}", "outlet": "{text}"}}'
        answer = api.post("/api/articles", content=sent, headers={"Content-Type": "application/json"})
        assert answer.status_code in (202, 422), answer.text
    read_all(settings)
    states = [api.get(f"/api/jobs/{number}").json() for number in (1, 2)]
    assert all("items" in state or "error" in state for state in states)


@pytest.mark.parametrize(
    "path", ["/api/articles/../report", "/api/articles/README.md/report", "/api/articles/a1/report"]
)
def test_a_report_is_asked_for_by_id_alone(api: TestClient, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == 404


def test_the_description_names_every_address_with_examples_and_errors(api: TestClient) -> None:
    described = api.get("/api/openapi.json").json()
    assert set(described["paths"]) == {"/api/articles", "/api/jobs/{number}", "/api/articles/{article}/report"}
    for path in described["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert operation["description"]
            errors = {status for status in operation["responses"] if status >= "400"}
            assert {"401", "403", "422", "429", "503"} <= errors
            for status in errors:
                schema = operation["responses"][status]["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/ErrorAnswer"}
    assert described["components"]["schemas"]["NewArticle"]["examples"]


def test_the_page_of_the_api_asks_no_other_host(desk: TestClient) -> None:
    page = desk.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    for words in ("POST /api/articles", "Idempotency-Key", "NewArticle", "Too many requests"):
        assert words in page.text
    assert "//" not in page.text.replace("http://www.w3.org", "").replace("https://example.org", "").replace("://<", "")
