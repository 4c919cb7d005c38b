"""A report as plain data, JSON schema 1: every other form is made from this one."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from provenance.analysis import decision_in_words
from provenance.matching import is_denial
from provenance.model import (
    Agent,
    Article,
    Assertion,
    Caution,
    CircleStep,
    Claim,
    Evidence,
    Finding,
    Link,
    OutletEntry,
    Overruling,
    Reason,
    RelatedArticle,
    RelatedClaim,
    Report,
    Span,
    ToldCircle,
    ToldClaim,
    Waiting,
)
from provenance.report.difference import differing_words
from provenance.report.schema import (
    SCHEMA,
    ArticleDocument,
    ArticleRef,
    AssertionDocument,
    CautionDocument,
    CircleDocument,
    CircleStepDocument,
    ClaimDocument,
    DecisionDocument,
    DifferenceDocument,
    EvidenceDocument,
    FindingDocument,
    LinkDocument,
    OutletDocument,
    OutletRef,
    Place,
    ReadDocument,
    ReasonDocument,
    RelationDocument,
    ReportDocument,
    ToldDocument,
    WaitingDocument,
    WordsDocument,
)
from provenance.report.source import source_kind

LIMITS = (
    "A single source does not make a claim false, many sources do not make it true. This report judges no claim.",
    "Attributions are found by a trained network: some are missed, some are wrong. Check the marked words.",
    "Only articles in the same store were compared. That nobody says the same here does not mean that nobody does.",
    "What an outlet is said to be is what raters assert for the article's day. Where they disagree, both are shown.",
)

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render_json(report: Report) -> str:
    """Schema 1."""
    return to_json(report_to_dict(report))


def to_json(document: Mapping[str, object]) -> str:
    """Indented, one newline at the end. Characters that steer a terminal, or that UTF-8 cannot carry, are escaped;
    everything else stands as it is."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def report_to_dict(report: Report, whole: Collection[str] | None = None) -> ReportDocument:
    """The report, ready for `json.dumps`. Relations are written of the claims that are `whole`, by id, of all where it
    is None: most of a report is relations."""
    return {
        "schema": SCHEMA,
        "article": article_to_dict(report.article, _publisher(report.article, report.outlets)),
        "findings": [finding_to_dict(_as_told(finding, whole)) for finding in report.findings],
        "outlets": [outlet_entry_to_dict(entry) for entry in report.outlets],
        "circles": [_circle(told) for told in report.circles],
        "rejected": [_decision(overruling) for overruling in report.rejected],
        "waiting": [_waiting(waiting) for waiting in report.waiting],
        "totals": {
            "claims": report.totals.claims,
            "attributed": report.totals.attributed,
            "single_source": report.totals.single_source,
            "state_affiliated_only": report.totals.state_affiliated_only,
            "unnamed": report.totals.unnamed,
            "contradicted": report.totals.contradicted,
            "figures_differ": report.totals.figures_differ,
            "origins": report.totals.origins,
            "independent_origins": report.totals.independent_origins,
        },
        "compared_with": report.compared_with,
        "limits": list(LIMITS),
        "made_with": {
            "version": report.made_with.version,
            "directory": report.made_with.directory,
            "policy": report.made_with.policy,
        },
    }


def _as_told(finding: Finding, whole: Collection[str] | None) -> Finding:
    return finding if whole is None or finding.claim.id in whole else replace(finding, relations=())


def finding_to_dict(finding: Finding) -> FindingDocument:
    """One claim with everything shown of it: also the row of every list of claims."""
    return {
        "claim": claim_to_dict(finding.claim),
        "chain": [link_to_dict(link) for link in finding.claim.chain.links],
        "channel": finding.claim.chain.channel,
        "group": {
            "id": finding.group.id,
            "size": len(finding.group.claims),
            "claims": list(finding.group.claims),
        },
        "origins": finding.count.origins,
        "independent_origins": finding.count.independent,
        "origin_reasons": list(finding.count.reasons),
        "relations": [relation_to_dict(related, finding.claim) for related in finding.relations],
        "cautions": [_caution(caution) for caution in finding.cautions],
        "decisions": [_decision(overruling) for overruling in finding.decisions],
        "seen": finding.seen,
    }


