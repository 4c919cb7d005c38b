"""The directory with further rows on top: they pass through the same reading and the same checks as its files."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from provenance.errors import DirectoryError
from provenance.model import Ambiguity, Outlet, OutletDomain, OutletName
from provenance.outlets import checks
from provenance.outlets.additions import NewRow, read_row
from provenance.outlets.building import Facts, Tables, bare_outlet, by_outlet, grown, read_facts
from provenance.outlets.directory import Directory
from provenance.outlets.names import NameUse, build_index, name_key
from provenance.outlets.raters import Rater
from provenance.outlets.records import Fact, context_from_row, rater_from_row
from provenance.outlets.tables import COLUMNS, Problems, Row

THERE = "the directory"
"""The place of what is already there."""
_Value = TypeVar("_Value")


def with_rows(directory: Directory, rows: Sequence[NewRow]) -> Directory:
    """The directory itself for no rows. What a row says that is there already changes nothing; a name that another
    outlet bears must need context; a host has one outlet. Version and digest tell the result from what it was made of.

    Raises DirectoryError with one line for each mistake, which begins with the row's place.
    """
    if not rows:
        return directory
    problems = Problems()
    tables = {table: [read_row(row) for row in rows if row.table == table] for table in COLUMNS}
    raters = _raters(directory, tables["raters"], problems)
    fresh = _new_outlets(directory, tables["outlets"], problems)
    outlets = {**directory.outlets, **fresh}
    tables["outlets"] = [row for row in tables["outlets"] if row["id"] in fresh]
    facts = _without_known(read_facts(tables, frozenset(outlets), raters, problems), outlets)
    _check(directory, outlets, tables, facts, problems)
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    outlets = grown(outlets, facts)
    own = dict(context_from_row(row, outlets, problems) for row in tables["contexts"])
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    contexts = replace(directory.names.contexts, own={**directory.names.contexts.own, **own})
    return replace(
        directory,
        version=f"{directory.version} + {len(rows)} added",
        digest=_digest(directory.digest, rows),
        outlets=outlets,
        raters=raters,
        hosts={**directory.hosts, **{fact.value.host: fact.outlet for fact in facts.domains}},
        names=build_index(_uses(outlets.values()), contexts) if facts.names or own else directory.names,
    )


def _uses(outlets: Iterable[Outlet]) -> Iterable[NameUse]:
    return (NameUse(name.text, outlet.id, name.ambiguity) for outlet in outlets for name in outlet.names)


def _raters(directory: Directory, rows: Sequence[Row], problems: Problems) -> dict[str, Rater]:
    raters = dict(directory.raters)
    for row in rows:
        rater = rater_from_row(row, problems)
        if raters.setdefault(rater.id, rater) != rater:
            what = f"the rater {rater.id!r} is {raters[rater.id].name} already"
            problems.add(row.place, what, "give yours another id")
    return raters


def _new_outlets(directory: Directory, rows: Sequence[Row], problems: Problems) -> dict[str, Outlet]:
    """Without what is known of them. A row that repeats an outlet of the directory makes none."""
    made: dict[str, Outlet] = {}
    checks.check_outlet_rows(rows, problems)
    for row in rows:
        outlet = bare_outlet(row)
        known = directory.outlets.get(outlet.id)
        if known is None:
            made[outlet.id] = outlet
        elif (known.name, known.country) != (outlet.name, outlet.country):
            problems.add(row.place, f"{outlet.id!r} is {known.name} already", "give the new outlet another id")
    return made


def _without_known(facts: Facts, outlets: Mapping[str, Outlet]) -> Facts:
    def new(found: Sequence[Fact[_Value]], part: str) -> list[Fact[_Value]]:
        seen: dict[str, set[_Value]] = {}
        kept = []
        for fact in found:
            there = seen.setdefault(fact.outlet, set(getattr(outlets.get(fact.outlet), part, ())))
            if fact.value not in there:
                kept.append(fact)
            there.add(fact.value)
        return kept

    return Facts(
        names=new(facts.names, "names"),
        domains=new(facts.domains, "domains"),
        assertions=new(facts.assertions, "assertions"),
        relations=new(facts.relations, "relations"),
    )


def _check(
    directory: Directory, outlets: Mapping[str, Outlet], tables: Tables, facts: Facts, problems: Problems
) -> None:
    """What is there already comes first, so that messages stand at the rows that are new."""
    touched = {*by_outlet(facts.names), *by_outlet(facts.assertions), *by_outlet(facts.relations)}
    of_touched = [outlets[outlet] for outlet in sorted(touched & set(outlets))]
    names = [*(_there(outlet.id, name) for outlet in of_touched for name in outlet.names), *facts.names]
    assertions = [*(_there(outlet.id, one) for outlet in of_touched for one in outlet.assertions), *facts.assertions]
    relations = [*(_there(outlet.id, one) for outlet in of_touched for one in outlet.relations), *facts.relations]
    checks.check_names([*_bearers(directory, facts.names), *facts.names], problems)
    checks.check_doubles(names, [*_hosts(directory, facts.domains), *facts.domains], assertions, relations, problems)
    checks.check_raters_agree_with_themselves(assertions, problems)
    if facts.relations:
        known = [_there(outlet.id, one) for outlet in directory.outlets.values() for one in outlet.relations]
        circles = Problems()
        checks.check_circles([*known, *facts.relations], circles)
        problems.lines += [line for line in circles.lines if not line.startswith(f"{THERE}:")]


def _there(outlet: str, value: _Value) -> Fact[_Value]:
    return Fact(THERE, outlet, value)


def _bearers(directory: Directory, names: Iterable[Fact[OutletName]]) -> list[Fact[OutletName]]:
    """Whoever bears one of the names: as names that need context, for it is the new row that must give way."""
    wanted = {name_key(fact.value.text).casefold() for fact in names}
    return [
        _there(outlet, OutletName(text=name, language="en", ambiguity=Ambiguity.NEEDS_CONTEXT))
        for name, bearers in directory.names.exact.items()
        if name.casefold() in wanted
        for outlet in bearers
    ]


def _hosts(directory: Directory, domains: Iterable[Fact[OutletDomain]]) -> list[Fact[OutletDomain]]:
    held = ((fact.value.host, directory.hosts.get(fact.value.host)) for fact in domains)
    return [_there(outlet, OutletDomain(host=host)) for host, outlet in dict(held).items() if outlet]


def _digest(of_directory: str, rows: Iterable[NewRow]) -> str:
    """Over the content: in which order the rows were added does not count."""
    content = sorted((row.table, row.cells) for row in rows)
    text = json.dumps([of_directory, content], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
