"""The pages of groups, outlets and speakers."""

import re
from itertools import combinations
from typing import Any

import pytest
from starlette.testclient import TestClient

from provenance.model import AgentKind
from provenance.settings import Settings
from provenance.storage import open_store
from tests.builders import a_claim, a_comparison, a_group, a_link, an_agent, an_article
from tests.web.conftest import NOW, on_both

JSON = {"Accept": "application/json"}
BY = {"by": "Kyiv desk", "why": "both recordings heard"}


def first_groups(desk: TestClient) -> list[str]:
    return [group["id"] for group in desk.get("/groups", headers=JSON).json()["groups"]]


def group(desk: TestClient, name: str) -> dict[str, object]:
    answer: dict[str, object] = desk.get(f"/groups/{name}", headers=JSON).json()
    return answer


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/groups", "Claims that say the same"),
        ("/outlets", "Outlets"),
        ("/outlets?family=state:RU&state_affiliated=yes&q=tass", "TASS"),
        ("/outlets/tass?on=2010-01-01&part=printed", "1 January 2010"),
        ("/speakers", "Unnamed"),
        ("/speakers/vladimir%20MEDINSKY", "Vladimir Medinsky"),
    ],
)
def test_pages_are_shown_in_one_language_of_marks_without_style_of_their_own(
    desk: TestClient, address: str, words: str
) -> None:
    page = desk.get(address)
    assert page.status_code == 200
    assert words in page.text
    assert "style=" not in page.text
    assert len(re.findall(r"<h1[ >]", page.text)) == 1


def test_a_group_tells_its_origins_and_every_appearance(desk: TestClient) -> None:
    name = first_groups(desk)[0]
    page, told = desk.get(f"/groups/{name}"), group(desk, name)
    assert page.status_code == 200
    origins, appearances = told["origins"], told["appearances"]
    assert isinstance(origins, list)
    assert isinstance(appearances, list)
    assert sum(len(origin["claims"]) for origin in origins) >= told["size"] == len(appearances)
    assert told["independent_origins"] == sum(origin["left_out"] is None for origin in origins)
    assert all(f'id="origin-{origin["number"]}"' in page.text for origin in origins)


@on_both
def test_two_groups_are_merged_and_the_decision_stands_on_the_page(desk: TestClient) -> None:
    one, other = first_groups(desk)[:2]
    sizes = [group(desk, name)["size"] for name in (one, other)]
    seen = desk.post(f"/groups/{one}/merge", data={"other": other, **BY})
    assert seen.status_code == 303
    address = seen.headers["location"]
    page = desk.get(address)
    assert "both recordings heard" in page.text
    assert desk.get(address, headers=JSON).json()["size"] == sum(map(int, map(str, sizes)))
    assert desk.post(f"/groups/{one}/merge", data={"other": other, **BY}).status_code == 422


@on_both
def test_a_group_is_split_and_claims_are_related_and_judged(desk: TestClient) -> None:
    name = first_groups(desk)[0]
    told = group(desk, name)
    appearances = told["appearances"]
    assert isinstance(appearances, list)
    one, other, third = (row["claim"]["id"] for row in appearances[:3])
    judged = desk.post(
        f"/groups/{name}/independence", data={"one": one, "other": other, "answer": "no", **BY}, headers=JSON
    )
    assert judged.json()["decision"]["answer"] == "no"
    related = desk.post(f"/groups/{name}/relate", data={"one": one, "other": other, "answer": "repeats", **BY})
    assert related.status_code == 303
    assert desk.post(f"/groups/{name}/split", data={"claims": [third], **BY}).status_code == 303
    parted = {row["claim"]["id"] for row in desk.get(f"/groups/g{third[1:]}", headers=JSON).json()["appearances"]}
    assert parted == {third}
    assert desk.post(f"/groups/{name}/split", data={"claims": [one], **BY}).status_code == 409


def test_a_newsroom_asserts_something_of_an_outlet_and_takes_it_back(desk: TestClient) -> None:
    said = {
        "dimension": "reliability",
        "value": "<script>alert(1)</script>",
        "basis": "research",
        "confidence": "low",
        "evidence_url": "https://example.org/study",
        "evidence_quote": "<b>it is so</b>",
    }
    refused = desk.post("/outlets/tass/assertions", data={**said, **BY})
    assert refused.status_code == 400
    assert "<script>alert" not in refused.text
    member = {**said, "dimension": "membership", "value": "a club"}
    made = desk.post("/outlets/tass/assertions", data={**member, **BY}, headers=JSON).json()
    page = desk.get("/outlets/tass")
    assert "a club" in page.text
    assert "<b>it is so</b>" not in page.text
    number = made["additions"][-1]["id"]
    assert desk.post(f"/outlets/tass/additions/{number}/retract", data=BY).status_code == 303
    assert "taken back" in desk.get("/outlets/tass").text


