"""Findings -> Report -> text, JSON, Markdown, HTML. Pure; every form is made from the JSON document's data."""

from provenance.report.building import build_report
from provenance.report.document import finding_to_dict, render_json, report_to_dict
from provenance.report.markdown import render_markdown
from provenance.report.page import render_html
from provenance.report.schema import FindingDocument, ReportDocument
from provenance.report.terminal import render_text

__all__ = [
    "FindingDocument",
    "ReportDocument",
    "build_report",
    "finding_to_dict",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
    "report_to_dict",
]
