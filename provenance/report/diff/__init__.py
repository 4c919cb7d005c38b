"""Two versions of a story -> text, JSON, Markdown, HTML. Every form is made from the JSON document's data."""

from provenance.report.diff import wording as diff_wording
from provenance.report.diff.document import diff_to_dict, render_diff_json
from provenance.report.diff.markdown import render_diff_markdown
from provenance.report.diff.page import render_diff_html, view_diff
from provenance.report.diff.schema import DiffDocument
from provenance.report.diff.terminal import render_diff_text

__all__ = [
    "DiffDocument",
    "diff_to_dict",
    "diff_wording",
    "render_diff_html",
    "render_diff_json",
    "render_diff_markdown",
    "render_diff_text",
    "view_diff",
]
