"""Findings -> Report -> text, JSON, Markdown, HTML. Pure; every form is made from the JSON document's data."""

from provenance.report import pictures
from provenance.report.building import build_report, ids_of_outlets, outlets_of
from provenance.report.diff import (
    DiffDocument,
    diff_to_dict,
    diff_wording,
    render_diff_html,
    render_diff_json,
    render_diff_markdown,
    render_diff_text,
    view_diff,
)
from provenance.report.document import (
    article_to_dict,
    claim_to_dict,
    corrected_to_dict,
    finding_to_dict,
    link_to_dict,
    outlet_entry_to_dict,
    publisher_of,
    render_json,
    report_to_dict,
    step_to_dict,
    to_json,
    told_in,
)
from provenance.report.explaining import render_explanation
from provenance.report.gold import attribution_to_dict
from provenance.report.group import GroupFacts, group_document
from provenance.report.markdown import render_markdown
from provenance.report.page import make_environment, render_html
from provenance.report.plain import for_page
from provenance.report.schema import FindingDocument, ReportDocument
from provenance.report.segments import cut_around
from provenance.report.source import SourceKind, source_kind
from provenance.report.terminal import render_text
from provenance.report.views import articles_related, view_claim, view_relation, view_report

__all__ = [
    "DiffDocument",
    "FindingDocument",
    "GroupFacts",
    "ReportDocument",
    "SourceKind",
    "article_to_dict",
    "articles_related",
    "attribution_to_dict",
    "build_report",
    "claim_to_dict",
    "corrected_to_dict",
    "cut_around",
    "diff_to_dict",
    "diff_wording",
    "finding_to_dict",
    "for_page",
    "group_document",
    "ids_of_outlets",
    "link_to_dict",
    "make_environment",
    "outlet_entry_to_dict",
    "outlets_of",
    "pictures",
    "publisher_of",
    "render_diff_html",
    "render_diff_json",
    "render_diff_markdown",
    "render_diff_text",
    "render_explanation",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
    "report_to_dict",
    "source_kind",
    "step_to_dict",
    "to_json",
    "told_in",
    "view_claim",
    "view_diff",
    "view_relation",
    "view_report",
]
