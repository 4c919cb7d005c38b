"""A figure that was revised stands in every form of the report with both figures and both days."""

from datetime import date

import pytest

from provenance.analysis import analyse
from provenance.model import Agreement, Reason, Report, Span
from provenance.report import render_html, render_json, render_markdown, render_text
from tests.builders import a_comparison, a_group
from tests.core.analysis.telling import a_corpus, told
from tests.core.report.small import a_small_report, templates


def revised() -> Report:
    first, later = told("Reuters", None), told("Reuters", None, number=2)
    here, there = (Span(4, 9),), (Span(20, 24),)
    reason = Reason(
        code="figures-differ",
        text="One against the other.",
        left=here if first.id < later.id else there,
        right=there if first.id < later.id else here,
    )
    comparison = a_comparison(first, later, agreement=Agreement.FIGURES_DIFFER, reasons=(reason,))
    corpus = a_corpus([first, later], [comparison], [a_group(first)], days={later.id: date(2025, 6, 3)})
    article = corpus.articles[first.article_id]
    return a_small_report(article=article, findings=analyse(corpus, article.id))


def in_html(report: Report) -> str:
    return render_html(report, templates())


def in_text(report: Report) -> str:
    return " ".join(render_text(report, 116, colour=False).split())


@pytest.mark.parametrize("render", [in_text, render_markdown, in_html, render_json])
def test_both_figures_and_both_days_are_said(render: object) -> None:
    page = render(revised())  # type: ignore[operator]
    assert "Reuters gives “talks” on 2025-06-02, Reuters gives “hour” on 2025-06-03: what one origin says" in page
    assert "revises" in page.casefold()
