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
    CircleRow,
    ClaimRow,
    Decided,
    GroupRow,
    HostRow,
    HostVerdict,
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
    RuleRow,
    Table,
    ToldClaim,
    Validation,
)

if TYPE_CHECKING:
    from provenance.ingest import LIMIT, ReadOptions, find_articles
    from provenance.services.additions import assert_of_outlet, list_additions, retract
    from provenance.services.databases import check_database, database_path, expect_database, upgrade_database
    from provenance.services.deciding import (
        judge_independence,
        list_decisions,
        merge_groups,
        relate_claims,
        split_group,
        undo,
    )
    from provenance.services.diffing import diff_articles
    from provenance.services.documents import (
        addition_to_dict,
        article_to_dict,
        card_to_dict,
        circle_to_dict,
        claim_to_dict,
        decision_to_dict,
        explanation_to_dict,
        group_to_dict,
        host_to_dict,
        import_row_to_dict,
        outlet_to_dict,
        rule_to_dict,
    )
    from provenance.services.exporting import export_document, export_linked_data, export_statements, export_tables
    from provenance.services.hosts import check_hosts
    from provenance.services.importing import import_list, import_rows, plan_import
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
    from provenance.services.rules import list_rules
    from provenance.services.validating import validate_directory
    from provenance.storage import ClaimFilter

_HOMES = {
    "ClaimFilter": "provenance.storage",
    "LIMIT": "provenance.ingest",
    "ReadOptions": "provenance.ingest",
    "addition_to_dict": "provenance.services.documents",
    "article_to_dict": "provenance.services.documents",
    "assert_of_outlet": "provenance.services.additions",
    "card_to_dict": "provenance.services.documents",
    "check_database": "provenance.services.databases",
    "check_hosts": "provenance.services.hosts",
    "circle_to_dict": "provenance.services.documents",
    "claim_to_dict": "provenance.services.documents",
    "decision_to_dict": "provenance.services.documents",
    "judge_independence": "provenance.services.deciding",
    "list_decisions": "provenance.services.deciding",
    "merge_groups": "provenance.services.deciding",
    "relate_claims": "provenance.services.deciding",
    "split_group": "provenance.services.deciding",
    "undo": "provenance.services.deciding",
    "database_path": "provenance.services.databases",
    "expect_database": "provenance.services.databases",
    "diff_articles": "provenance.services.diffing",
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
    "host_to_dict": "provenance.services.documents",
    "ingest_articles": "provenance.services.ingesting",
    "list_additions": "provenance.services.additions",
    "list_articles": "provenance.services.listing",
    "list_circular": "provenance.services.listing",
    "list_claims": "provenance.services.listing",
    "list_groups": "provenance.services.listing",
    "list_outlets": "provenance.services.outlets",
    "list_rules": "provenance.services.rules",
    "list_single_source": "provenance.services.listing",
    "list_state_affiliated": "provenance.services.listing",
    "outlet_to_dict": "provenance.services.documents",
    "plan_import": "provenance.services.importing",
    "render_diff": "provenance.services.rendering",
    "render_report": "provenance.services.rendering",
    "report_article": "provenance.services.reporting",
    "retract": "provenance.services.additions",
    "rule_to_dict": "provenance.services.documents",
    "show_group": "provenance.services.listing",
    "upgrade_database": "provenance.services.databases",
    "validate_directory": "provenance.services.validating",
}

__all__ = [
    "LIMIT",
    "Added",
    "ArticleRow",
    "Authorship",
    "Change",
    "CircleRow",
    "ClaimFilter",
    "ClaimRow",
    "Decided",
    "GroupRow",
    "HostRow",
    "HostVerdict",
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
    "RuleRow",
    "Table",
    "ToldClaim",
    "Validation",
    "addition_to_dict",
    "article_to_dict",
    "assert_of_outlet",
    "card_to_dict",
    "check_database",
    "check_hosts",
    "circle_to_dict",
    "claim_to_dict",
    "database_path",
    "decision_to_dict",
    "diff_articles",
    "expect_database",
    "explanation_to_dict",
    "export_document",
    "export_linked_data",
    "export_statements",
    "export_tables",
    "find_articles",
    "group_to_dict",
    "host_to_dict",
    "import_list",
    "import_row_to_dict",
    "import_rows",
    "ingest_articles",
    "judge_independence",
    "list_additions",
    "list_articles",
    "list_circular",
    "list_claims",
    "list_decisions",
    "list_groups",
    "list_outlets",
    "list_rules",
    "list_single_source",
    "list_state_affiliated",
    "merge_groups",
    "outlet_to_dict",
    "plan_import",
    "relate_claims",
    "render_diff",
    "render_report",
    "report_article",
    "retract",
    "rule_to_dict",
    "show_group",
    "split_group",
    "undo",
    "upgrade_database",
    "validate_directory",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
