"""Whoever reads an article at the desk corrects what the machine read of it."""

import re
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
    assert answer.headers["location"].startswith(f"/articles/{claim.article_id}?decided={claim.id}&notice=")
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
    claim = {"id": "c1", "spans": [[4, 9], [12, 20]], "cue_spans": [[10, 11]], "source_spans": [[0, 3]]}
    decision = {"id": 5, "left": ["c1"], "right": [], "text": "A person decided.", "machine": "The machine reads: no."}
    finding = {"claim": claim, "seen": 7, "chain": [*carriers, link], "decisions": [decision]}
    viewer = {"name": None, "role": "editor"}
    seen_by = {"viewer": viewer, "token": "t", "remembered_name": "", "notice": None, "decided": None}
    template = environment.from_string(
        "{% import 'desk/actions.html' as actions_part %}"
        "{{ actions_part.actions(view, article, desk) }}{{ actions_part.missed(article, desk) }}"
        "{{ actions_part.known(view.finding.chain, desk) }}"
    )
    article = {"id": "a1", "language": "en", "text": "She <did> x then all of it"}
    page = template.render(view={"finding": finding, "number": 1}, desk=seen_by, article=article)
    for words in (
        'name="seen" value="7"',
        'value="4-9, 12-20"',
        "<q>&lt;did&gt;</q>",
        'name="carrier" value="TASS"',
        'name="carrier" value="Interfax"',
        '<option value="beside" selected>',
        'name="speaker" value="Ada &lt;Brown&gt;"',
        '<option value="Ada &lt;Brown&gt;"></option>',
        'action="/articles/a1/decisions/5/undo"',
        'action="/claims/c1/confirm"',
        'action="/articles/a1/claims"',
        'id="missed-by"',
    ):
        assert words in page
    assert "style=" not in page
    assert page.count("<label") == page.count("</label>") == page.count('<label for="')
    reader = template.render(
        view={"finding": finding, "number": 1}, desk=seen_by | {"viewer": viewer | {"role": "reader"}}, article=article
    )
    assert "<form" not in reader
    assert "A person decided." in reader


def corrected_by_form(desk: TestClient, claim: Any, **fields: Any) -> str:
    """Where the desk leads then. Any: a claim; fields of a form."""
    answer = desk.post(f"/claims/{claim.id}/correct", data=BY | fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def panel_of(page: str, claim: str) -> str:
    start = page.index(f'<div class="body" id="{claim}">')
    return page[start : page.index("</article>", start)]


def test_the_rows_of_the_form_are_speakers_and_outlets_and_empty_ones_say_nothing(
    desk: TestClient, settings: Settings
) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)
    rows = {"carrier": ["TASS", "Interfax", "RBC", ""], "carrier_via": ["told", "beside", "cited", "reported"]}
    corrected_by_form(desk, claim, speaker=["Ada Brown", "", "Eva Stone"], kind="person", **rows)
    (after,) = [each for each in claims_of(settings) if "Ada Brown" in {link.agent.name for link in each.chain.links}]
    told = [(link.step, link.agent.name, link.via) for link in after.chain.links[1:]]
    assert told == [
        (1, "TASS", "told"),
        (1, "Interfax", "told"),
        (2, "RBC", "cited"),
        (3, "Ada Brown", None),
        (3, "Eva Stone", None),
    ]
    wrong = BY | {"carrier": ["TASS", "RBC"], "carrier_via": "told"}
    refused = desk.post(f"/claims/{after.id}/correct", data=wrong)
    assert "2 outlets and 1 ways: give each outlet a way" in refused.text


def test_the_form_of_every_claim_can_be_sent_as_it_is_but_for_one_thing(desk: TestClient, settings: Settings) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.carriers and claim.chain.speakers)
    page = desk.get(f"/articles/{claim.article_id}/claims/{claim.id}").text
    form = page[page.index(f'action="/claims/{claim.id}/correct"') :].partition("</form>")[0]
    names = re.findall(r'name="(carrier|speaker)" value="([^"]*)"', form)
    assert [value for name, value in names if name == "carrier" and value] == [
        link.agent.name for link in claim.chain.carriers
    ]
    assert [value for name, value in names if name == "speaker" and value] == [
        link.agent.name for link in claim.chain.speakers
    ]
    ways = re.findall(r'<select[^>]*name="carrier_via">.*?</select>', form, re.DOTALL)
    chosen = [found.group(1) if (found := re.search(r"<option selected>(\w+)", way)) else "beside" for way in ways]
    fields: dict[str, Any] = {"carrier": [value for name, value in names if name == "carrier"], "carrier_via": chosen}
    fields |= {"text_at": re.findall(r'name="text_at" value="([^"]*)"', form), "mode": "", "kind": "person"}
    corrected_by_form(desk, claim, speaker="Ada Brown", **fields)
    (after,) = [each for each in claims_of(settings) if "Ada Brown" in {link.agent.name for link in each.chain.links}]
    assert after.text == claim.text
    assert [(link.agent, link.via) for link in after.chain.carriers] == [
        (link.agent, link.via) for link in claim.chain.carriers
    ]


