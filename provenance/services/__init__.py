"""The use cases: each reads, calls the core and writes. None of the domain's rules stands here.

A use case is imported when it is first called: a list of outlets then needs neither the parser nor the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from provenance.services.values import (
    ArticleRow,
    CircleRow,
    ClaimRow,
    GroupRow,
    Ingested,
    Outcome,
    OutletFilter,
    OutletRow,
    ReportFormat,
    ToldClaim,
)

if TYPE_CHECKING:
    from provenance.ingest import LIMIT, ReadOptions, find_articles
    from provenance.services.databases import check_database, database_path, upgrade_database
    from provenance.services.diffing import diff_articles
    from provenance.services.documents import (
        article_to_dict,
        circle_to_dict,
        claim_to_dict,
        group_to_dict,
        outlet_to_dict,
    )
    from provenance.services.ingesting import ingest_articles
    from provenance.services.listing import (
        list_articles,
        list_circular,
        list_claims,
        list_groups,
        list_single_source,
        list_state_affiliated,
        show_group,
    )
    from provenance.services.outlets import list_outlets
    from provenance.services.rendering import render_diff, render_report
    from provenance.services.reporting import report_article
    from provenance.storage import ClaimFilter

_HOMES = {
    "LIMIT": "provenance.ingest",
    "ClaimFilter": "provenance.storage",
    "ReadOptions": "provenance.ingest",
    "article_to_dict": "provenance.services.documents",
    "check_database": "provenance.services.databases",
    "circle_to_dict": "provenance.services.documents",
    "claim_to_dict": "provenance.services.documents",
    "database_path": "provenance.services.databases",
    "diff_articles": "provenance.services.diffing",
    "find_articles": "provenance.ingest",
    "group_to_dict": "provenance.services.documents",
    "ingest_articles": "provenance.services.ingesting",
    "list_articles": "provenance.services.listing",
    "list_circular": "provenance.services.listing",
    "list_claims": "provenance.services.listing",
    "list_groups": "provenance.services.listing",
    "list_outlets": "provenance.services.outlets",
    "list_single_source": "provenance.services.listing",
    "list_state_affiliated": "provenance.services.listing",
    "outlet_to_dict": "provenance.services.documents",
    "render_diff": "provenance.services.rendering",
    "render_report": "provenance.services.rendering",
    "report_article": "provenance.services.reporting",
    "show_group": "provenance.services.listing",
    "upgrade_database": "provenance.services.databases",
}

__all__ = [
    "LIMIT",
    "ArticleRow",
    "CircleRow",
    "ClaimFilter",
    "ClaimRow",
    "GroupRow",
    "Ingested",
    "Outcome",
    "OutletFilter",
    "OutletRow",
    "ReadOptions",
    "ReportFormat",
    "ToldClaim",
    "article_to_dict",
    "check_database",
    "circle_to_dict",
    "claim_to_dict",
    "database_path",
    "diff_articles",
    "find_articles",
    "group_to_dict",
    "ingest_articles",
    "list_articles",
    "list_circular",
    "list_claims",
    "list_groups",
    "list_outlets",
    "list_single_source",
    "list_state_affiliated",
    "outlet_to_dict",
    "render_diff",
    "render_report",
    "report_article",
    "show_group",
    "upgrade_database",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
