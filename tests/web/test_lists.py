"""Lists of the desk: found, filtered, paged, taken away as CSV and JSON."""

import csv
import io
import re
from collections.abc import Callable
from typing import Any

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


@pytest.mark.parametrize(
    ("typed", "as_written"),
    [
        ("ТАСС", "TASS"),
        ("路透社", "Reuters"),
        ("Телеграфное агентство Советского Союза", "TASS"),
        ("Мединский", "Medinsky"),
        ("Ciragan", "Çırağan"),
    ],
)
def test_a_name_is_found_in_any_script_and_spelling(desk: TestClient, typed: str, as_written: str) -> None:
    def ids(words: str) -> set[str]:
        findings = desk.get("/claims", params={"q": words, "format": "json"}).json()["findings"]
        return {finding["claim"]["id"] for finding in findings}

    assert set() != ids(typed) <= ids(as_written)


def test_who_finds_nothing_learns_what_was_looked_in_and_what_to_try(desk: TestClient) -> None:
    page = desk.get("/claims", params={"q": '"nobody <says> this"', "speaker": "Medinsky"}).text
    assert "No claim fits" in page
    assert "nobody &lt;says&gt; this" in page
    assert "the titles of their articles" in page
    assert "Leave out the quotes" in page
    assert 'href="/claims?q=%22nobody%20%3Csays%3E%20this%22"' in page
    assert "their addresses" in desk.get("/articles", params={"q": "nobody"}).text
    assert "Fewer filters find more" in desk.get("/claims", params={"speaker": "nobody at all"}).text


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


def groups_of(desk: TestClient, **asked: str) -> list[dict[str, Any]]:
    """Any: JSON."""
    found: list[dict[str, Any]] = desk.get("/groups", params={**asked, "format": "json"}).json()["groups"]
    return found


def test_groups_are_found_by_words_and_by_marks(desk: TestClient) -> None:
    every = groups_of(desk)
    found = groups_of(desk, q="children")
    assert 0 < len(found) < len(every)
    for group in found:
        members = desk.get(f"/groups/{group['id']}?format=json").json()["appearances"]
        assert any("child" in f"{one['claim']['text']} {one['appears_in']}".lower() for one in members)
    assert groups_of(desk, q="nobodysaysthis") == []
    assert "the words of one of its claims" in desk.get("/groups?q=nobodysaysthis").text
    for mark in ("contradicted", "figures_differ"):
        marked = {group["id"] for group in every if group[mark]}
        assert {group["id"] for group in groups_of(desk, **{mark: "true"})} == marked
        assert len(marked) < len(every)
    assert any(group["figures_differ"] for group in every)


def test_groups_are_sorted_as_they_are_asked_for(desk: TestClient) -> None:
    keys: dict[str, Callable[[dict[str, Any]], Any]] = {
        "largest": lambda group: -group["size"],
        "newest": lambda group: [-int(part) for part in (group["latest"] or "0-0-0").split("-")],
        "least-backed": lambda group: (group["independent_origins"], group["origins"]),
        "most-backed": lambda group: (-group["independent_origins"], -group["origins"]),
        "contradicted": lambda group: not group["contradicted"],
        "figures-differ": lambda group: not group["figures_differ"],
    }
    every = sorted(group["id"] for group in groups_of(desk))
    for sort, key in keys.items():
        found = groups_of(desk, sort=sort)
        assert sorted(group["id"] for group in found) == every
        assert found == sorted(found, key=lambda group: (key(group), -group["size"], group["id"]))
        assert f'value="{sort}" selected' in desk.get(f"/groups?sort={sort}").text
    assert desk.get("/groups?sort=x").status_code == 422


def test_a_line_of_a_group_tells_its_first_claims_and_how_many_more_there_are(desk: TestClient) -> None:
    for group in groups_of(desk):
        whole = desk.get(f"/groups/{group['id']}?format=json").json()["appearances"]
        assert [one["claim"] for one in group["members"]] == [one["claim"]["id"] for one in whole[:10]]
        assert len(group["members"]) + group["members_left_off"] == group["size"] == len(whole)
        assert group["text"] == whole[0]["claim"]["text"]


def test_circles_come_a_page_at_a_time(desk: TestClient) -> None:
    whole = desk.get("/circular?format=json").json()
    assert whole["page"]["total"] == len(whole["circles"]) > 0
    first = desk.get("/circular?page=1&format=json").json()
    assert first["circles"] == whole["circles"][:50]
    assert first["page"]["size"] == 50
    assert desk.get("/circular?page=99&format=json").json()["circles"] == []
    assert "The list is not that long" in desk.get("/circular?page=99").text
    rows = list(csv.DictReader(io.StringIO(desk.get("/circular?format=csv").text)))
    assert [row["text"] for row in rows] == [circle["text"] for circle in whole["circles"]]
