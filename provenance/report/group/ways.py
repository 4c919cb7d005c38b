"""The ways by which one origin's words came to readers: a tree from the origin through carriers to publishers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from provenance.model import AgentKind, Link, Role, StateAffiliation, ToldClaim
from provenance.report.group.schema import WayDocument

MOST_WAYS = 24
"""Boxes in one picture: more are not read at a glance, and a phone scrolls through them for ever."""

DEEPEST = 6
"""Steps from the origin: what was passed on more often is told as a further branch."""

REPRINTS = "reprints"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Station:
    """One step of a way. `key` tells it from others: an outlet's id or name, or a control family."""

    key: str
    name: str
    role: Role
    kind: AgentKind
    via: str | None
    affiliated: str
    outlets: frozenset[str]


@dataclass(slots=True)
class _Way:
    """A tree that grows while claims are put into it."""

    stations: list[Station] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    ways: dict[str, "_Way"] = field(default_factory=dict)


def ways_of(
    told: Iterable[ToldClaim], parents: Mapping[str, ToldClaim], *, families: bool
) -> tuple[list[WayDocument], int]:
    """Those of one origin's claims, the busiest first, and how many more begin there. `parents` leads from the id of a
    claim in a reprint to the claim of what was reprinted. With `families` outlets under one control are one."""
    root = _Way()
    for one in sorted(told, key=lambda told_claim: told_claim.claim.id):
        way = root
        for station in path_of(one, parents, families=families):
            way = way.ways.setdefault(station.key, _Way())
            way.stations.append(station)
            way.claims.add(one.claim.id)
            if one.article.published:
                way.days.append(one.article.published)
    ways = _documents(root)
    kept = _pruned(ways, MOST_WAYS)
    return kept, len(ways) - len(kept)


def path_of(told: ToldClaim, parents: Mapping[str, ToldClaim], *, families: bool) -> list[Station]:
    """From the origin to the page. Two steps by one agent are one."""
    parent = parents.get(told.claim.id)
    links = _steps(told)
    if parent is not None:
        before = path_of(parent, parents, families=families)
        stations = [*before, _station(links[-1], families=families, via=REPRINTS)]
    else:
        stations = [_station(step, families=families) for step in links]
    path = stations[:1]
    for station in stations[1:]:
        if station.key != path[-1].key:
            path.append(station)
    return path


def find_parents(told: Sequence[ToldClaim], reprints: Iterable[tuple[str, str]]) -> dict[str, ToldClaim]:
    """For the claims of articles that reprint another one, the claim of the earliest article reprinted. Which of two
    came first is told by the day; on one day the outlet that others credit comes first, so that no way leads in a
    circle."""
    credited = {link.agent.outlet for one in told for link in one.claim.chain.carriers}

    def when(one: ToldClaim) -> tuple[date, bool, str]:
        outlet = one.claim.chain.publisher.agent.outlet
        return one.article.published or date.max, outlet is None or outlet not in credited, one.article.id

    by_article: dict[str, ToldClaim] = {}
    for one in sorted(told, key=lambda each: each.claim.id):
        by_article.setdefault(one.article.id, one)
    tied: dict[str, list[ToldClaim]] = {}
    for left, right in reprints:
        if left in by_article and right in by_article:
            first, later = sorted((by_article[left], by_article[right]), key=when)
            tied.setdefault(later.article.id, []).append(first)
    earliest = {article: min(firsts, key=when) for article, firsts in tied.items()}
    return {one.claim.id: earliest[one.article.id] for one in told if one.article.id in earliest}


def _steps(told: ToldClaim) -> list[tuple[Link, ...]]:
    """The links of each step, the origin first."""
    links = told.claim.chain.links
    numbers = sorted({link.step for link in links}, reverse=True)
    return [tuple(link for link in links if link.step == number) for number in numbers]


def _station(step: tuple[Link, ...], *, families: bool, via: str | None = None) -> Station:
    named = sorted({_name(link, families=families) for link in step})
    affiliations = {link.standing.state_affiliated.value if link.standing else NONE for link in step}
    first = step[0]
    return Station(
        key="\n".join(sorted({_key(link, families=families) for link in step})),
        name=" + ".join(named),
        role=first.role,
        kind=first.agent.kind,
        via=via or (first.via.value if first.via else None),
        affiliated=affiliations.pop() if len(affiliations) == 1 else NONE,
        outlets=frozenset(link.agent.outlet or link.agent.name for link in step),
    )


def _key(link: Link, *, families: bool) -> str:
    agent = link.agent
    if agent.kind is not AgentKind.OUTLET:
        return f"{agent.kind}:{agent.name.casefold()}"
    family = link.standing.control_family if families and link.standing else None
    return f"outlet:{family or agent.outlet or agent.name.casefold()}"


def _name(link: Link, *, families: bool) -> str:
    """A family is called after its controller, an outlet of no other's by its own name."""
    agent, standing = link.agent, link.standing
    alone = standing is None or standing.control_family in (agent.outlet, agent.name)
    return agent.name if not families or alone or standing is None else standing.control_family


def _documents(root: _Way) -> list[WayDocument]:
    return sorted((_document(way) for way in root.ways.values()), key=_rank)


def _rank(way: WayDocument) -> tuple[int, str, str, str]:
    return -way["claims"], way["first"] or "9999", way["name"], way["role"]


def _document(way: _Way) -> WayDocument:
    first = min(way.stations, key=lambda station: (station.name, station.role, station.via or ""))
    outlets = frozenset().union(*(station.outlets for station in way.stations))
    affiliations = {station.affiliated for station in way.stations}
    vias = sorted({station.via for station in way.stations if station.via})
    return {
        "name": first.name,
        "role": first.role.value,
        "kind": first.kind.value,
        "via": ", ".join(vias) or None,
        "state_affiliated": affiliations.pop() if len(affiliations) == 1 else StateAffiliation.UNKNOWN.value,
        "outlets": len(outlets),
        "claims": len(way.claims),
        "first": min(way.days).isoformat() if way.days else None,
        "last": max(way.days).isoformat() if way.days else None,
        "ways": _documents(way),
        "left_off": 0,
    }


def _pruned(ways: list[WayDocument], most: int) -> list[WayDocument]:
    """With so few branches at each fork, the busiest, that no more boxes than `most` are left."""
    for branches in (most, 12, 8, 6, 5, 4, 3, 2, 1):
        found = [_cut(way, branches, DEEPEST) for way in ways[:branches]]
        if sum(map(_size, found)) <= most:
            break
    return found


def _cut(way: WayDocument, branches: int, deep: int) -> WayDocument:
    kept = [_cut(one, branches, deep - 1) for one in way["ways"][:branches]] if deep else []
    return {**way, "ways": kept, "left_off": len(way["ways"]) - len(kept)}


def _size(way: WayDocument) -> int:
    return 1 + sum(map(_size, way["ways"]))
