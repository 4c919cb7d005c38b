"""Rows as plain data, ready for JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from provenance.model import (
    Assertion,
    ClaimReference,
    Classification,
    Evidence,
    Interval,
    Reason,
    ToldCircle,
    ToldClaim,
)
from provenance.outlets import Directory, Event, classify, directory_tables, timeline
from provenance.report import corrected_to_dict, finding_to_dict, publisher_of, step_to_dict
from provenance.services.values.additions import ImportRow, LoggedAddition
from provenance.services.values.articles import ArticleRow
from provenance.services.values.claims import ClaimRow, EventRow, GroupChangeRow, GroupRow, JudgedPair
from provenance.services.values.decisions import Decided, LoggedDecision
from provenance.services.values.outlets import HostRow, OutletRow, RuleRow

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
        "outlet": publisher_of(article, row.publisher),
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


def judged_pair_to_dict(row: JudgedPair) -> Document:
    judged, compared = row.judgement, row.comparison
    return {
        "left": row.left,
        "right": row.right,
        "stance": judged.stance.value,
        "chances": {stance.value: round(chance, 3) for stance, chance in judged.chances.items()},
        "sameness": round(judged.sameness, 3),
        "reasons": [_reason(reason) for reason in judged.reasons],
        "in_an_archive": {
            "agreement": compared.agreement.value,
            "similarity": compared.similarity,
            "reasons": [_reason(reason) for reason in compared.reasons],
        }
        if compared
        else None,
        "group": row.group.id if row.group else None,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    sides = {"left": reason.left, "right": reason.right}
    return {
        "code": reason.code,
        "text": reason.text,
        **{side: [[span.start, span.end] for span in spans] for side, spans in sides.items()},
    }


def event_to_dict(row: EventRow) -> Document:
    return {
        "id": row.group.id,
        "size": len(row.members),
        "statements": row.statements,
        "claims": [_told(told) for told in row.members],
    }


def group_change_to_dict(row: GroupChangeRow) -> Document:
    change = row.change
    return {
        "made_at": change.made_at.isoformat(),
        "before": [{"id": group.id, "claims": list(group.claims)} for group in change.before],
        "after": [{"id": group.id, "claims": list(group.claims)} for group in change.after],
        "text": row.text,
    }


def circle_to_dict(row: ToldCircle) -> Document:
    circle = row.circle
    return {
        "kind": circle.kind.value,
        "group": circle.group,
        "text": circle.text,
        "outlets": list(circle.outlets),
        "claims": [_told(told) for told in row.claims],
        "steps": [step_to_dict(step) for step in circle.steps],
    }


def _told(told: ToldClaim) -> dict[str, Any]:
    article, claim = told.article, told.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "mode": claim.mode.value,
        "hedged": claim.hedged,
        "cue": claim.cue,
        "article": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "chain": [
            {
                "step": link.step,
                "role": link.role.value,
                "name": link.agent.name,
                "kind": link.agent.kind.value,
                "outlet": link.agent.outlet,
                "via": link.via.value if link.via else None,
                "mention": link.mention,
            }
            for link in claim.chain.links
        ],
    }


def outlet_to_dict(row: OutletRow) -> Document:
    outlet, derived = row.outlet, row.classification
    return {
        "outlet": outlet.id,
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
            {
                "text": name.text,
                "language": name.language,
                "kind": name.kind,
                "ambiguity": name.ambiguity.value,
                **_valid(name.valid),
            }
            for name in outlet.names
        ],
        "domains": [{"host": domain.host, "kind": domain.kind, **_valid(domain.valid)} for domain in outlet.domains],
        "relations": [
            {
                "kind": relation.kind,
                "other": relation.other,
                "share": relation.share,
                **_valid(relation.valid),
                "evidence": _evidence(relation.evidence),
                "note": relation.note,
            }
            for relation in outlet.relations
        ],
        "assertions": [_assertion(assertion) for assertion in outlet.assertions],
        "rests_on": [_assertion(assertion) for assertion in derived.assertions],
        "dissent": [_assertion(assertion) for assertion in derived.dissent],
        "directory": row.directory,
    }


def card_to_dict(row: OutletRow) -> Document:
    """The same with the timeline."""
    return {**outlet_to_dict(row), "timeline": [_event(event) for event in timeline(row.outlet)]}


def host_to_dict(row: HostRow) -> Document:
    return {
        "host": row.host,
        "verdict": row.verdict.value,
        "outlet": row.outlet.id if row.outlet else None,
        "name": row.outlet.name if row.outlet else None,
        "own": row.own,
        "words": row.words,
    }


def rule_to_dict(row: RuleRow) -> Document:
    return {
        "id": row.id,
        "table": row.table,
        "answer": row.answer,
        "words": row.words,
        "needs": [list(group) for group in row.needs],
        "lacks": list(row.lacks),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "at": event.at,
        "kind": event.kind.value,
        "words": event.words,
        **_valid(event.valid),
        "asserted": event.asserted,
        "rater": event.rater,
        "evidence": event.evidence.url if event.evidence else None,
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


def explanation_to_dict(row: OutletRow) -> Document:
    """Why an outlet is what it is at the day: `assertions` are those that led there, `dissent` those that say
    otherwise, `others` all that had no part in it."""
    derived = row.classification
    return {
        "outlet": derived.outlet,
        "name": derived.name,
        "on": derived.on.isoformat() if derived.on else None,
        **_standing(derived),
        "states": list(derived.standing.states),
        "reason": derived.reason,
        "assertions": [_assertion(assertion) for assertion in derived.assertions],
        "dissent": [_assertion(assertion) for assertion in derived.dissent],
        "others": [_assertion(assertion) for assertion in row.others],
    }


def directory_to_dict(directory: Directory, on: date) -> Document:
    """Everything that the directory holds, and what each outlet is at the day."""
    rows = (
        OutletRow(outlet=outlet, classification=classify(directory, outlet.id, on), directory=directory.edition)
        for outlet in directory.outlets.values()
    )
    return {
        "directory": {"version": directory.version, "digest": directory.digest},
        "on": on.isoformat(),
        "outlets": [_without_weighing(outlet_to_dict(row)) for row in rows],
        "raters": [
            {"id": rater.id, "name": rater.name, "url": rater.url, "licence": rater.licence, "note": rater.note}
            for rater in directory.raters.values()
        ],
        "contexts": directory_tables(directory)["contexts"],
    }


def _without_weighing(outlet: Document) -> Document:
    return {key: value for key, value in outlet.items() if key not in ("rests_on", "dissent", "directory")}


def import_row_to_dict(row: ImportRow) -> Document:
    return {
        "row": row.planned.place,
        "fate": row.planned.fate.value,
        "outlet": row.planned.outlet,
        "what": row.planned.what,
        "before": _standing(row.change.before) if row.change and row.change.before else None,
        "after": _standing(row.change.after) if row.change and row.change.after else None,
        "adds": [{"table": new.table, **dict(new.cells)} for new in row.planned.rows],
    }


def _standing(what: Classification) -> Document:
    return {
        "label": what.standing.label.value,
        "state_affiliated": what.standing.state_affiliated.value,
        "control_family": what.standing.control_family,
        "rule": what.rule,
    }


def decision_to_dict(logged: LoggedDecision) -> Document:
    decision, back = logged.decision, logged.undone_by
    made = decision.made
    return {
        "id": decision.id,
        "kind": made.kind.value,
        "answer": made.answer,
        "left": [_reference(reference) for reference in made.left],
        "right": [_reference(reference) for reference in made.right],
        "undoes": made.undoes,
        "after": corrected_to_dict(made.after) if made.after else None,
        "rests_on": made.rests_on,
        "by": decision.made_by,
        "why": decision.why,
        "at": decision.made_at.isoformat(),
        "in_force": back is None and not logged.without_claims,
        "undone_by": back.id if back else None,
        "without_claims": logged.without_claims,
        "waits": logged.waits,
    }


def decided_to_dict(made: Decided, groups: Iterable[GroupRow]) -> Document:
    """A decision as it was recorded, the claim that it corrects or adds as it is now, and the groups it makes."""
    logged = LoggedDecision(decision=made.decision, undone_by=None, waits=None)
    return {
        "decision": decision_to_dict(logged),
        "claim": made.claim,
        "groups": [group_to_dict(row) for row in groups],
    }


def _reference(reference: ClaimReference) -> dict[str, str]:
    return {"claim": reference.claim, "article": reference.article_id, "text": reference.text}


def _valid(interval: Interval) -> dict[str, str | None]:
    return {
        "since": interval.since.text if interval.since else None,
        "until": interval.until.text if interval.until else None,
    }


def _evidence(evidence: Evidence | None) -> Document | None:
    if evidence is None:
        return None
    seen = evidence.seen.isoformat() if evidence.seen else None
    return {"url": evidence.url, "title": evidence.title, "quote": evidence.quote, "seen": seen}


def _assertion(assertion: Assertion) -> dict[str, Any]:
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
        "evidence": _evidence(assertion.evidence),
        "note": assertion.note,
    }
