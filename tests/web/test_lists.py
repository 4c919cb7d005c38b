"""Lists of the desk: found, filtered, paged, taken away as CSV and JSON."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

LISTS = ("/", "/claims", "/single-source", "/state-affiliated", "/groups", "/circular", "/articles")


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_a_page_and_the_same_as_data(desk: TestClient, path: str) -> None:
    page = desk.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1>") == 1
    assert desk.get(path, headers={"Accept": "application/json"}).status_code == 200


def test_what_needs_eyes_leads_to_as_many_claims_as_it_counts(desk: TestClient) -> None:
    for each in desk.get("/?format=json").json()["needs_eyes"]:
        found = desk.get(f"/claims?caution={each['caution']}&page=1&format=json").json()
        assert found["page"]["total"] == each["claims"]
        found = desk.get(f"/claims?caution={each['caution']}&own_voice=false&page=1&format=json").json()
        assert found["page"]["total"] == each["attributed"]


def test_a_figure_of_a_report_leads_to_exactly_the_claims_it_counts(desk: TestClient) -> None:
    """And those of all reports together are what the first page counts as attributed."""
    counted = 0
    for article in desk.get("/articles?format=json").json()["articles"]:
        page = desk.get(f"/articles/{article['id']}").text
        number = desk.get(f"/articles/{article['id']}?format=json").json()["totals"]["state_affiliated_only"]
        counted += number
        links = re.findall(r'href="(/claims\?[^"]*caution=state-affiliated-only[^"]*)"', page)
        assert len(links) == bool(number)
        for link in links:
            shown = desk.get(f"{link.replace('&amp;', '&')}&page=1&format=json").json()
            assert shown["page"]["total"] == number
            assert "without those in a publisher" in desk.get(link.replace("&amp;", "&")).text
    needs_eyes = {each["caution"]: each for each in desk.get("/?format=json").json()["needs_eyes"]}
    assert needs_eyes["state-affiliated-only"]["attributed"] == counted > 0
    assert f'own_voice=false">{counted} attributed' in desk.get("/").text


def test_both_names_of_a_publisher_are_said_where_they_differ(desk: TestClient) -> None:
    told = '<bdi>news.by</bdi>, of <a href="/outlets/belteleradio"><bdi>Belteleradiocompany</bdi></a>'
    articles = desk.get("/articles?format=json").json()["articles"]
    (article,) = (each for each in articles if "news.by" in each["url"])
    assert article["outlet"] == {"id": "belteleradio", "name": "Belteleradiocompany", "printed_as": "news.by"}
    for address in ("/", "/articles", f"/articles/{article['id']}"):
        assert told in desk.get(address).text
    report = desk.get(f"/articles/{article['id']}/report?format=text").text
    assert "news.by, of Belteleradiocompany" in report


def test_a_search_finds_a_beginning_and_a_phrase_whatever_is_typed(desk: TestClient) -> None:
    def total(typed: str) -> int:
        answer = desk.get("/claims", params={"q": typed, "page": 1, "format": "json"})
        assert answer.status_code == 200
        number: int = answer.json()["page"]["total"]
        return number

    assert total("childr") == total("CHILDREN") > 0
    assert total('"339 children"') <= total("339 children")
    for hostile in ('"', "'; DROP TABLE claim", "a AND OR NOT (", "*", "NEAR(", "a:*", "\\", "-", "дети"):
        total(hostile)


def test_the_pages_of_a_list_hold_each_claim_once(desk: TestClient) -> None:
    everything = [row["claim"]["id"] for row in desk.get("/claims?format=json").json()["findings"]]
    pages = [desk.get(f"/claims?page={number}&format=json").json() for number in (1, 2)]
    assert [row["claim"]["id"] for page in pages for row in page["findings"]] == everything[:100]
    assert pages[0]["page"] == {"number": 1, "size": 50, "total": len(everything)}


def test_a_list_is_taken_away_as_a_table(desk: TestClient) -> None:
    answer = desk.get("/claims?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == desk.get("/claims?page=1&format=json").json()["page"]["total"]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("query", ["caution=x", "sort=x", "since=yesterday", "page=0", "mode=loud"])
def test_what_cannot_be_asked_is_told(desk: TestClient, query: str) -> None:
    assert desk.get(f"/claims?{query}").status_code == 422
