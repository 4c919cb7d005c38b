"""The use cases: each reads, calls the core and writes. None of the domain's rules stands here.

A use case is imported when it is first called: a list of outlets then needs neither the parser nor the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from provenance.services.values import (
    Added,
    ArticleRow,
    Authorship,
    Change,
    ClaimRow,
    Decided,
    GroupRow,
    Imported,
    ImportOptions,
    ImportRow,
    Ingested,
    LoggedAddition,
    LoggedDecision,
    NewAssertion,
    Outcome,
    OutletFilter,
    OutletRow,
    ReportFormat,
    Table,
)

if TYPE_CHECKING:
    from provenance.ingest import LIMIT, ReadOptions, find_articles
    from provenance.services.additions import assert_of_outlet, list_additions, retract
    from provenance.services.databases import check_database, database_path, upgrade_database
    from provenance.services.deciding import (
        judge_independence,
        list_decisions,
        merge_groups,
        relate_claims,
        split_group,
        undo,
    )
    from provenance.services.documents import (
        addition_to_dict,
        article_to_dict,
        claim_to_dict,
        decision_to_dict,
        explanation_to_dict,
        group_to_dict,
        import_row_to_dict,
        outlet_to_dict,
    )
    from provenance.services.exporting import export_document, export_linked_data, export_statements, export_tables
    from provenance.services.importing import import_list, import_rows, plan_import
    from provenance.services.ingesting import ingest_articles
    from provenance.services.listing import (
        list_articles,
        list_claims,
        list_groups,
        list_single_source,
        list_state_affiliated,
        show_group,
    )
    from provenance.services.outlets import list_outlets
    from provenance.services.rendering import render_report
    from provenance.services.reporting import report_article
    from provenance.storage import ClaimFilter

_HOMES = {
    "LIMIT": "provenance.ingest",
    "ClaimFilter": "provenance.storage",
    "ReadOptions": "provenance.ingest",
    "addition_to_dict": "provenance.services.documents",
    "article_to_dict": "provenance.services.documents",
    "assert_of_outlet": "provenance.services.additions",
    "check_database": "provenance.services.databases",
    "claim_to_dict": "provenance.services.documents",
    "decision_to_dict": "provenance.services.documents",
    "judge_independence": "provenance.services.deciding",
    "list_decisions": "provenance.services.deciding",
    "merge_groups": "provenance.services.deciding",
    "relate_claims": "provenance.services.deciding",
    "split_group": "provenance.services.deciding",
    "undo": "provenance.services.deciding",
    "database_path": "provenance.services.databases",
    "explanation_to_dict": "provenance.services.documents",
    "export_document": "provenance.services.exporting",
    "export_linked_data": "provenance.services.exporting",
    "export_statements": "provenance.services.exporting",
    "export_tables": "provenance.services.exporting",
    "find_articles": "provenance.ingest",
    "group_to_dict": "provenance.services.documents",
    "import_list": "provenance.services.importing",
    "import_row_to_dict": "provenance.services.documents",
    "import_rows": "provenance.services.importing",
    "ingest_articles": "provenance.services.ingesting",
    "list_additions": "provenance.services.additions",
    "list_articles": "provenance.services.listing",
    "list_claims": "provenance.services.listing",
    "list_groups": "provenance.services.listing",
    "list_outlets": "provenance.services.outlets",
    "list_single_source": "provenance.services.listing",
    "list_state_affiliated": "provenance.services.listing",
    "outlet_to_dict": "provenance.services.documents",
    "plan_import": "provenance.services.importing",
    "render_report": "provenance.services.rendering",
    "report_article": "provenance.services.reporting",
    "retract": "provenance.services.additions",
    "show_group": "provenance.services.listing",
    "upgrade_database": "provenance.services.databases",
}

__all__ = [
    "LIMIT",
    "Added",
    "ArticleRow",
    "Authorship",
    "Change",
    "ClaimFilter",
    "ClaimRow",
    "Decided",
    "GroupRow",
    "ImportOptions",
    "ImportRow",
    "Imported",
    "Ingested",
    "LoggedAddition",
    "LoggedDecision",
    "NewAssertion",
    "Outcome",
    "OutletFilter",
    "OutletRow",
    "ReadOptions",
    "ReportFormat",
    "Table",
    "addition_to_dict",
    "article_to_dict",
    "assert_of_outlet",
    "check_database",
    "claim_to_dict",
    "database_path",
    "decision_to_dict",
    "explanation_to_dict",
    "export_document",
    "export_linked_data",
    "export_statements",
    "export_tables",
    "find_articles",
    "group_to_dict",
    "import_list",
    "import_row_to_dict",
    "import_rows",
    "ingest_articles",
    "judge_independence",
    "list_additions",
    "list_articles",
    "list_claims",
    "list_decisions",
    "list_groups",
    "list_outlets",
    "list_single_source",
    "list_state_affiliated",
    "merge_groups",
    "outlet_to_dict",
    "plan_import",
    "relate_claims",
    "render_report",
    "report_article",
    "retract",
    "show_group",
    "split_group",
    "undo",
    "upgrade_database",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