def test_unnamed_sources_are_never_shown_as_one_person(desk: TestClient) -> None:
    listed = desk.get("/speakers", headers=JSON).json()
    assert {one["kind"] for one in listed["unnamed"]} == {"unnamed"}
    assert "unnamed" not in {one["kind"] for one in listed["speakers"]}
    page = desk.get(f"/speakers/{listed['unnamed'][0]['name']}?unnamed=true")
    assert "Not one person" in page.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/groups/g0000", 404),
        ("/groups/%3Cscript%3E", 404),
        ("/outlets/nobody-knows-it", 404),
        ("/outlets?label=good", 422),
        ("/outlets?country=Atlantis", 422),
        ("/outlets/tass?on=yesterday", 422),
        ("/outlets/tass?part=all", 422),
        ("/speakers/nobody", 404),
        ("/speakers?page=0", 422),
    ],
)
def test_what_is_not_there_or_makes_no_sense_is_told(desk: TestClient, address: str, status: int) -> None:
    page = desk.get(address)
    assert page.status_code == status
    assert "<script>" not in page.text


def test_a_claim_that_is_not_in_the_group_cannot_be_held_against(desk: TestClient) -> None:
    assert desk.get(f"/groups/{first_groups(desk)[0]}?against=c0").status_code == 422


def test_a_reason_names_its_rules_in_words_and_each_code_leads_to_the_table(desk: TestClient) -> None:
    page = desk.get("/outlets/tass?on=2026-06-01").text
    assert 'says that a state controls it (<a class="rule" href="/outlets/rules#A2">rule A2</a>).' in page
    assert "[A2]" not in page
    assert "State Media Monitor type: state-controlled media (SC)" in page
    assert "smm" not in re.sub(r'(?:href|value)="[^"]*"', "", page).lower()
    rules = desk.get("/outlets/rules").text
    for code in re.findall(r"/outlets/rules#(\w+)", page):
        assert f'id="{code}"' in rules


def test_the_rules_are_a_page_and_data(desk: TestClient) -> None:
    page = desk.get("/outlets/rules")
    assert page.status_code == 200
    assert "smm_code" not in page.text
    told = desk.get("/outlets/rules?format=json").json()["rules"]
    assert {"W1", "A2", "L16"} <= {rule["id"] for rule in told}
    rows = desk.get("/outlets/rules?format=csv").text.splitlines()
    assert rows[0] == "rule,decides,answer,words,needs,lacks"
    assert len(rows) == len(told) + 1


def test_the_picture_of_what_was_said_does_not_begin_a_century_ago(desk: TestClient) -> None:
    page = desk.get("/outlets/tass?on=2026-06-01").text
    assert ">1925 to 1992</text>" in page
    ticks = [int(year) for year in re.findall(r'<text class="tick"[^>]*>(\d{4})</text>', page)]
    assert min(ticks) >= 1996


def test_lists_of_speakers_and_outlets_are_searched_in_any_script(desk: TestClient) -> None:
    def names(address: str, rows: str) -> set[str]:
        return {row["name"] for row in desk.get(address, headers={"Accept": "application/json"}).json()[rows]}

    assert names("/speakers?q=Мединск", "speakers") == names("/speakers?q=medinsk", "speakers") != set()
    assert "TASS" in names("/outlets?q=ТАСС", "outlets")
    assert "TASS" in names("/outlets?q=tass.ru", "outlets")
    assert names("/outlets?q=nobodyisthis", "outlets") == set()


def test_a_group_of_hundreds_comes_a_page_at_a_time_and_its_picture_says_what_it_leaves_out(
    desk: TestClient, settings: Settings
) -> None:
    text = "The bridge near the old harbour was closed on Monday"
    articles = [
        an_article(f"{text}.", url=f"https://paper{number}.example/", outlet=None, outlet_name=f"Paper {number}")
        for number in range(120)
    ]
    told = [
        a_claim(
            text,
            article=article,
            publisher=a_link(an_agent(f"Paper {number}", AgentKind.OUTLET)),
            speaker=f"Person {number}",
        )
        for number, article in enumerate(articles)
    ]
    with open_store(settings.database, now=NOW) as store:
        for article, claim in zip(articles, told, strict=True):
            store.save_article(article, [claim], keys={}, read_at=NOW)
        store.save_comparisons(a_comparison(one, other) for one, other in combinations(told, 2))
        store.save_groups([a_group(*told)])
        store.commit()
    name = a_group(*told).id
    pages = [desk.get(f"/groups/{name}?page={page}&format=json").json() for page in (1, 2, 3, 4)]
    assert [len(page["appearances"]) for page in pages] == [50, 50, 20, 0]
    assert {row["claim"]["id"] for page in pages for row in page["appearances"]} == {claim.id for claim in told}
    assert len(pages[0]["lanes"]) + pages[0]["lanes_left_off"] == 120
    assert len(pages[0]["lanes"]) < 50
    assert all(boxes(origin["ways"]) <= 24 for origin in pages[0]["origins"])
    shown = desk.get(f"/groups/{name}").text
    assert "Page 1 of 3" in shown
    assert f"and {pages[0]['lanes_left_off']} further ones" in shown
    (line,) = (one for one in desk.get("/groups?page=1&format=json").json()["groups"] if one["id"] == name)
    assert (line["size"], len(line["members"]), line["members_left_off"]) == (120, 10, 110)


def boxes(ways: list[dict[str, Any]]) -> int:
    """Any: JSON."""
    return sum(1 + boxes(way["ways"]) for way in ways)
