"""A directory as the rows of its tables again: what reading them gives is the same directory."""

from collections.abc import Iterator, Mapping

from provenance.model import Assertion, Evidence, Interval, Outlet
from provenance.outlets.directory import Directory
from provenance.outlets.tables import COLUMNS

Table = list[Mapping[str, str]]


def directory_tables(directory: Directory) -> dict[str, Table]:
    """By table its rows, every column filled in, sorted by outlet."""
    outlets = list(directory.outlets.values())
    content: dict[str, Iterator[Mapping[str, str | None]]] = {
        "outlets": ({"id": outlet.id, "name": outlet.name, "country": outlet.country} for outlet in outlets),
        "names": (row for outlet in outlets for row in _names(outlet)),
        "domains": (row for outlet in outlets for row in _domains(outlet)),
        "assertions": (assertion_cells(one) for outlet in outlets for one in outlet.assertions),
        "relations": (row for outlet in outlets for row in _relations(outlet)),
        "contexts": (
            {"outlet": outlet, "text": text, "near": "; ".join(context.near), "away": "; ".join(context.away)}
            for (text, outlet), context in sorted(directory.names.contexts.own.items(), key=lambda item: item[0][::-1])
        ),
        "raters": (
            {"id": each.id, "name": each.name, "url": each.url, "licence": each.licence, "note": each.note}
            for each in directory.raters.values()
        ),
    }
    return {
        table: [{column: row.get(column) or "" for column in COLUMNS[table]} for row in rows]
        for table, rows in content.items()
    }


def _names(outlet: Outlet) -> Iterator[Mapping[str, str | None]]:
    for name in outlet.names:
        yield {
            "outlet": outlet.id,
            "text": name.text,
            "language": name.language,
            "kind": name.kind,
            "ambiguity": name.ambiguity.value,
            **_valid(name.valid),
        }


def _domains(outlet: Outlet) -> Iterator[Mapping[str, str | None]]:
    for domain in outlet.domains:
        yield {"outlet": outlet.id, "host": domain.host, "kind": domain.kind, **_valid(domain.valid)}


def _relations(outlet: Outlet) -> Iterator[Mapping[str, str | None]]:
    for relation in outlet.relations:
        yield {
            "outlet": outlet.id,
            "kind": relation.kind,
            "other": relation.other,
            "share": relation.share,
            **_valid(relation.valid),
            **_evidence(relation.evidence),
            "note": relation.note,
        }


def assertion_cells(one: Assertion) -> Mapping[str, str | None]:
    return {
        "outlet": one.outlet,
        "dimension": one.dimension,
        "value": one.value,
        "scope": one.scope,
        **_valid(one.valid),
        "rater": one.rater,
        "asserted": one.asserted,
        "basis": one.basis.value,
        "confidence": one.confidence.value,
        **_evidence(one.evidence),
        "note": one.note,
    }


def _valid(interval: Interval) -> Mapping[str, str | None]:
    return {
        "since": interval.since.text if interval.since else None,
        "until": interval.until.text if interval.until else None,
    }


def _evidence(evidence: Evidence | None) -> Mapping[str, str | None]:
    if evidence is None:
        return {}
    return {
        "evidence_url": evidence.url,
        "evidence_title": evidence.title,
        "evidence_quote": evidence.quote,
        "seen": evidence.seen.isoformat() if evidence.seen else None,
    }
