"""The log of decisions, and taking one back."""

import pytest
from starlette.testclient import TestClient

from provenance.model import IndependenceAnswer, RelationAnswer
from provenance.services import Authorship, ClaimFilter, judge_independence, list_claims, relate_claims, undo
from provenance.settings import Settings
from tests.web.conftest import NOW, on_both

JSON = {"Accept": "application/json"}
WHY = {"why": "heard again", "by": "Second desk"}


@pytest.fixture
def decided(settings: Settings) -> list[str]:
    """Two decisions, of which the first is taken back by a third; the ids of their articles."""
    claims = [row.finding.claim for row in list_claims(settings, NOW, ClaimFilter())]
    one = claims[0]
    two = next(claim for claim in claims if claim.article_id != one.article_id)
    three = next(claim for claim in claims if claim.article_id not in (one.article_id, two.article_id))
    first, second = (Authorship(made_by=name, why=f"{name} was there") for name in ("Kyiv desk", "Ada <b>Brown</b>"))
    relate_claims(settings, NOW, one.id, two.id, RelationAnswer.CONTRADICTS, first)
    judge_independence(settings, NOW, one.id, three.id, IndependenceAnswer.YES, second)
    undo(settings, NOW, 1, second)
    return [one.article_id, two.article_id, three.article_id]


def listed(desk: TestClient, query: str = "") -> list[int]:
    return [each["id"] for each in desk.get(f"/decisions{query}", headers=JSON).json()["decisions"]]


def test_the_log_tells_who_decided_what_and_what_became_of_it(desk: TestClient, decided: list[str]) -> None:
    document = desk.get("/decisions", headers=JSON).json()
    assert [(each["id"], each["in_force"], each["undone_by"]) for each in document["decisions"]] == [
        (3, True, None),
        (2, True, None),
        (1, False, 3),
    ]
    assert document["page"] == {"number": 1, "size": 50, "total": 3}
    assert document["decisions"][1]["before"].startswith("The machine reads: ")
    page = desk.get("/decisions").text
    assert "Ada &lt;b&gt;Brown&lt;/b&gt; was there" in page
    assert "undone by" in page


def test_the_log_is_filtered_by_its_address(desk: TestClient, decided: list[str]) -> None:
    assert listed(desk, "?by=kyiv+desk") == [1]
    assert listed(desk, "?kind=independent") == [2]
    assert listed(desk, f"?article={decided[1]}") == [3, 1]
    assert listed(desk, f"?article={decided[2]}") == [2]
    assert "No decision is so." in desk.get("/decisions?kind=merge").text


@on_both
def test_the_whole_log_comes_as_a_table(desk: TestClient, decided: list[str]) -> None:
    table = desk.get("/decisions?format=csv")
    assert table.headers["content-disposition"] == 'attachment; filename="decisions.csv"'
    assert [line.split(",")[0] for line in table.text.splitlines()] == ["id", "3", "2", "1"]


@on_both
def test_a_decision_is_taken_back_with_a_name_and_a_reason(desk: TestClient, decided: list[str]) -> None:
    done = desk.post("/decisions/2/undo", data=WHY)
    assert done.status_code == 303
    assert "Decision 2 is taken back." in desk.get(done.headers["location"]).text
    last = desk.get("/decisions/4", headers=JSON).json()["decision"]
    assert (last["kind"], last["undoes"], last["by"], last["why"]) == ("undo", 2, "Second desk", "heard again")


@on_both
def test_nothing_is_taken_back_twice_or_without_a_name_or_a_reason(desk: TestClient, decided: list[str]) -> None:
    assert desk.post("/decisions/1/undo", data=WHY).status_code == 409
    assert desk.post("/decisions/2/undo", data={"why": "for no reason"}).status_code == 422
    assert desk.post("/decisions/2/undo", data={"by": "Second desk"}).status_code == 422
    assert desk.post("/decisions/9/undo", data=WHY).status_code == 404
    assert listed(desk) == [3, 2, 1]


def test_the_first_form_without_a_decision_says_that_there_is_none(desk: TestClient) -> None:
    assert "Nothing was decided here yet." in desk.get("/decisions").text


def test_a_claim_that_was_added_is_logged_with_its_article(desk: TestClient, settings: Settings) -> None:
    article = list_claims(settings, NOW, ClaimFilter())[0].finding.claim.article_id
    text = desk.get(f"/articles/{article}", headers=JSON).json()["article"]["text"]
    form = {"text_at": f"0-{text.index(' ', 12)}", "speaker": "Ada Brown", "kind": "person", **WHY}
    assert desk.post(f"/articles/{article}/claims", data=form, headers=JSON).status_code == 200
    assert listed(desk, f"?article={article}") == [1]
    assert "A claim was missed" in desk.get("/decisions/1").text
