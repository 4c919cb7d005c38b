"""Rows of our own tables that come from elsewhere: which of them the directory holds already."""

from collections.abc import Sequence
from typing import TypeVar

from provenance.model import Outlet
from provenance.outlets.additions import NewRow, read_row
from provenance.outlets.directory import Directory
from provenance.outlets.lists import Fate, Planned
from provenance.outlets.records import (
    Fact,
    assertion_from_row,
    domain_from_row,
    name_from_row,
    rater_from_row,
    relation_from_row,
)
from provenance.outlets.tables import Problems, Row

_Value = TypeVar("_Value")


def plan_rows(directory: Directory, rows: Sequence[NewRow]) -> tuple[Planned, ...]:
    """In order. Whether the new ones are right is not asked here: `with_rows` does."""
    return tuple(_planned(directory, row) for row in rows)


def _planned(directory: Directory, new: NewRow) -> Planned:
    row = read_row(new)
    outlet = row["id"] if new.table == "outlets" else None if new.table == "raters" else row["outlet"]
    there = _is_there(directory, new.table, row)
    fate = Fate.THERE if there else Fate.NEW_OUTLET if new.table == "outlets" else Fate.NEW
    words = " ".join(content for column, content in new.cells[:4] if column not in ("outlet", "since", "until"))
    return Planned(
        place=new.place, fate=fate, what=f"{new.table}: {words}", outlet=outlet, rows=() if there else (new,)
    )


def _is_there(directory: Directory, table: str, row: Row) -> bool:
    if table == "raters":
        return directory.raters.get(row["id"]) == rater_from_row(row, Problems())
    outlet = directory.outlets.get(row["id"] if table == "outlets" else row["outlet"])
    if outlet is None:
        return False
    if table == "outlets":
        return (outlet.name, outlet.country) == (row["name"], row.optional("country"))
    return _holds_part(directory, outlet, table, row)


def _holds_part(directory: Directory, outlet: Outlet, table: str, row: Row) -> bool:
    unheard = Problems()
    match table:
        case "names":
            return _holds(outlet.names, name_from_row(row, unheard))
        case "domains":
            return _holds(outlet.domains, domain_from_row(row, unheard))
        case "assertions":
            return _holds(outlet.assertions, assertion_from_row(row, directory.raters, unheard))
        case _:
            return _holds(outlet.relations, relation_from_row(row, frozenset(directory.outlets), unheard))


def _holds(known: Sequence[_Value], fact: Fact[_Value] | None) -> bool:
    return fact is not None and fact.value in known
