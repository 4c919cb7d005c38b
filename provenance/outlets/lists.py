"""A list of outlets that somebody else made, a row at a time, and what of it the directory does not hold yet."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from provenance.model import Ambiguity, Assertion
from provenance.outlets.additions import NewRow, make_cells, read_row
from provenance.outlets.checks import overlap
from provenance.outlets.dimensions import SINGLE_VALUED
from provenance.outlets.directory import Directory
from provenance.outlets.hosts import find_host
from provenance.outlets.names import name_key
from provenance.outlets.raters import Rater
from provenance.outlets.records import assertion_from_row
from provenance.outlets.slugs import free_slug
from provenance.outlets.tables import Problems

_PLATFORMS = dict.fromkeys(
    (
        *("facebook.com", "google.com", "instagram.com", "ok.ru", "rutube.ru", "t.me", "tiktok.com"),
        *("twitter.com", "vk.com", "x.com", "youtube.com"),
    ),
    "a platform",
)


class Fate(StrEnum):
    """What becomes of a row of the list."""

    NEW_OUTLET = "new outlet"
    NEW = "new"
    THERE = "already there"
    CONFLICT = "conflict"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: an outlet by host, name or id, and what is asserted of it. `assertion` holds the cells of an assertion
    without its outlet, None where the row asserts nothing; `given` the columns that the list itself fills in. `country`
    is an ISO code."""

    place: str
    host: str | None = None
    outlet: str | None = None
    name: str | None = None
    country: str | None = None
    assertion: Mapping[str, str] | None = None
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What becomes of one row: `rows` are what it adds to the directory, `outlet` the id it is about, if any."""

    place: str
    fate: Fate
    what: str
    outlet: str | None = None
    rows: tuple[NewRow, ...] = ()


@dataclass(slots=True)
class _Plan:
    """The directory with what earlier rows of the list have added."""

    directory: Directory
    raters: Mapping[str, Rater]
    hosts: ChainMap[str, str]
    made: dict[str, str | None] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    said: dict[str, list[Assertion]] = field(default_factory=dict)

    def bearers(self, name: str) -> tuple[str, ...]:
        key = name_key(name)
        return (*self.directory.names.exact.get(key, ()), *self.names.get(key, ()))

    def country(self, outlet: str) -> str | None:
        known = self.directory.outlets.get(outlet)
        return known.country if known else self.made.get(outlet)

    def assertions(self, outlet: str) -> Iterable[Assertion]:
        known = self.directory.outlets.get(outlet)
        return (*(known.assertions if known else ()), *self.said.get(outlet, ()))


def plan_entries(directory: Directory, entries: Sequence[Entry], raters: Mapping[str, Rater]) -> tuple[Planned, ...]:
    """In the order of the list; the same rows in another order merge into the same outlets where hosts are given.
    `raters` are those of the directory and those that come along. Whether the new rows are right is not asked here:
    `with_rows` does."""
    plan = _Plan(directory=directory, raters=raters, hosts=ChainMap({}, dict(directory.hosts)))
    return tuple(_planned(entry, plan) for entry in entries)


def _planned(entry: Entry, plan: _Plan) -> Planned:
    outlet, trouble = _outlet_of(entry, plan)
    if trouble:
        return Planned(place=entry.place, fate=Fate.CONFLICT, what=trouble, outlet=outlet)
    if outlet is None and entry.host and find_host(entry.host, _PLATFORMS):
        platform = f"{entry.host} is a platform of many, no outlet's host"
        return Planned(place=entry.place, fate=Fate.LEFT_OUT, what=platform)
    if outlet is None and (entry.host is None or entry.name is None):
        return Planned(place=entry.place, fate=Fate.LEFT_OUT, what=_lacking(entry))
    rows: tuple[NewRow, ...] = ()
    what = _named_otherwise(entry, outlet, plan)
    if outlet is None:
        outlet, rows = _new_outlet(entry, plan)
        what.append(f"{entry.name} at {entry.host}{_shared(entry, outlet, plan)}")
    if entry.assertion is None:
        fate = Fate.NEW_OUTLET if rows else Fate.THERE
        return Planned(place=entry.place, fate=fate, what="; ".join(what) or "the outlet", outlet=outlet, rows=rows)
    fate, said, added = _said(entry, outlet, entry.assertion, plan)
    what.append(said)
    if rows and fate is Fate.NEW:
        fate = Fate.NEW_OUTLET
    return Planned(place=entry.place, fate=fate, what="; ".join(what), outlet=outlet, rows=(*rows, *added))


def _outlet_of(entry: Entry, plan: _Plan) -> tuple[str | None, str | None]:
    """The outlet that the row means, None for one that is new; and what speaks against taking it so."""
    if entry.outlet is not None:
        return entry.outlet, None
    named = plan.bearers(entry.name) if entry.name else ()
    held = find_host(entry.host, plan.hosts) if entry.host else None
    if held is not None:
        if named and held not in named:
            return held, f"the host {entry.host} is that of {held}, the name {entry.name!r} that of {_ids(named)}"
        return held, None
    alike = [outlet for outlet in named if entry.country in (None, plan.country(outlet))]
    if entry.host is None:
        return (alike[0], None) if len(alike) == 1 else (None, None)
    if alike:
        return None, f"{_ids(alike)} bears the name {entry.name!r} and is not known at {entry.host}"
    return None, None


def _named_otherwise(entry: Entry, outlet: str | None, plan: _Plan) -> list[str]:
    """A host can print under several names; which of them are its outlet's is for a person to say."""
    if outlet is None or entry.name is None or outlet in plan.bearers(entry.name):
        return []
    return [f"the name {entry.name!r} is not added to {outlet}"]