def article_to_dict(article: Article, publisher: OutletRef | None) -> ArticleDocument:
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "url": article.url,
        "locator": article.locator,
        "outlet": publisher,
        "published": _day(article.published),
        "language": article.language,
        "sha256": article.sha256,
        "text": article.text,
    }


def _publisher(article: Article, outlets: Iterable[OutletEntry]) -> OutletRef | None:
    names = {entry.classification.outlet: entry.name for entry in outlets if entry.classification}
    return publisher_of(article, names.get(article.outlet) if article.outlet else None)


def publisher_of(article: Article, known: str | None) -> OutletRef | None:
    """`known` is the name of its publisher in the directory or in the chains of its claims, None where there is none.
    None where nobody knows the publisher."""
    name = known or article.outlet_name or article.outlet
    return _outlet_ref(article.outlet, name, article.outlet_name) if name else None


def _outlet_ref(outlet: str | None, name: str, printed: str | None) -> OutletRef:
    differs = printed is not None and printed.casefold() != name.casefold()
    return {"id": outlet, "name": name, "printed_as": printed if differs else None}


def claim_to_dict(claim: Claim) -> ClaimDocument:
    return {
        "id": claim.id,
        "article": claim.article_id,
        "revision": claim.revision,
        "text": claim.text,
        "spans": _places(claim.spans),
        "mode": claim.mode.value,
        "hedged": claim.hedged,
        "denied": _is_denied(claim),
        "cue": claim.cue,
        "cue_spans": _places(claim.cue_spans),
        "source_spans": _places(claim.source_spans),
        "headline_spans": _places(claim.headline_spans),
        "about": list(claim.about),
        "source": source_kind(claim).value,
        "decided": claim.decided,
    }


def _is_denied(claim: Claim) -> bool:
    return claim.cue is not None and is_denial(claim.cue)


def link_to_dict(link: Link) -> LinkDocument:
    standing = link.standing
    return {
        "step": link.step,
        "role": link.role.value,
        "name": link.agent.name,
        "kind": link.agent.kind.value,
        "outlet": link.agent.outlet,
        "party": link.agent.party,
        "via": link.via.value if link.via else None,
        "span": _place(link.span) if link.span else None,
        "mention": link.mention,
        "label": standing.label.value if standing else None,
        "state_affiliated": standing.state_affiliated.value if standing else None,
        "control_family": standing.control_family if standing else None,
        "states": list(standing.states) if standing else [],
        "in_text_label": link.in_text_label,
    }


def relation_to_dict(related: RelatedClaim, claim: Claim) -> RelationDocument:
    relation, other = related.relation, related.claim
    here, there = differing_words(claim.text, other.text)
    differences: DifferenceDocument = {"here": _words(here, claim.text), "there": _words(there, other.text)}
    return {
        "kind": relation.kind.value,
        "claim": other.id,
        "article": related.article.id,
        "text": other.text,
        "spans": _places(other.spans),
        "mode": other.mode.value,
        "hedged": other.hedged,
        "denied": _is_denied(other),
        "agreement": relation.agreement.value,
        "independence": relation.independence.value,
        "chain": [link_to_dict(link) for link in other.chain.links],
        "channel": other.chain.channel,
        "reasons": [reason.text for reason in relation.reasons],
        "because": [_reason(reason, claim, other) for reason in relation.reasons],
        "differences": differences,
        "appears_in": told_in(related),
    }


def _circle(told: ToldCircle) -> CircleDocument:
    circle = told.circle
    return {
        "kind": circle.kind.value,
        "group": circle.group,
        "text": circle.text,
        "outlets": list(circle.outlets),
        "claims": [_told(one) for one in told.claims],
        "steps": [step_to_dict(step) for step in circle.steps],
    }


def _told(told: ToldClaim) -> ToldDocument:
    claim = told.claim
    return {
        "claim": claim.id,
        "article": told.article.id,
        "text": claim.text,
        "hedged": claim.hedged,
        "chain": [link_to_dict(link) for link in claim.chain.links],
        "appears_in": told_in(told),
    }


def step_to_dict(step: CircleStep) -> CircleStepDocument:
    return {
        "citing": step.citing,
        "cited": step.cited,
        "how": step.how.value,
        "claim": step.claim,
        "words": step.words,
    }


