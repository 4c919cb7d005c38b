"""From rows to outlets: one way for the directory's own files and for rows that are added on top of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from provenance.model import Ambiguity, Assertion, Evidence, Interval, Outlet, OutletDomain, OutletName, OutletRelation
from provenance.outlets import checks
from provenance.outlets.raters import Rater
from provenance.outlets.records import (
    Fact,
    assertion_from_row,
    domain_from_row,
    name_from_row,
    relation_from_row,
)
from provenance.outlets.tables import Problems, Row

_Value = TypeVar("_Value")
Tables = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What rows say of outlets."""

    names: Sequence[Fact[OutletName]]
    domains: Sequence[Fact[OutletDomain]]
    assertions: Sequence[Fact[Assertion]]
    relations: Sequence[Fact[OutletRelation]]


def bare_outlet(row: Row) -> Outlet:
    """Without what is known of it."""
    return Outlet(id=row["id"], name=row["name"], country=row.optional("country"))


def read_facts(tables: Tables, known: frozenset[str], raters: Mapping[str, Rater], problems: Problems) -> Facts:
    """In the order of the rows, names of new outlets first. `known` are the ids that rows may speak of."""
    names = _facts(tables["names"], lambda row: name_from_row(row, problems))
    facts = Facts(
        names=_with_own_names(tables["outlets"], names),
        domains=_facts(tables["domains"], lambda row: domain_from_row(row, problems)),
        assertions=_facts(tables["assertions"], lambda row: assertion_from_row(row, raters, problems)),
        relations=_facts(tables["relations"], lambda row: relation_from_row(row, known, problems)),
    )
    for table in ("names", "domains", "assertions", "relations"):
        checks.check_known(tables[table], known, problems)
    return facts


def grown(outlets: Mapping[str, Outlet], facts: Facts) -> dict[str, Outlet]:
    """The outlets, sorted by id, with the facts about them; facts about others are left out."""
    names, domains = by_outlet(facts.names), by_outlet(facts.domains)
    assertions, relations = by_outlet(facts.assertions), by_outlet(facts.relations)
    touched = {*names, *domains, *assertions, *relations}

    def grow(outlet: Outlet) -> Outlet:
        return replace(
            outlet,
            names=_ordered([*outlet.names, *names.get(outlet.id, ())], _of_name),
            domains=_ordered([*outlet.domains, *domains.get(outlet.id, ())], _of_domain),
            assertions=_ordered([*outlet.assertions, *assertions.get(outlet.id, ())], _of_assertion),
            relations=_ordered([*outlet.relations, *relations.get(outlet.id, ())], _of_relation),
        )

    return {key: grow(outlet) if key in touched else outlet for key, outlet in sorted(outlets.items())}


def by_outlet(facts: Sequence[Fact[_Value]]) -> dict[str, list[_Value]]:
    values: dict[str, list[_Value]] = {}
    for fact in facts:
        values.setdefault(fact.outlet, []).append(fact.value)
    return values


def _facts(rows: Sequence[Row], read: Callable[[Row], Fact[_Value] | None]) -> list[Fact[_Value]]:
    return [fact for fact in map(read, rows) if fact is not None]


def _with_own_names(rows: Sequence[Row], names: Sequence[Fact[OutletName]]) -> list[Fact[OutletName]]:
    """The name of outlets.csv is a name too; names.csv may say more of it."""
    listed = {(fact.outlet, fact.value.text) for fact in names}
    own = {
        row["id"]: Fact(row.place, row["id"], _own_name(row["name"]))
        for row in rows
        if row["name"] and (row["id"], row["name"]) not in listed
    }
    return [*own.values(), *names]


def _own_name(text: str) -> OutletName:
    ambiguity = Ambiguity.NEEDS_CONTEXT if len(text) <= 3 else Ambiguity.UNIQUE
    return OutletName(text=text, language="en", ambiguity=ambiguity)


def _ordered(values: Sequence[_Value], content: Callable[[_Value], tuple[str | None, ...]]) -> tuple[_Value, ...]:
    """By their whole content, so that the order of rows does not count."""
    if len(values) < 2:
        return tuple(values)
    return tuple(sorted(values, key=lambda value: [(cell is not None, cell or "") for cell in content(value)]))


def _days(valid: Interval) -> tuple[str | None, str | None]:
    return valid.since.text if valid.since else None, valid.until.text if valid.until else None


def _of_name(name: OutletName) -> tuple[str | None, ...]:
    return name.text, name.language, name.kind, name.ambiguity, *_days(name.valid)


def _of_domain(domain: OutletDomain) -> tuple[str | None, ...]:
    return domain.host, domain.kind, *_days(domain.valid)


def _of_assertion(one: Assertion) -> tuple[str | None, ...]:
    asserted = (one.dimension, one.value, one.rater, one.scope, *_days(one.valid), one.asserted)
    return (*asserted, one.basis, one.confidence, one.note, *_of_evidence(one.evidence))


def _of_relation(relation: OutletRelation) -> tuple[str | None, ...]:
    tied = (relation.kind, relation.other, relation.share, *_days(relation.valid))
    return (*tied, relation.note, *_of_evidence(relation.evidence))


def _of_evidence(evidence: Evidence | None) -> tuple[str | None, ...]:
    return (evidence.url, evidence.quote, evidence.title) if evidence else ()
