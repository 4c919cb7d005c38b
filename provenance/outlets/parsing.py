"""From CSV files to a directory; every mistake is told with its file and line."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from provenance.errors import DirectoryError
from provenance.model import Ambiguity, Assertion, Evidence, Interval, Outlet, OutletDomain, OutletName, OutletRelation
from provenance.outlets import checks
from provenance.outlets.contexts import build_contexts
from provenance.outlets.directory import Directory
from provenance.outlets.entries import read_entries
from provenance.outlets.merging import merge
from provenance.outlets.names import NameUse, build_index
from provenance.outlets.pack import Pack, read_packs
from provenance.outlets.raters import Rater
from provenance.outlets.records import (
    Fact,
    assertion_from_row,
    context_from_row,
    domain_from_row,
    name_from_row,
    rater_from_row,
    relation_from_row,
)
from provenance.outlets.tables import COLUMNS, Problems, Row, read_tables
from provenance.outlets.word_lists import WordLists, read_word_lists

_Value = TypeVar("_Value")
_Tables = Mapping[str, Sequence[Row]]


def parse_directory(
    files: Mapping[str, str], packs: Mapping[str, str] | None = None, chosen: Sequence[str] | None = None
) -> Directory:
    """`files` maps a name below the data folder ("a/outlets.csv", "raters.csv", "VERSION") to its text, `packs` one
    below the folder of packs ("asd/pack.toml"). `chosen` are the ids of the packs to take in; None takes those that are
    on by default.

    Raises DirectoryError with one line for each mistake: "a/names.csv:17: what is wrong; what to do".
    """
    problems = Problems()
    tables = read_tables(files, problems)
    version = files.get("VERSION", "").strip()
    if not version:
        problems.add("VERSION:1", "the version is missing", "write the data's version, such as 2026.11")
    lists = read_word_lists(files)
    packs = packs or {}
    merged = read_packs(packs, chosen, problems)
    for pack in merged:
        _merge(pack, packs, tables, lists, problems)
    raters = _raters(tables["raters"], problems)
    outlets = _outlets(tables, raters, problems)
    contexts = dict(context_from_row(row, outlets, problems) for row in tables["contexts"])
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    return Directory(
        version=" + ".join([version, *(f"{pack.id} {pack.edition}" for pack in merged)]),
        digest=_digest(version, tables),
        packs=tuple(merged),
        lists=lists,
        outlets=outlets,
        raters=raters,
        hosts={domain.host: outlet.id for outlet in outlets.values() for domain in outlet.domains},
        names=build_index(
            (NameUse(name.text, outlet.id, name.ambiguity) for outlet in outlets.values() for name in outlet.names),
            build_contexts(contexts, lists),
        ),
    )


def _merge(
    pack: Pack, files: Mapping[str, str], tables: dict[str, list[Row]], lists: WordLists, problems: Problems
) -> None:
    below = {name.removeprefix(f"{pack.id}/"): text for name, text in files.items() if name.startswith(f"{pack.id}/")}
    merge(pack, read_entries(pack, below, problems), tables, lists)


def _raters(rows: Sequence[Row], problems: Problems) -> dict[str, Rater]:
    raters: dict[str, Rater] = {}
    for row in rows:
        if row["id"] in raters:
            problems.add(row.place, f"the rater {row['id']!r} stands twice", "remove one of the two")
        raters[row["id"]] = rater_from_row(row, problems)
    return raters


def _outlets(tables: _Tables, raters: Mapping[str, Rater], problems: Problems) -> dict[str, Outlet]:
    known = frozenset(row["id"] for row in tables["outlets"])
    names = _facts(tables["names"], lambda row: name_from_row(row, problems))
    names = with_own_names(tables["outlets"], names)
    domains = _facts(tables["domains"], lambda row: domain_from_row(row, problems))
    assertions = _facts(tables["assertions"], lambda row: assertion_from_row(row, raters, problems))
    relations = _facts(tables["relations"], lambda row: relation_from_row(row, known, problems))
    checks.check_outlet_rows(tables["outlets"], problems)
    for table in ("names", "domains", "assertions", "relations"):
        checks.check_known(tables[table], known, problems)
    checks.check_names(names, problems)
    checks.check_doubles(names, domains, assertions, relations, problems)
    checks.check_raters_agree_with_themselves(assertions, problems)
    checks.check_circles(relations, problems)
    named, hosted = _by_outlet(names), _by_outlet(domains)
    asserted, related = _by_outlet(assertions), _by_outlet(relations)
    return {
        row["id"]: Outlet(
            id=row["id"],
            name=row["name"],
            country=row.optional("country"),
            names=_ordered(named.get(row["id"], ()), _of_name),
            domains=_ordered(hosted.get(row["id"], ()), _of_domain),
            assertions=_ordered(asserted.get(row["id"], ()), _of_assertion),
            relations=_ordered(related.get(row["id"], ()), _of_relation),
        )
        for row in sorted(tables["outlets"], key=lambda row: row["id"])
    }


def _facts(rows: Sequence[Row], read: Callable[[Row], Fact[_Value] | None]) -> list[Fact[_Value]]:
    return [fact for fact in map(read, rows) if fact is not None]


def with_own_names(rows: Sequence[Row], names: Sequence[Fact[OutletName]]) -> list[Fact[OutletName]]:
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


def _by_outlet(facts: Sequence[Fact[_Value]]) -> dict[str, list[_Value]]:
    values: dict[str, list[_Value]] = {}
    for fact in facts:
        values.setdefault(fact.outlet, []).append(fact.value)
    return values


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
    return relation.kind, relation.other, relation.share, *_days(relation.valid), *_of_evidence(relation.evidence)


def _of_evidence(evidence: Evidence | None) -> tuple[str | None, ...]:
    return (evidence.url, evidence.quote, evidence.title) if evidence else ()


def _digest(version: str, tables: _Tables) -> str:
    """Over the content: neither the order of rows and columns nor the folder of a file counts. Cells are set apart by
    characters that no cell holds (ASCII's separators)."""
    content = hashlib.sha256(version.encode("utf-8"))
    for table, rows in sorted(tables.items()):
        columns = COLUMNS[table]
        lines = sorted("\x1f".join(map(row.cells.__getitem__, columns)) for row in rows)
        content.update("\x1e".join(["\x1d" + table, *lines]).encode("utf-8"))
    return content.hexdigest()
