"""The use cases: each reads, calls the core and writes. None of the domain's rules stands here.

Each is named once, in the imports below. They are for whoever reads the code, and for type checkers and import
contracts; at run time none of them is carried out, and a name is imported when it is first asked for: a list of outlets
then needs neither the parser nor the database.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.ingest import LIMIT, ReadOptions, find_articles, holds_many
    from provenance.model import Job, JobItem, Outcome, RequestAnswer, RequestKey
    from provenance.outlets import DIMENSIONS
    from provenance.services.accounts import (
        add_account,
        change_role,
        disable_account,
        enable_account,
        has_accounts,
        list_accounts,
        set_password,
    )
    from provenance.services.additions import assert_of_outlet, list_additions, retract
    from provenance.services.agents import search_outlets, search_speakers, view_outlet, view_speaker
    from provenance.services.auditing import list_audit, record_write, recording
    from provenance.services.cells import STEERING, csv_text, harmless
    from provenance.services.correcting import add_claim, confirm_claim, correct_claim, reject_claim
    from provenance.services.databases import (
        check_database,
        database_path,
        expect_database,
        make_current,
        upgrade_database,
    )
    from provenance.services.deciding import (
        decided_groups,
        judge_independence,
        merge_groups,
        relate_claims,
        split_group,
        undo,
    )
    from provenance.services.decision_log import list_decisions, search_decisions, show_decision
    from provenance.services.diffing import compare_articles, diff_articles, list_revisions
    from provenance.services.documents import (
        addition_to_dict,
        article_to_dict,
        card_to_dict,
        circle_to_dict,
        claim_to_dict,
        decided_to_dict,
        decision_to_dict,
        event_to_dict,
        explanation_to_dict,
        group_change_to_dict,
        group_to_dict,
        host_to_dict,
        import_row_to_dict,
        judged_pair_to_dict,
        outlet_to_dict,
        rule_to_dict,
    )
    from provenance.services.documents_access import account_to_dict, audit_entry_to_dict, key_to_dict, session_to_dict
    from provenance.services.documents_articles import (
        comparison_to_dict,
        history_to_dict,
        revisions_to_dict,
        stored_claim_to_dict,
    )
    from provenance.services.documents_decisions import decision_log_to_dict, decision_table, logged_to_dict
    from provenance.services.documents_desk import (
        added_to_dict,
        group_view_to_dict,
        outlet_list_to_dict,
        outlet_view_to_dict,
        speaker_list_to_dict,
        speaker_view_to_dict,
    )
    from provenance.services.documents_jobs import job_to_dict, job_with_items_to_dict, jobs_to_dict
    from provenance.services.documents_lists import (
        home_to_dict,
        listed_claim_to_dict,
        listed_group_to_dict,
        page_to_dict,
    )
    from provenance.services.exporting import export_document, export_linked_data, export_statements, export_tables
    from provenance.services.giving import SPEAKER_KINDS, read_carrier_rows, read_carriers, read_places, read_speakers
    from provenance.services.gold import export_corrections
    from provenance.services.groups import view_group
    from provenance.services.hosts import check_hosts
    from provenance.services.importing import import_list, import_rows, plan_import
    from provenance.services.ingesting import ingest_articles
    from provenance.services.intake import LARGEST_JOB, MOST_ITEMS, Brought, Told, Upload, put_in
    from provenance.services.jobs import list_jobs, retry_items, show_job
    from provenance.services.judging import judge_claims
    from provenance.services.keys import find_key, list_keys, make_key, revoke_key
    from provenance.services.listing import (
        list_articles,
        list_circular,
        list_claims,
        list_events,
        list_found,
        list_group_changes,
        list_group_lines,
        list_groups,
        page_articles,
        page_circular,
        page_claims,
        page_groups,
        read_home,
        show_group,
    )
    from provenance.services.outlets import list_outlets
    from provenance.services.rendering import explain_outlet, render_diff, render_report
    from provenance.services.renewing import count_due, renew_findings, renew_in_batches, weigh_articles
    from provenance.services.reporting import report_article, report_stored, show_article, show_claim
    from provenance.services.requests import find_answer, keep_answer
    from provenance.services.resources import packaged_texts
    from provenance.services.rules import list_rules
    from provenance.services.signing_in import (
        change_own_password,
        end_session,
        find_session,
        list_sessions,
        sign_in,
        sign_out,
    )
    from provenance.services.validating import validate_directory
    from provenance.services.values.access import AuditPage, MadeKey, SignedIn
    from provenance.services.values.additions import (
        Added,
        Change,
        Imported,
        ImportOptions,
        ImportRow,
        LoggedAddition,
        NewAssertion,
    )
    from provenance.services.values.articles import (
        ArticleRow,
        Compared,
        Home,
        Ingested,
        ReportFormat,
        Revisions,
        StoredClaim,
        StoredReport,
    )
    from provenance.services.values.authorship import Authorship
    from provenance.services.values.claims import ClaimRow, EventRow, GroupChangeRow, GroupLine, GroupRow, JudgedPair
    from provenance.services.values.decisions import Decided, DecisionLog, LoggedDecision
    from provenance.services.values.outlets import HostRow, HostVerdict, OutletFilter, OutletRow, RuleRow, Validation
    from provenance.services.values.pages import Page, PageAsked
    from provenance.services.values.tables import Table
    from provenance.services.warming import settle_in, warm_up
    from provenance.services.working import Worker
    from provenance.storage import (
        ArticleFilter,
        ArticleOrder,
        AuditFilter,
        AuditLine,
        ClaimFilter,
        ClaimOrder,
        DecisionFilter,
        FindingFilter,
        GroupFilter,
        keep_connections,
    )
else:
    from importlib import import_module

    from provenance.services.door import homes_of

    _HOMES = homes_of(__file__)
    __all__ = list(_HOMES)

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)
