"""What a person decided stands in every form of the report: name, day, reason, and the machine's reading beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from provenance.model import Decision, DecisionKind, NewDecision, Overruling, Report, Waiting, refer_to
from provenance.report import render_html, render_markdown, render_text, report_to_dict
from tests.core.report.small import a_finding, a_small_claim, a_small_report, an_overruling, templates

CLAIM = a_small_claim()
OTHER = a_small_claim(start=60)
NOW = datetime(2026, 11, 26, 9, 5, tzinfo=UTC)


def decided() -> Report:
    return a_small_report(findings=(a_finding(CLAIM, decisions=(an_overruling(CLAIM, OTHER),)),))


def in_html(report: Report) -> str:
    return render_html(report, templates())


def in_text(report: Report) -> str:
    return " ".join(render_text(report, 116, colour=False).split())


@pytest.mark.parametrize("render", [in_text, render_markdown, in_html])
def test_a_decision_is_shown_with_who_when_and_why(render: object) -> None:
    page = render(decided())  # type: ignore[operator]
    for words in ("A person decided: the two are independent of each other.", "Kyiv desk, 2026-11-26", OTHER.id):
        assert words in page
    assert "both recordings heard" in page
    assert "The machine reads: unknown." in page
    assert "The machine reads" not in render(a_small_report())  # type: ignore[operator]


def test_a_decision_as_data() -> None:
    (finding,) = report_to_dict(decided())["findings"]
    assert finding["decisions"] == [
        {
            "id": 3,
            "kind": "independent",
            "answer": "yes",
            "left": [CLAIM.id],
            "right": [OTHER.id],
            "by": "Kyiv desk",
            "at": "2026-11-26T09:05:00+00:00",
            "why": "both recordings heard",
            "text": "A person decided: the two are independent of each other. "
            "Kyiv desk, 2026-11-26: “both recordings heard”.",
            "machine": "The machine reads: unknown.",
            "read": None,
        }
    ]


def corrected() -> Report:
    """One claim corrected, one rejected, one correction that waits."""
    after = replace(CLAIM, decided=4)
    made = NewDecision(kind=DecisionKind.CORRECT, left=(refer_to(OTHER),), after=CLAIM)
    correction = Decision(id=4, made=made, made_by="Lviv desk", why="the tape says so", made_at=NOW)
    rejection = replace(correction, id=5, made=NewDecision(kind=DecisionKind.REJECT, left=(refer_to(OTHER),)))
    shown = Overruling(
        decision=correction, left=(after.id,), right=(), machine="The machine reads: “else”.", read=OTHER
    )
    gone = Overruling(decision=rejection, left=(), right=(), machine="The machine reads: “that”.", read=OTHER)
    report = a_small_report(findings=(a_finding(after, decisions=(shown,)),))
    waiting = Waiting(decision=replace(correction, id=6), why="Its words are not in the article now.")
    return replace(report, rejected=(gone,), waiting=(waiting,))


@pytest.mark.parametrize("render", [in_text, render_markdown, in_html])
def test_corrections_are_shown_with_what_the_machine_had_read(render: Callable[[Report], str]) -> None:
    page = render(corrected())
    for words in (
        "A person decided: the machine misread which words it is. Lviv desk, 2026-11-26: “the tape says so”.",
        "Decision 4.",
        "The machine reads: “else”.",
        "Read as claims, and none by a person's decision",
        "A person decided: this is no claim.",
        "The machine reads: “that”.",
        "Corrections that wait",
        "Its words are not in the article now.",
    ):
        assert words in page.replace("&#39;", "'")
    assert "Corrections that wait" not in render(decided())


def test_corrections_as_data() -> None:
    document = report_to_dict(corrected())
    (finding,) = document["findings"]
    assert (finding["claim"]["decided"], finding["decisions"][0]["right"]) == (4, [])
    read = finding["decisions"][0]["read"]
    assert read is not None
    assert (read["claim"], read["text"], read["chain"][0]["role"]) == (OTHER.id, OTHER.text, "publisher")
    assert [(each["kind"], each["left"]) for each in document["rejected"]] == [("reject", [])]
    assert [(each["id"], each["waits"]) for each in document["waiting"]] == [
        (6, "Its words are not in the article now.")
    ]
