"""A claim alone, on a page of its own and as the part that an article's page fetches; an article's page without it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from provenance.model import IndependenceAnswer, RelationAnswer
from provenance.report import report_to_dict
from provenance.services import (
    Authorship,
    ClaimFilter,
    judge_independence,
    list_claims,
    merge_groups,
    page_groups,
    relate_claims,
    show_article,
)
from provenance.services.values.pages import PageAsked
from provenance.settings import Settings
from provenance.storage import GroupFilter
from tests.web.conftest import NOW, on_both

JSON = {"Accept": "application/json"}
FETCHED = {"HX-Request": "true"}
BY = {"by": "Kyiv desk", "why": "heard the recording"}
WHY = Authorship(made_by="Kyiv desk", why="heard the recording")

Report = dict[str, Any]  # Any: JSON


def reports(desk: TestClient) -> Iterator[Report]:
    for each in desk.get("/articles", headers=JSON).json()["articles"]:
        yield desk.get(f"/articles/{each['id']}", headers=JSON).json()


@pytest.fixture
def report(desk: TestClient) -> Report:
    """Of the article with most claims."""
    return max(reports(desk), key=lambda each: (len(each["findings"]), each["article"]["id"]))


def address(report: Report, number: int) -> str:
    return f"/articles/{report['article']['id']}/claims/{id_of(report, number)}"


def id_of(report: Report, number: int) -> str:
    return str(report["findings"][number - 1]["claim"]["id"])


@pytest.fixture
def decided(desk: TestClient, settings: Settings) -> None:
    """Decisions of every kind are in force."""
    claims = [row.finding.claim for row in list_claims(settings, NOW, ClaimFilter())]
    spoken = [claim.id for claim in claims if claim.chain.speakers]
    for verb, claim, fields in (
        ("confirm", spoken[0], {}),
        ("correct", spoken[1], {"speaker": "Ada Brown", "kind": "person"}),
        ("reject", spoken[2], {}),
    ):
        assert desk.post(f"/claims/{claim}/{verb}", data=BY | fields).status_code == 303
    relate_claims(settings, NOW, spoken[3], spoken[4], RelationAnswer.CONTRADICTS, WHY)
    judge_independence(settings, NOW, spoken[5], spoken[6], IndependenceAnswer.NO, WHY)
    first, second = page_groups(settings, NOW, GroupFilter(), PageAsked()).rows[:2]
    merge_groups(settings, NOW, first.group.id, second.group.id, WHY)


@on_both
@pytest.mark.usefixtures("decided")
def test_a_claim_alone_is_what_the_whole_report_has_of_it(desk: TestClient) -> None:
    decisions = set()
    resting = 0
    for report in reports(desk):
        ids = [finding["claim"]["id"] for finding in report["findings"]]
        for number, finding in enumerate(report["findings"], start=1):
            alone = desk.get(address(report, number), headers=JSON).json()
            assert alone["finding"] == finding
            assert alone["outlets"] == list(outlets_of(ids[number - 1], report))
            resting += sum(bool(each["resting"]) for each in alone["outlets"])
            assert alone["article"]["id"] == report["article"]["id"]
            assert (alone["number"], alone["claims"]) == (number, len(ids))
            assert alone["before"] == (ids[number - 2] if number > 1 else None)
            assert alone["after"] == (ids[number] if number < len(ids) else None)
            decisions |= {each["kind"] for each in finding["decisions"]}
    assert decisions == {"confirm", "correct", "relate", "independent", "merge"}
    assert resting > 0


def outlets_of(claim: str, report: Report) -> Iterator[Mapping[str, Any]]:
    """Those that a claim comes through or rests on, without the other claims that rest on them."""
    for each in report["outlets"]:
        if claim in (*each["claims"], *each["resting"]):
            yield {**each, "resting": [one for one in each["resting"] if one == claim]}


@pytest.mark.usefixtures("decided")
def test_what_a_page_does_not_show_changes_nothing_of_what_it_shows(desk: TestClient, settings: Settings) -> None:
    """Without the reasons of comparisons all is found as with them."""
    for report in reports(desk):
        stored = show_article(settings, NOW, report["article"]["id"], explained=())
        found = report_to_dict(stored.report)
        for light, finding in zip(found["findings"], report["findings"], strict=True):
            assert unreasoned(light) == unreasoned(finding)
        assert {**found, "findings": None} == {**report, "findings": None}


def unreasoned(finding: Mapping[str, Any]) -> Mapping[str, Any]:
    relations = [{**each, "reasons": None, "because": None} for each in finding["relations"]]
    return {**finding, "relations": relations}


def test_the_part_that_is_fetched_is_the_panel_as_the_open_page_has_it_and_has_no_frame(
    desk: TestClient, report: Report
) -> None:
    page = squeezed(desk.get(f"/articles/{report['article']['id']}?claims=open").text)
    for number in range(1, len(report["findings"]) + 1):
        part = desk.get(address(report, number), headers=FETCHED)
        assert part.status_code == 200
        assert not re.search(r"<(html|head|body|main|h1|script|link)", part.text)
        assert squeezed(part.text) in page


def squeezed(html: str) -> str:
    return " ".join(html.split())


def test_a_page_of_its_own_leads_back_and_to_the_claims_beside_it(desk: TestClient, report: Report) -> None:
    page = desk.get(address(report, 2)).text
    article, last = report["article"]["id"], len(report["findings"])
    assert f"Claim 2 of {last} in this article" in page
    assert f'<h1><a href="/articles/{article}#{id_of(report, 2)}">' in page
    assert f'<a rel="prev" href="{address(report, 1)}">Claim 1</a>' in page
    assert f'<a rel="next" href="{address(report, 3)}">Claim 3</a>' in page
    assert 'rel="prev"' not in desk.get(address(report, 1)).text
    assert 'rel="next"' not in desk.get(address(report, last)).text
    assert f'action="/claims/{id_of(report, 2)}/confirm"' in page
    outlets = re.findall(r'href="([^"]*#outlet-[^"]+)"', page)
    assert outlets
    assert all(link.startswith(f"/articles/{article}#outlet-") for link in outlets)


def test_the_words_around_a_claim_stand_where_they_stand_in_the_article(desk: TestClient, report: Report) -> None:
    text = report["article"]["text"]
    for number, finding in enumerate(report["findings"], start=1):
        page = desk.get(address(report, number)).text
        found = re.search(r'<div class="words" id="words"[^>]*?(?: data-start="(\d+)")?>(.*?)</div>', page, re.DOTALL)
        assert found
        words = html_text(found[2])
        start = int(found[1] or 0)
        assert text[start : start + len(words)] == words
        assert start <= finding["claim"]["spans"][0][0]
        assert finding["claim"]["spans"][-1][1] <= start + len(words)
        assert len(words) < len(text)


def html_text(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("headers", [{}, JSON, FETCHED])
def test_a_claim_that_is_not_in_force_there_is_not_found(
    desk: TestClient, settings: Settings, report: Report, headers: dict[str, str]
) -> None:
    rows = list_claims(settings, NOW, ClaimFilter())
    elsewhere = next(row.finding.claim for row in rows if row.article.id != report["article"]["id"])
    rejected = id_of(report, 1)
    desk.post(f"/claims/{rejected}/reject", data=BY)
    for claim in (elsewhere.id, rejected, "c0"):
        answer = desk.get(f"/articles/{report['article']['id']}/claims/{claim}", headers=headers)
        assert answer.status_code == 404
        assert "is in force in this article" in answer.text
    assert desk.get(f"/articles/a0000000000000000/claims/{rejected}").status_code == 404


def test_an_article_shows_its_claims_in_a_few_lines_that_lead_to_the_rest(desk: TestClient, report: Report) -> None:
    page = desk.get(f"/articles/{report['article']['id']}").text
    for number in range(1, len(report["findings"]) + 1):
        assert f'hx-get="{address(report, number)}"' in page
        assert f'<a href="{address(report, number)}">All of this claim' in page
    assert 'class="relation ' not in page
    assert "/confirm" not in page
    assert len(page) < len(desk.get(f"/articles/{report['article']['id']}?claims=open").text) / 2


def test_all_claims_stand_open_on_a_page_to_print_with_nothing_left_to_fetch(desk: TestClient, report: Report) -> None:
    article = report["article"]["id"]
    assert f'href="/articles/{article}?claims=open"' in desk.get(f"/articles/{article}").text
    page = desk.get(f"/articles/{article}?claims=open").text
    assert "hx-get" not in page
    assert page.count('class="relation ') == sum(len(finding["relations"]) for finding in report["findings"])
    assert desk.get(f"/articles/{article}?claims=open", headers=JSON).json() == report


def test_a_claim_that_was_decided_on_stands_there_whole_with_its_notice(desk: TestClient, report: Report) -> None:
    claim = id_of(report, 1)
    place = desk.post(f"/claims/{claim}/confirm", data=BY).headers["location"]
    page = desk.get(place).text
    panel = page[page.index('id="claim-1"') :].partition("</article>")[0]
    assert "The claim is confirmed." in panel
    assert f'action="/claims/{claim}/correct"' in panel
    assert 'class="relation ' in page
    assert address(report, 1) not in page
    assert f'hx-get="{address(report, 2)}"' in page


def test_the_outlets_of_an_article_lead_to_their_pages_as_of_its_day(desk: TestClient, report: Report) -> None:
    page = desk.get(f"/articles/{report['article']['id']}").text
    known = [outlet for outlet in report["outlets"] if outlet["on"]]
    assert known
    for outlet in known:
        assert f'href="/outlets/{outlet["id"]}?on={report["article"]["published"]}"' in page
