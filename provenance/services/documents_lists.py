"""Pages of lists as plain data, ready for JSON."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from provenance.model import CautionCode
from provenance.report import finding_to_dict
from provenance.services.documents import Document, article_to_dict
from provenance.services.values.articles import Home
from provenance.services.values.claims import ClaimRow, GroupLine
from provenance.services.values.pages import Page, PageAsked
from provenance.storage import ClaimLine

Row = TypeVar("Row")

NOT_KEPT = ("relations", "decisions")
"""Of a finding: they are shown where a claim is shown, not in a list of many."""


def page_to_dict(page: Page[Row], name: str, to_dict: Callable[[Row], Document]) -> Document:
    """The rows under a name, and which part of the list they are."""
    return {name: [to_dict(row) for row in page.rows], "page": part_to_dict(page.asked, page.total)}


def part_to_dict(asked: PageAsked, total: int) -> dict[str, int]:
    """Which part of a list it is, and how many rows that has."""
    return {"number": asked.number, "size": asked.size, "total": total}


def listed_claim_to_dict(row: ClaimRow) -> Document:
    """A finding as in schema 1 of the report, without relations and decisions, and the article it stands in."""
    finding: Mapping[str, Any] = finding_to_dict(row.finding)  # Any: JSON
    kept = {name: value for name, value in finding.items() if name not in NOT_KEPT}
    return {"article": _article(row), **kept}


def _article(row: ClaimRow) -> Document:
    article = row.article
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet_name,
    }


def listed_group_to_dict(row: GroupLine) -> Document:
    """Its first members in the order of publication, each with the words of its claim and its article, and how many
    more there are."""
    group = row.group
    return {
        "id": group.id,
        "size": group.size,
        "origins": group.origins,
        "independent_origins": group.independent,
        "contradicted": group.contradicted,
        "figures_differ": group.figures_differ,
        "circular": group.circular,
        "latest": group.latest.isoformat() if group.latest else None,
        "text": row.first[0].text,
        "members": [_line(line) for line in row.first],
        "members_left_off": group.size - len(row.first),
    }


def _line(line: ClaimLine) -> Document:
    return {
        "claim": line.claim,
        "text": line.text,
        "publisher": line.publisher,
        "article": {
            "id": line.article,
            "title": line.title,
            "url": line.url,
            "published": line.published.isoformat() if line.published else None,
            "outlet": line.outlet,
        },
    }


def home_to_dict(home: Home) -> Document:
    """`needs_eyes` counts the claims with each caution, and how many of them are not in their publisher's own voice: a
    report counts those alone."""
    totals = home.totals
    return {
        "totals": {
            "articles": totals.articles,
            "claims": totals.claims,
            "groups": totals.groups,
            "circular_groups": totals.circular,
        },
        "needs_eyes": [
            {"caution": code.value, "claims": totals.cautions[code], "attributed": totals.attributed[code]}
            for code in CautionCode
        ],
        "articles": [article_to_dict(row) for row in home.articles],
    }
