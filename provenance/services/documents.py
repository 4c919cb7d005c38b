"""Rows as plain data, ready for JSON."""

from collections.abc import Mapping
from typing import Any

from provenance.model import Assertion, Interval
from provenance.report import finding_to_dict
from provenance.services.values import ArticleRow, ClaimRow, GroupRow, LoggedAddition, OutletRow

Document = Mapping[str, Any]
"""Any: JSON."""


def claim_to_dict(row: ClaimRow) -> Document:
    """A finding, as in schema 1 of the report."""
    return finding_to_dict(row.finding)


def article_to_dict(row: ArticleRow) -> Document:
    article = row.article
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "locator": article.locator,
        "outlet": {"id": article.outlet, "name": article.outlet_name}
        if article.outlet or article.outlet_name
        else None,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "sha256": article.sha256,
        "claims": row.claims,
        "revisions": row.revisions,
    }


def group_to_dict(row: GroupRow) -> Document:
    return {
        "id": row.group.id,
        "size": len(row.group.claims),
        "origins": row.count.origins,
        "independent_origins": row.count.independent,
        "origin_reasons": list(row.count.reasons),
        "findings": [claim_to_dict(member) for member in row.members],
    }


def outlet_to_dict(row: OutletRow) -> Document:
    outlet, derived = row.outlet, row.classification
    return {
        "id": outlet.id,
        "name": outlet.name,
        "country": outlet.country,
        "on": derived.on.isoformat() if derived.on else None,
        "label": derived.standing.label.value,
        "state_affiliated": derived.standing.state_affiliated.value,
        "control_family": derived.standing.control_family,
        "states": list(derived.standing.states),
        "rule": derived.rule,
        "reason": derived.reason,
        "names": [
            {"text": name.text, "language": name.language, "kind": name.kind, "ambiguity": name.ambiguity.value}
            for name in outlet.names
        ],
        "domains": [{"host": domain.host, "kind": domain.kind, **_valid(domain.valid)} for domain in outlet.domains],
        "relations": [
            {"kind": relation.kind, "other": relation.other, **_valid(relation.valid)} for relation in outlet.relations
        ],
        "assertions": [_assertion(assertion) for assertion in outlet.assertions],
        "rests_on": [_assertion(assertion) for assertion in derived.assertions],
        "dissent": [_assertion(assertion) for assertion in derived.dissent],
    }


def addition_to_dict(logged: LoggedAddition) -> Document:
    addition, back = logged.addition, logged.taken_back_by
    return {
        "id": addition.id,
        "batch": addition.batch,
        "table": addition.table,
        "cells": dict(addition.cells),
        "made_by": addition.made_by,
        "why": addition.why,
        "made_at": addition.made_at.isoformat(),
        "in_force": back is None,
        "taken_back_by": back.id if back else None,
    }


def _valid(interval: Interval) -> dict[str, str | None]:
    return {
        "since": interval.since.text if interval.since else None,
        "until": interval.until.text if interval.until else None,
    }


def _assertion(assertion: Assertion) -> dict[str, Any]:
    evidence = assertion.evidence
    return {
        "outlet": assertion.outlet,
        "dimension": assertion.dimension,
        "value": assertion.value,
        "scope": assertion.scope,
        **_valid(assertion.valid),
        "rater": assertion.rater,
        "basis": assertion.basis.value,
        "confidence": assertion.confidence.value,
        "asserted": assertion.asserted,
        "evidence": {"url": evidence.url, "title": evidence.title, "quote": evidence.quote} if evidence else None,
        "note": assertion.note,
    }
