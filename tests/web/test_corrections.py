"""Whoever reads an article at the desk corrects what the machine read of it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from jinja2 import Environment
from starlette.testclient import TestClient

from provenance.report import make_environment
from provenance.services import ClaimFilter, list_claims, packaged_texts
from provenance.settings import Settings
from tests.web.conftest import NOW, on_both

BY = {"by": "Kyiv desk", "why": "heard the recording"}
JSON = {"Accept": "application/json"}


def claims_of(settings: Settings, article: str | None = None) -> list[Any]:
    """Any: rows. Those in which an outlet told what a speaker said first."""
    return [row.finding.claim for row in list_claims(settings, NOW, ClaimFilter(article=article))]


@on_both
def test_a_confirmed_claim_leads_back_to_it_in_its_article(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    answer = desk.post(f"/claims/{claim.id}/confirm", data=BY | {"seen": "0"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/articles/{claim.article_id}?notice=")
    assert "The+claim+is+confirmed." in answer.headers["location"]
    assert answer.headers["location"].endswith(f"#{claim.id}")
    (row,) = [row for row in list_claims(settings, NOW, ClaimFilter()) if row.finding.claim.id == claim.id]
    assert [each.decision.made_by for each in row.finding.decisions] == ["Kyiv desk"]


@on_both
def test_a_claim_is_corrected_by_a_form_and_by_json(desk: TestClient, settings: Settings) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)
    start, end = claim.spans[0].start, claim.spans[-1].end
    form = BY | {"text_at": f"{start}-{end}", "speaker": "Ada Brown", "kind": "person", "carriers": "tass:told\r\n"}
    made = desk.post(f"/claims/{claim.id}/correct", data=form, headers=JSON).json()
    assert made["decision"]["kind"] == "correct"
    after = next(each for each in claims_of(settings) if each.id == made["claim"])
    assert [link.agent.name for link in after.chain.links[1:]] == ["TASS", "Ada Brown"]
    given = BY | {"speaker": ["Ada Brown", "Eva Stone"], "kind": "person", "seen": made["decision"]["id"]}
    again = desk.post(f"/claims/{after.id}/correct", json=given, headers=JSON)
    assert again.status_code == 200, again.text
    last = next(each for each in claims_of(settings) if each.id == again.json()["claim"])
    assert [link.agent.name for link in last.chain.links[1:]] == ["TASS", "Ada Brown", "Eva Stone"]


@on_both
def test_pasted_words_count_before_the_offsets_that_stood_in_the_form(desk: TestClient, settings: Settings) -> None:
    claim = next(claim for claim in claims_of(settings) if len(claim.text.split()) > 6 and len(claim.spans) == 1)
    words = " ".join(claim.text.split()[:4])
    start, end = claim.spans[0].start, claim.spans[0].end
    form = BY | {"text": words, "text_at": f"{start}-{end}"}
    made = desk.post(f"/claims/{claim.id}/correct", data=form, headers=JSON).json()
    after = next(each for each in claims_of(settings) if each.id == made["claim"])
    assert " ".join(after.text.split()) == words


@on_both
def test_who_decides_on_what_somebody_decided_meanwhile_gets_a_conflict(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    desk.post(f"/claims/{claim.id}/confirm", data=BY | {"seen": "0"})
    late = desk.post(f"/claims/{claim.id}/reject", data={"by": "Lviv desk", "why": "no", "seen": "0"}, headers=JSON)
    assert late.status_code == 409
    assert "decision 1 by Kyiv desk of 2026-06-01 (confirm)" in late.json()["error"]["message"]
    assert desk.post(f"/claims/{claim.id}/reject", data=BY | {"seen": "1"}).status_code == 303


@on_both
def test_a_missed_claim_is_added_and_a_rejected_one_is_gone(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    answer = desk.post(f"/claims/{claim.id}/reject", data=BY, headers=JSON).json()
    assert answer["claim"] is None
    assert claim.id not in {each.id for each in claims_of(settings)}
    form = BY | {"text": claim.text, "text_at": "", "speaker": "", "kind": "", "carriers": "", "cue_at": "", "mode": ""}
    if len(claim.spans) > 1:
        form["text"] = ""
        form["text_at"] = ", ".join(f"{span.start}-{span.end}" for span in claim.spans)
    added = desk.post(f"/articles/{claim.article_id}/claims", data=form, headers=JSON)
    assert added.status_code == 200, added.text
    assert added.json()["claim"] in {each.id for each in claims_of(settings)}


@on_both
def test_what_cannot_be_corrected_is_told(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    for given, words in (
        ({"text_at": "12"}, "write where each piece starts and ends"),
        ({"text_at": "12-9"}, "a piece ends behind its start"),
        ({"text_at": "0-99999999"}, "lies outside"),
        ({"text": "the tower fell on the moon"}, "does not stand in the article"),
        ({"mode": "sung"}, "mode"),
        ({"carriers": "tass"}, "write OUTLET:VIA"),
        ({"seen": "x", "carriers": "tass:told"}, "seen"),
    ):
        answer = desk.post(f"/claims/{claim.id}/correct", data=BY | given, headers=JSON)
        assert answer.status_code == 422, answer.text
        assert words in answer.json()["error"]["message"]
    assert (
        desk.post(f"/claims/{claim.id}/correct", content=b"[", headers={"content-type": "application/json"}).status_code
        == 422
    )
    assert desk.post("/claims/cffffffffffffffff/reject", data=BY).status_code == 404
    assert desk.post(f"/claims/{claim.id}/confirm", data={"by": "", "why": "so"}).status_code == 422


def test_the_forms_of_a_claim_name_every_field_and_bring_what_the_person_saw() -> None:
    environment: Environment = make_environment(
        packaged_texts("provenance.report", "templates")
        | {f"desk/{name}": text for name, text in packaged_texts("provenance.web", "templates").items()}
    )
    link = {"role": "speaker", "step": 2, "name": "Ada <Brown>", "outlet": None, "via": None, "kind": "person"}
    carriers = [
        {"role": "carrier", "step": 1, "name": name, "outlet": name.lower(), "via": "cited", "kind": "outlet"}
        for name in ("TASS", "Interfax")
    ]
    claim = {"id": "c1", "spans": [[3, 9], [12, 20]], "cue_spans": [[10, 11]]}
    finding = {"claim": claim, "seen": 7, "chain": [*carriers, link]}
    viewer = {"name": None, "role": "editor"}
    seen_by = {"viewer": viewer, "token": "t", "remembered_name": ""}
    template = environment.from_string(
        "{% import 'desk/actions.html' as actions_part %}"
        "{{ actions_part.actions(view, desk) }}{{ actions_part.missed(article, desk) }}"
    )
    page = template.render(view={"finding": finding, "number": 1}, desk=seen_by, article={"id": "a1"})
    for words in (
        'name="seen" value="7"',
        'value="3-9, 12-20"',
        "tass+interfax:cited",
        "Ada &lt;Brown&gt;",
        'action="/claims/c1/confirm"',
        'action="/articles/a1/claims"',
        'id="missed-by"',
    ):
        assert words in page
    assert "style=" not in page
    assert page.count("<label") == page.count("</label>") == page.count('<label for="')
    reader = template.render(
        view={"finding": finding, "number": 1}, desk=seen_by | {"viewer": viewer | {"role": "reader"}}, article={}
    )
    assert "<form" not in reader


@on_both
def test_of_two_who_correct_one_claim_at_once_the_second_gets_a_conflict(desk: TestClient, settings: Settings) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)

    def correct(name: str) -> int:
        form = {"speaker": name, "kind": "person", "seen": "0", **BY}
        return desk.post(f"/claims/{claim.id}/correct", data=form).status_code

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(correct, ("Ada Brown", "Carl Green"))) == [303, 409]
    assert len(desk.get("/decisions", headers=JSON).json()["decisions"]) == 1
