"""A report in the form a reader asked for."""

from provenance.model import Report
from provenance.report import render_html, render_json, render_markdown, render_text
from provenance.services.resources import packaged_texts
from provenance.services.values import ReportFormat

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
