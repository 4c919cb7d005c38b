"""A pack's entries become rows beside the core's: by host alone, and never over what the core says."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from provenance.outlets.entries import Entry
from provenance.outlets.hosts import find_host, normalised_host
from provenance.outlets.pack import Pack
from provenance.outlets.tables import COLUMNS, Row
from provenance.outlets.titles import slug, titled
from provenance.outlets.word_lists import WordLists

Tables = Mapping[str, list[Row]]
_Medium = tuple[str, str, str]
"""Country, company and medium; of a host that serves several media of one company, the company stands for all."""
_Said = set[tuple[str, str, str]]
"""Outlet, dimension and scope of which the pack's rater has spoken already."""


@dataclass(slots=True)
class _Group:
    """The entries of one medium, with the hosts that are its own and the first entry for each."""

    medium: _Medium
    entries: list[Entry] = field(default_factory=list)
    hosts: dict[str, Entry] = field(default_factory=dict)


def merge(pack: Pack, entries: Sequence[Entry], tables: Tables, lists: WordLists) -> None:
    """Adds the pack's rows to the tables: an assertion to the outlet of the core whose host an entry has, a new outlet
    for the rest. Entries without a host of their own are left out: nothing else tells which outlet is meant."""
    core = {host: row["outlet"] for row in tables["domains"] if (host := normalised_host(row["host"]))}
    said = {
        (row["outlet"], row["dimension"], row["scope"]) for row in tables["assertions"] if row["rater"] == pack.rater
    }
    fresh: list[_Group] = []
    for group in _groups(pack, entries, core, lists):
        known = {host: outlet for host in group.hosts if (outlet := find_host(host, core))}
        for outlet in sorted(set(known.values())):
            _assert(tables, pack, outlet, [e for e in group.entries if outlet in map(known.get, e.hosts)], said)
        others = {host: entry for host, entry in group.hosts.items() if host not in known}
        if len(set(known.values())) == 1:
            _add_domains(tables, next(iter(known.values())), others, "edition")
        elif others:
            fresh.append(_Group(group.medium, group.entries, others))
    _add_outlets(tables, pack, fresh, lists.common, said)
    if pack.rater not in {row["id"] for row in tables["raters"]}:
        cells = {"id": pack.rater, "name": pack.rater_name, "url": pack.rater_url, "licence": pack.licence}
        tables["raters"].append(_row("raters", pack.place, cells))


def _groups(pack: Pack, entries: Sequence[Entry], core: Mapping[str, str], lists: WordLists) -> list[_Group]:
    """In the order of the list. A host of several companies is a platform and goes to none of them, unless the core
    knows whose it is."""
    media: dict[str, set[_Medium]] = defaultdict(set)
    for entry in entries:
        for host in entry.hosts:
            media[host].add((entry.country, entry.company, entry.medium))
    groups: dict[_Medium, _Group] = {}
    for entry in entries:
        for host in entry.hosts:
            if find_host(host, lists.platforms) or host in pack.left_out:
                continue
            medium = _owner(media[host], known=find_host(host, core) is not None)
            if medium is not None:
                group = groups.setdefault(medium, _Group(medium))
                group.hosts.setdefault(host, entry)
                group.entries.append(entry)
    return list(groups.values())


def _owner(media: set[_Medium], *, known: bool) -> _Medium | None:
    if len(media) == 1 or known:
        return min(media)
    companies = {(country, company) for country, company, _ in media}
    if len(companies) == 1:
        country, company = companies.pop()
        return country, company, company
    return min(media) if len({(country, title) for country, _, title in media}) == 1 else None


def _add_outlets(tables: Tables, pack: Pack, groups: Sequence[_Group], common: frozenset[str], said: _Said) -> None:
    """Ids are slugs of names; where one is taken or wanted twice, the pack's id and a host, which is unique."""
    bearers = [*(row["name"] for row in tables["outlets"]), *(row["text"] for row in tables["names"])]
    shown = titled([(group.medium[1], group.medium[2], min(group.hosts)) for group in groups], bearers, common)
    wanted = Counter(slug(one.title) for one in shown)
    taken = {row["id"] for row in tables["outlets"]}
    for group, one in zip(groups, shown, strict=True):
        place = next(iter(group.hosts.values())).place
        identity = slug(one.title)
        if not identity or identity in taken or wanted[identity] > 1:
            identity = f"{pack.id}-{slug(min(group.hosts))}"
        tables["outlets"].append(Row(place, {"id": identity, "name": one.title, "country": group.medium[0]}))
        for text, trust in one.names:
            cells = {"outlet": identity, "text": text, "language": "und", "kind": "short", "ambiguity": trust.value}
            tables["names"].append(_row("names", place, cells))
        _add_domains(tables, identity, group.hosts, "primary")
        _assert(tables, pack, identity, group.entries, said)


def _add_domains(tables: Tables, outlet: str, hosts: Mapping[str, Entry], kind: str) -> None:
    for host, entry in hosts.items():
        tables["domains"].append(_row("domains", entry.place, {"outlet": outlet, "host": host, "kind": kind}))


def _assert(tables: Tables, pack: Pack, outlet: str, entries: Sequence[Entry], said: _Said) -> None:
    """Once for each scope, and not where the core has the rater's word already. Media of one outlet that the list rates
    apart are scopes of it."""
    apart = len({entry.value for entry in entries if not entry.scope}) > 1
    for entry in entries:
        scope = entry.scope or (entry.medium if apart else "")
        if (outlet, entry.dimension, scope) in said or ((outlet, entry.dimension, "") in said and not entry.scope):
            continue
        said.add((outlet, entry.dimension, scope))
        tables["assertions"].append(_row("assertions", entry.place, _assertion_cells(pack, outlet, entry, scope)))


def _assertion_cells(pack: Pack, outlet: str, entry: Entry, scope: str) -> dict[str, str]:
    return {
        "outlet": outlet,
        "dimension": entry.dimension,
        "value": entry.value,
        "scope": scope,
        "rater": pack.rater,
        "asserted": entry.asserted,
        "basis": entry.basis,
        "confidence": entry.confidence,
        "evidence_url": pack.source,
        "evidence_title": pack.file if pack.file.endswith(".csv") else pack.name,
        "evidence_quote": entry.quote,
        "seen": pack.seen.isoformat(),
        "note": entry.note,
    }


def _row(table: str, place: str, cells: Mapping[str, str]) -> Row:
    return Row(place, {column: cells.get(column, "") for column in COLUMNS[table]})