def _ids(outlets: Iterable[str]) -> str:
    return ", ".join(sorted(outlets))


def _lacking(entry: Entry) -> str:
    known = f"{entry.name!r} " if entry.name else ""
    return f"{known}is in no directory, and a new outlet needs a name and a host to be told by"


def _shared(entry: Entry, outlet: str, plan: _Plan) -> str:
    others = [other for other in plan.bearers(entry.name or "") if other != outlet]
    return f", a name that {_ids(others)} bears too" if others else ""


def _new_outlet(entry: Entry, plan: _Plan) -> tuple[str, tuple[NewRow, ...]]:
    """Its id and its rows. Its name counts in a text only where something else says that the outlet is meant."""
    name, host = entry.name or "", entry.host or ""
    taken = ChainMap(plan.made, dict.fromkeys(plan.directory.outlets))
    outlet = free_slug(name, taken, entry.country or host)
    plan.made[outlet] = entry.country
    plan.names.setdefault(name_key(name), []).append(outlet)
    plan.hosts[host] = outlet
    ambiguity = Ambiguity.NEEDS_CONTEXT if " " in name else Ambiguity.NEVER_ALONE
    cells = {
        "outlets": {"id": outlet, "name": name, "country": entry.country or ""},
        "names": {"outlet": outlet, "text": name, "language": "en", "kind": "official", "ambiguity": ambiguity.value},
        "domains": {"outlet": outlet, "host": host, "kind": "primary"},
    }
    return outlet, tuple(
        NewRow(table=table, cells=make_cells(table, content), place=entry.place) for table, content in cells.items()
    )


def _said(entry: Entry, outlet: str, cells: Mapping[str, str], plan: _Plan) -> tuple[Fate, str, tuple[NewRow, ...]]:
    new = NewRow(table="assertions", cells=make_cells("assertions", {**cells, "outlet": outlet}), place=entry.place)
    what = f"{cells.get('dimension')} {cells.get('value')} by {cells.get('rater')}"
    fact = assertion_from_row(read_row(new), plan.raters, Problems())
    if fact is None:
        return Fate.NEW, what, (new,)
    alike = [one for one in plan.assertions(outlet) if _of_one_thing(one, fact.value)]
    if any(_says_the_same(one, fact.value, entry.given) for one in alike):
        return Fate.THERE, what, ()
    contrary = [one.value for one in alike if _contradicts(one, fact.value)]
    if contrary:
        return Fate.CONFLICT, f"{what}, who says {', '.join(sorted(contrary))} of the same days", ()
    plan.said.setdefault(outlet, []).append(fact.value)
    older = sorted({one.value for one in alike} - {fact.value.value})
    return Fate.NEW, what + (f", who said {', '.join(older)} at another time" if older else ""), (new,)


def _of_one_thing(left: Assertion, right: Assertion) -> bool:
    return (left.dimension, left.rater, left.scope) == (right.dimension, right.rater, right.scope)


def _says_the_same(held: Assertion, new: Assertion, given: frozenset[str]) -> bool:
    """What the list leaves out is no difference."""
    return (
        held.value == new.value
        and ("asserted" not in given or held.asserted == new.asserted)
        and (not given & {"since", "until"} or held.valid == new.valid)
    )


def _contradicts(held: Assertion, new: Assertion) -> bool:
    return (
        new.dimension in SINGLE_VALUED
        and held.value != new.value
        and held.asserted == new.asserted
        and overlap(held.valid, new.valid)
    )
