"""Between outlets and their rows, by hand."""

from collections.abc import Iterable

from provenance.model import (
    Ambiguity,
    Assertion,
    Basis,
    Confidence,
    Day,
    Evidence,
    Interval,
    Outlet,
    OutletDomain,
    OutletName,
    OutletRelation,
)
from provenance.storage.columns import Row
from provenance.storage.directory_rows import (
    AssertionRow,
    Cited,
    Dated,
    OutletDomainRow,
    OutletNameRow,
    OutletRelationRow,
    OutletRow,
)


def outlet_rows(directory: str, position: int, outlet: Outlet) -> Iterable[Row]:
    """The outlet's own row and those of all that is known of it; `directory` is a digest."""
    yield OutletRow(directory=directory, id=outlet.id, position=position, name=outlet.name, country=outlet.country)
    for place, name in enumerate(outlet.names):
        yield _name_to_row(name, directory, outlet.id, place)
    for place, domain in enumerate(outlet.domains):
        yield _domain_to_row(domain, directory, outlet.id, place)
    for place, assertion in enumerate(outlet.assertions):
        yield _assertion_to_row(assertion, directory, outlet.id, place)
    for place, relation in enumerate(outlet.relations):
        yield _relation_to_row(relation, directory, outlet.id, place)


def outlet_from_row(row: OutletRow) -> Outlet:
    return Outlet(
        id=row.id,
        name=row.name,
        country=row.country,
        names=tuple(_name_from_row(name) for name in row.names),
        domains=tuple(
            OutletDomain(host=domain.host, kind=domain.kind, valid=_interval(domain)) for domain in row.domains
        ),
        assertions=tuple(_assertion_from_row(assertion) for assertion in row.assertions),
        relations=tuple(
            OutletRelation(
                kind=relation.kind,
                other=relation.other,
                share=relation.share,
                valid=_interval(relation),
                evidence=_evidence(relation),
                note=relation.note,
            )
            for relation in row.relations
        ),
    )


def _name_to_row(name: OutletName, directory: str, outlet: str, position: int) -> OutletNameRow:
    row = OutletNameRow(
        directory=directory,
        outlet=outlet,
        position=position,
        text=name.text,
        language=name.language,
        kind=name.kind,
        ambiguity=name.ambiguity.value,
    )
    _date(row, name.valid)
    return row


def _name_from_row(row: OutletNameRow) -> OutletName:
    return OutletName(
        text=row.text,
        language=row.language,
        kind=row.kind,
        ambiguity=Ambiguity(row.ambiguity),
        valid=_interval(row),
    )


def _domain_to_row(domain: OutletDomain, directory: str, outlet: str, position: int) -> OutletDomainRow:
    row = OutletDomainRow(directory=directory, outlet=outlet, position=position, host=domain.host, kind=domain.kind)
    _date(row, domain.valid)
    return row


def _assertion_to_row(assertion: Assertion, directory: str, outlet: str, position: int) -> AssertionRow:
    row = AssertionRow(
        directory=directory,
        outlet=outlet,
        position=position,
        dimension=assertion.dimension,
        value=assertion.value,
        rater=assertion.rater,
        basis=assertion.basis.value,
        confidence=assertion.confidence.value,
        scope=assertion.scope,
        asserted=assertion.asserted,
        note=assertion.note,
    )
    _date(row, assertion.valid)
    _cite(row, assertion.evidence)
    return row


def _assertion_from_row(row: AssertionRow) -> Assertion:
    return Assertion(
        outlet=row.outlet,
        dimension=row.dimension,
        value=row.value,
        rater=row.rater,
        basis=Basis(row.basis),
        confidence=Confidence(row.confidence),
        valid=_interval(row),
        scope=row.scope,
        asserted=row.asserted,
        evidence=_evidence(row),
        note=row.note,
    )


def _relation_to_row(relation: OutletRelation, directory: str, outlet: str, position: int) -> OutletRelationRow:
    row = OutletRelationRow(
        directory=directory,
        outlet=outlet,
        position=position,
        kind=relation.kind,
        other=relation.other,
        share=relation.share,
        note=relation.note,
    )
    _date(row, relation.valid)
    _cite(row, relation.evidence)
    return row


def _date(row: Dated, valid: Interval) -> None:
    row.valid_since = valid.since.text if valid.since else None
    row.valid_until = valid.until.text if valid.until else None


def _interval(row: Dated) -> Interval:
    return Interval(_day(row.valid_since), _day(row.valid_until))


def _day(text: str | None) -> Day | None:
    return None if text is None else Day(text)


def _cite(row: Cited, evidence: Evidence | None) -> None:
    if evidence is not None:
        row.evidence_url, row.evidence_title = evidence.url, evidence.title
        row.evidence_quote, row.evidence_seen = evidence.quote, evidence.seen


def _evidence(row: Cited) -> Evidence | None:
    if row.evidence_url is None:
        return None
    return Evidence(url=row.evidence_url, title=row.evidence_title, quote=row.evidence_quote, seen=row.evidence_seen)