def test_what_was_done_is_said_at_the_claim_with_who_and_why_and_a_way_to_take_it_back(
    desk: TestClient, settings: Settings
) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)
    place = corrected_by_form(desk, claim, speaker="Ada Brown", kind="person")
    (after,) = [each for each in claims_of(settings) if "Ada Brown" in {link.agent.name for link in each.chain.links}]
    assert place.endswith(f"#{after.id}")
    page = desk.get(place).text
    assert page.count("The claim is corrected. Decision 1 can be taken back.") == 1
    panel = panel_of(page, after.id)
    assert '<p class="notice" role="status">The claim is corrected.' in panel
    assert "Kyiv desk, 2026-06-01: “heard the recording”" in panel
    assert f'action="/articles/{claim.article_id}/decisions/1/undo"' in panel


def test_a_decision_is_taken_back_beside_its_claim_which_is_then_shown_as_it_was(
    desk: TestClient, settings: Settings
) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)
    corrected_by_form(desk, claim, speaker="Ada Brown", kind="person")
    back = desk.post(f"/articles/{claim.article_id}/decisions/1/undo", data=BY | {"claim": "cffff"})
    assert back.headers["location"].endswith(f"#{claim.id}")
    assert '<p class="notice" role="status">Decision 1 is taken back.' in panel_of(
        desk.get(back.headers["location"]).text, claim.id
    )
    assert desk.post(f"/articles/{claim.article_id}/decisions/1/undo", data=BY).status_code == 409
    assert desk.post(f"/articles/{claim.article_id}/decisions/9/undo", data=BY).status_code == 404


def test_a_rejected_claim_is_found_below_the_article_with_the_notice_and_can_be_had_again(
    desk: TestClient, settings: Settings
) -> None:
    claim = claims_of(settings)[0]
    place = desk.post(f"/claims/{claim.id}/reject", data=BY).headers["location"]
    assert place.endswith("#decision-1")
    page = desk.get(place).text
    rejected = page[page.index('<li id="decision-1">') :].partition("</li>")[0]
    assert '<p class="notice" role="status">It is no claim any more.' in rejected
    assert page.count("It is no claim any more.") == 1
    back = desk.post(f"/articles/{claim.article_id}/decisions/1/undo", data=BY | {"claim": ""})
    assert back.headers["location"].endswith(f"#{claim.id}")


def test_a_notice_for_a_claim_that_is_not_there_stands_above_all(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    place = desk.post(f"/claims/{claim.id}/confirm", data=BY).headers["location"]
    page = desk.get(place.replace(f"decided={claim.id}", "decided=cffff")).text
    assert page.index("The claim is confirmed.") < page.index("<h1>")


def test_a_reason_is_asked_for_with_a_hint_of_what_it_may_be(desk: TestClient, settings: Settings) -> None:
    claim = claims_of(settings)[0]
    page = desk.get(f"/articles/{claim.article_id}/claims/{claim.id}").text
    for action in ("confirm", "correct", "reject"):
        form = page[page.index(f'action="/claims/{claim.id}/{action}"') :].partition("</form>")[0]
        (why,) = re.findall(r'<input id="[^"]+-why" name="why" required[^>]*aria-describedby="([^"]+)"', form)
        assert re.search(rf'id="{why}">[^<]*such as: ', form)


@on_both
def test_of_two_who_correct_one_claim_at_once_the_second_gets_a_conflict(desk: TestClient, settings: Settings) -> None:
    claim = next(claim for claim in claims_of(settings) if claim.chain.speakers)

    def correct(name: str) -> int:
        form = {"speaker": name, "kind": "person", "seen": "0", **BY}
        return desk.post(f"/claims/{claim.id}/correct", data=form).status_code

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(correct, ("Ada Brown", "Carl Green"))) == [303, 409]
    assert len(desk.get("/decisions", headers=JSON).json()["decisions"]) == 1
