"""An article: its text with the claims marked, its report to send on, its revisions, and another one beside it."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from provenance.report import (
    article_to_dict,
    link_to_dict,
    report_to_dict,
    view_claim,
)
from provenance.services import (
    ReportFormat,
    StoredReport,
    compare_articles,
    comparison_to_dict,
    history_to_dict,
    list_revisions,
    render_report,
    revisions_to_dict,
    show_article,
    show_claim,
    stored_claim_to_dict,
)
from provenance.web.desk import Here

router = APIRouter()

OPEN = "open"
"""What `claims` asks for."""


ENDINGS = {ReportFormat.TEXT: "txt", ReportFormat.JSON: "json", ReportFormat.MARKDOWN: "md", ReportFormat.HTML: "html"}
MEDIA = {
    ReportFormat.TEXT: "text/plain; charset=utf-8",
    ReportFormat.JSON: "application/json",
    ReportFormat.MARKDOWN: "text/markdown; charset=utf-8",
    ReportFormat.HTML: "text/html; charset=utf-8",
}
Number = Annotated[int | None, Query(ge=1, description="A revision's number, counted from 1.")]


@router.get("/articles/{article}")
def article_page(
    article: str,
    desk: Here,
    kind: Annotated[str, Query(description="Kinds of source to show, parted by commas; all where none is given.")] = "",
    claims: Annotated[str, Query(description=f"{OPEN}: all of every claim stands on the page.")] = "",
    revision: Number = None,
) -> Response:
    """Each claim in a few lines, the rest to be fetched; all of the one that was decided on just now. Of a revision
    that was superseded nothing can be fetched, so that all stands there."""
    is_open = claims == OPEN
    decided = {desk.decided} if desk.decided else set()
    whole = None if is_open or revision or desk.wants_data else decided
    stored = show_article(desk.settings, desk.now, article, revision, explained=whole)
    more = {
        "history": history_to_dict(stored),
        "report": stored.report,
        "chosen": [part.strip() for part in kind.split(",")],
        "whole": whole,
        "open": is_open,
    }
    return desk.show("article.html", report_to_dict(stored.report, whole), more=more)


@router.get("/articles/{article}/claims/{claim}")
def claim_page(article: str, claim: str, desk: Here) -> Response:
    """A page of its own, or to htmx the part of it that the article's page has room for."""
    found = show_claim(desk.settings, desk.now, article, claim)
    document = stored_claim_to_dict(found)
    outlets = dict(zip(found.outlets, document["outlets"], strict=True))
    more = {
        "article": article_to_dict(found.article, document["article"]["outlet"]),
        "view": view_claim(document["number"], document["finding"], outlets),
        "links": [link_to_dict(link) for each in found.claims for link in each.chain.links],
    }
    return desk.show("panel.html" if desk.is_fetching else "claim.html", document, more=more)


@router.get("/articles/{article}/report")
def report_file(
    article: str,
    desk: Here,
    report_format: Annotated[ReportFormat, Query(alias="format")] = ReportFormat.HTML,
    revision: Number = None,
) -> Response:
    stored = show_article(desk.settings, desk.now, article, revision)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(stored, report_format)}"'}
    return Response(
        render_report(stored.report, report_format).encode("utf-8", "replace"),
        media_type=MEDIA[report_format],
        headers=headers,
    )


def file_name(stored: StoredReport, report_format: ReportFormat) -> str:
    """The title's plain letters and the article's id: nothing that a shell, a header or a file system could take for
    more than a name."""
    article = stored.report.article
    words = re.findall(r"[a-z0-9]+", (article.title or "").lower())
    revision = "" if stored.shown.current else f"-revision-{stored.shown.number}"
    return f"{'-'.join(['provenance', *words])[:60].strip('-')}-{article.id}{revision}.{ENDINGS[report_format]}"


@router.get("/articles/{article}/revisions")
def revisions_page(article: str, desk: Here, before: Number = None, after: Number = None) -> Response:
    found = list_revisions(desk.settings, desk.now, article, before=before, after=after)
    return desk.show("revisions.html", revisions_to_dict(found))


@router.get("/compare")
def comparison_page(desk: Here, left: str = "", right: str = "") -> Response:
    document: dict[str, Any] = {"left": left or None, "right": right or None, "difference": None, "findings": []}
    if left and right:
        document |= comparison_to_dict(compare_articles(desk.settings, desk.now, left.strip(), right.strip()))
    return desk.show("compare.html", document)