def told_in(told: RelatedClaim | ToldClaim) -> ArticleRef:
    """The article of a claim, under the name that its publisher has there."""
    return _article_ref(told.article, told.claim.chain.publisher.agent)


def related_to_dict(related: RelatedArticle) -> ArticleRef:
    return _article_ref(related, related.publisher)


def _article_ref(article: Article | RelatedArticle, publisher: Agent) -> ArticleRef:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "outlet": _outlet_ref(publisher.outlet, publisher.name, article.outlet_name),
        "published": _day(article.published),
        "language": article.language,
    }


def _reason(reason: Reason, claim: Claim, other: Claim) -> ReasonDocument:
    return {
        "code": reason.code,
        "text": reason.text,
        "here": _words(reason.left, claim.text),
        "there": _words(reason.right, other.text),
    }


def _words(spans: Iterable[Span], text: str) -> list[WordsDocument]:
    return [{"text": span.of(text), "span": _place(span)} for span in spans]


def _caution(caution: Caution) -> CautionDocument:
    return {"code": caution.code.value, "text": caution.text, "outlets": list(caution.outlets)}


def _decision(overruling: Overruling) -> DecisionDocument:
    decision = overruling.decision
    return {
        "id": decision.id,
        "kind": decision.made.kind.value,
        "answer": decision.made.answer,
        "left": list(overruling.left),
        "right": list(overruling.right),
        "by": decision.made_by,
        "at": decision.made_at.isoformat(),
        "why": decision.why,
        "text": decision_in_words(decision),
        "machine": overruling.machine,
        "read": corrected_to_dict(overruling.read) if overruling.read else None,
    }


def corrected_to_dict(claim: Claim) -> ReadDocument:
    """A claim as it was read by the machine, or as a person has it, without what is found of it."""
    return {
        "claim": claim.id,
        "text": claim.text,
        "spans": _places(claim.spans),
        "mode": claim.mode.value,
        "cue": claim.cue,
        "chain": [link_to_dict(link) for link in claim.chain.links],
        "channel": claim.chain.channel,
    }


def _waiting(waiting: Waiting) -> WaitingDocument:
    decision = waiting.decision
    return {
        "id": decision.id,
        "kind": decision.made.kind.value,
        "by": decision.made_by,
        "at": decision.made_at.isoformat(),
        "why": decision.why,
        "text": decision_in_words(decision),
        "waits": waiting.why,
    }


def outlet_entry_to_dict(entry: OutletEntry) -> OutletDocument:
    """An outlet that the claims of an article come through or rest on, as its report has it."""
    derived = entry.classification
    standing = derived.standing if derived else None
    return {
        "id": derived.outlet if derived else None,
        "name": entry.name,
        "label": standing.label.value if standing else None,
        "state_affiliated": standing.state_affiliated.value if standing else "unknown",
        "control_family": standing.control_family if standing else None,
        "states": list(standing.states) if standing else [],
        "on": _day(derived.on) if derived else None,
        "rule": derived.rule if derived else None,
        "reason": derived.reason if derived else None,
        "assertions": [assertion_to_dict(assertion) for assertion in derived.assertions] if derived else [],
        "dissent": [assertion_to_dict(assertion) for assertion in derived.dissent] if derived else [],
        "labels_in_text": list(entry.labels_in_text),
        "claims": list(entry.claims),
        "resting": list(entry.resting),
    }


def assertion_to_dict(assertion: Assertion) -> AssertionDocument:
    since, until = assertion.valid.since, assertion.valid.until
    return {
        "dimension": assertion.dimension,
        "value": assertion.value,
        "scope": assertion.scope,
        "valid_from": since.text if since else None,
        "valid_to": until.text if until else None,
        "rater": assertion.rater,
        "basis": assertion.basis.value,
        "confidence": assertion.confidence.value,
        "asserted": assertion.asserted,
        "evidence": _evidence(assertion.evidence) if assertion.evidence else None,
        "note": assertion.note,
    }


def _evidence(evidence: Evidence) -> EvidenceDocument:
    return {"url": evidence.url, "title": evidence.title, "quote": evidence.quote, "seen": _day(evidence.seen)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place(span: Span) -> Place:
    return [span.start, span.end]


def _places(spans: Iterable[Span]) -> list[Place]:
    return [_place(span) for span in spans]
