"""What a person decided stands in every form of the report: name, day, reason, and the machine's reading beside it."""

import pytest

from provenance.model import Report
from provenance.report import render_html, render_markdown, render_text, report_to_dict
from tests.core.report.small import a_finding, a_small_claim, a_small_report, an_overruling, templates

CLAIM = a_small_claim()
OTHER = a_small_claim(start=60)


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
        }
    ]
