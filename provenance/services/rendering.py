"""A report, or a difference, in the form a reader asked for."""

from provenance.model import Report
from provenance.report import (
    render_diff_html,
    render_diff_json,
    render_diff_markdown,
    render_diff_text,
    render_explanation,
    render_html,
    render_json,
    render_markdown,
    render_text,
)
from provenance.services.resources import packaged_texts
from provenance.services.values.articles import ArticleDiff, ReportFormat
from provenance.services.values.outlets import OutletRow

FILE_COLUMNS = 100


def render_report(
    report: Report, report_format: ReportFormat, *, columns: int = FILE_COLUMNS, colour: bool = False
) -> str:
    """`columns` and `colour` are for text alone."""
    match report_format:
        case ReportFormat.TEXT:
            return render_text(report, columns, colour)
        case ReportFormat.JSON:
            return render_json(report)
        case ReportFormat.MARKDOWN:
            return render_markdown(report)
        case ReportFormat.HTML:
            return render_html(report, packaged_texts("provenance.report", "templates"))


def explain_outlet(row: OutletRow, *, columns: int = FILE_COLUMNS, colour: bool = False) -> str:
    """Why an outlet is what it is at the day, as text; without the assertions that have no part in it, it is as a
    report has it."""
    return render_explanation(row.classification, row.others, columns, colour)


def render_diff(
    found: ArticleDiff, report_format: ReportFormat, *, columns: int = FILE_COLUMNS, colour: bool = False
) -> str:
    """`columns` and `colour` are for text alone."""
    diff, made_with = found.diff, found.made_with
    match report_format:
        case ReportFormat.TEXT:
            return render_diff_text(diff, made_with, columns, colour)
        case ReportFormat.JSON:
            return render_diff_json(diff, made_with)
        case ReportFormat.MARKDOWN:
            return render_diff_markdown(diff, made_with)
        case ReportFormat.HTML:
            return render_diff_html(diff, made_with, packaged_texts("provenance.report", "templates"))
