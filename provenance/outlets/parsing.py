"""From CSV files to a directory; every mistake is told with its file and line."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from provenance.errors import DirectoryError
from provenance.model import Ambiguity, Outlet, OutletName
from provenance.outlets import checks
from provenance.outlets.directory import Directory
from provenance.outlets.names import NameUse, build_index
from provenance.outlets.raters import Rater
from provenance.outlets.records import (
    Fact,
    assertion_from_row,
    domain_from_row,
    name_from_row,
    rater_from_row,
    relation_from_row,
)
from provenance.outlets.tables import Problems, Row, read_tables

_Value = TypeVar("_Value")
_Tables = Mapping[str, Sequence[Row]]


def parse_directory(files: Mapping[str, str]) -> Directory:
    """`files` maps a name below the data folder ("a/outlets.csv", "raters.csv", "VERSION") to its text.

    Raises DirectoryError with one line for each mistake: "a/names.csv:17: what is wrong; what to do".
    """
    problems = Problems()
    tables = read_tables(files, problems)
    version = files.get("VERSION", "").strip()
    if not version:
        problems.add("VERSION:1", "the version is missing", "write the data's version, such as 2026.11")
    raters = _raters(tables["raters"], problems)
    outlets = _outlets(tables, raters, problems)
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    return Directory(
        version=version,
        digest=_digest(version, tables),
        outlets=outlets,
        raters=raters,
        hosts={domain.host: outlet.id for outlet in outlets.values() for domain in outlet.domains},
        names=build_index(
            NameUse(name.text, outlet.id, name.ambiguity) for outlet in outlets.values() for name in outlet.names
        ),
    )


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
            names=tuple(sorted(named.get(row["id"], ()), key=repr)),
            domains=tuple(sorted(hosted.get(row["id"], ()), key=repr)),
            assertions=tuple(sorted(asserted.get(row["id"], ()), key=repr)),
            relations=tuple(sorted(related.get(row["id"], ()), key=repr)),
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


def _digest(version: str, tables: _Tables) -> str:
    """Over the content: neither the order of rows and columns nor the folder of a file counts."""
    content = {table: sorted(sorted(row.cells.items()) for row in rows) for table, rows in tables.items()}
    text = json.dumps([version, content], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
