"""What holds for every page of the desk."""

from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from provenance.services import renew_findings
from provenance.settings import Settings
from provenance.storage import open_store
from provenance.web import DeskOptions, make_desk
from tests.web.conftest import NOW
from tests.web.guarding import Guarded


def test_home_lists_what_came_in(desk: TestClient) -> None:
    page = desk.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h2>What came in last</h2>" in page.text


def test_every_page_is_also_data_at_the_same_address(desk: TestClient) -> None:
    asked = desk.get("/", headers={"Accept": "application/json"})
    assert asked.headers["content-type"] == "application/json"
    assert len(asked.json()["articles"]) == 12
    assert desk.get("/?format=json").json() == asked.json()


def test_nothing_runs_or_loads_that_is_not_ours(desk: TestClient) -> None:
    page = desk.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script>" not in page.text
    assert "style=" not in page.text
    assert "http://" not in page.text.replace("http://www.w3.org", "")


def test_a_page_that_is_not_there_says_so_in_the_form_asked_for(desk: TestClient) -> None:
    page = desk.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page" in page.text
    told = desk.get("/nowhere", headers={"Accept": "application/json"})
    assert told.status_code == 404
    assert told.json()["error"]["status"] == 404


def test_a_form_without_its_token_changes_nothing(desk: TestClient) -> None:
    del desk.headers["X-Desk-Token"]
    assert desk.post("/", data={}).status_code == 403
    assert desk.post("/", data={"token": "0" * 64}).status_code == 403


def test_a_static_file_is_kept_by_the_browser_and_no_path_is_climbed(desk: TestClient) -> None:
    style = desk.get("/static/desk.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "immutable" in style.headers["cache-control"]
    for path in ("/static/..%2fdesk.py", "/static/%2e%2e/desk.py", "/static/report.html", "/static/nothing.css"):
        assert desk.get(path).status_code == 404


def test_a_fresh_store_says_what_to_do_first(tmp_path: Path) -> None:
    options = DeskOptions(settings=Settings(database=str(tmp_path / "fresh.sqlite3")), clock=lambda: NOW)
    with TestClient(make_desk(options), base_url="http://127.0.0.1:8000") as fresh:
        page = fresh.get("/", headers={"Accept": "text/html"}).text
    assert "<h1>Nothing came in yet</h1>" in page
    assert 'href="/add">Add articles</a>' in page
    assert "0 claims" not in page


def test_a_refusal_names_its_number_and_leads_back(guarded: Guarded) -> None:
    page = guarded.signed_in("Rita").get("/accounts")
    assert page.status_code == 403
    assert "Error 403" in page.text
    assert 'href="/">To the first page</a>' in page.text


def test_a_list_that_would_make_many_wait_says_how_much_is_left_and_comes_when_it_is_done(settings: Settings) -> None:
    with open_store(settings.database, now=NOW) as store:
        store.begin_findings("an older edition")
        left, (article, *_) = store.count_due(), store.articles()
        store.commit()
    options = DeskOptions(settings=replace(settings, patience=left - 1), clock=lambda: NOW)
    with TestClient(make_desk(options), base_url="http://127.0.0.1:8000") as desk:
        for address in ("/", "/claims?q=harbour", "/single-source", "/groups"):
            page = desk.get(address, headers={"Accept": "text/html"})
            assert (page.status_code, page.headers["Retry-After"]) == (503, "3")
            assert "<h1>Claims are being looked at again</h1>" in page.text
            assert f"{left} claims are still to be looked at again" in page.text
        told = desk.get("/", headers={"Accept": "application/json"})
        assert (told.status_code, told.json()["error"]["title"]) == (503, "Claims are being looked at again")
        assert desk.get(f"/articles/{article.id}").status_code == 200
        renew_findings(settings, NOW)
        assert desk.get("/").status_code == 200
