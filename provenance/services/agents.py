"""One outlet, one speaker, and the lists of both: what is known of them and what part they have in the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from provenance.analysis import same_agent
from provenance.errors import InvalidOption, NotStored
from provenance.matching import is_denial
from provenance.model import Agent, AgentKind, Claim, Outlet, Role, ToldClaim
from provenance.outlets import Directory, retractions
from provenance.services.additions import touched_by
from provenance.services.directories import directory_of
from provenance.services.known_names import carried_by, known_and_strange, names_of
from provenance.services.opening import open_to_read
from provenance.services.outlets import checked_filter, classifications, find_outlets
from provenance.services.searching import spellings
from provenance.services.standings import with_standing
from provenance.services.values.additions import LoggedAddition
from provenance.services.values.outlets import OutletFilter, OutletRow
from provenance.services.values.pages import PageAsked
from provenance.settings import Settings
from provenance.storage import DayTally, OutletPart, Part, Slice, SpeakerPart, Store, Tally, fold

MOST = 20
"""Rows of a short list beside a page: the busiest."""

ALIKE = 12
"""Other names that are offered as perhaps the same person's."""


TELLING = (Role.CARRIER, Role.PUBLISHER, Role.SPEAKER)
"""The part of an outlet that is shown first: what it is credited with says more than what it prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet at a day. `parts` are what it has in the store by role; `role` is the one that `claims`, `total` and
    `days` are of. `family` are the others under the same control, `credited_by` the publishers that credit it,
    `beside` the outlets credited in the same articles, `additions` what this newsroom ever said of it."""

    row: OutletRow
    parts: Mapping[Role, Tally]
    role: Role
    claims: tuple[ToldClaim, ...]
    total: int
    days: tuple[DayTally, ...]
    family: tuple[Outlet, ...]
    credited_by: tuple[Tally, ...]
    beside: tuple[Tally, ...]
    additions: tuple[LoggedAddition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Who is called so. `kinds` are one for each kind of agent; `alike` other names that may be the same person's;
    `denied` counts the claims that the speaker denies, `contradicted` those that another claim contradicts."""

    name: str
    unnamed: bool
    kinds: tuple[Tally, ...]
    alike: tuple[Tally, ...]
    claims: tuple[ToldClaim, ...]
    total: int
    denied: int
    contradicted: int
    outlets: tuple[Tally, ...]
    days: tuple[DayTally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedOutlet:
    row: OutletRow
    printed: Tally | None
    carried: Tally | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletList:
    """A slice of the directory's outlets and how many there are; `strangers` are outlets that articles credit and the
    directory does not know by now."""

    outlets: tuple[CountedOutlet, ...]
    total: int
    strangers: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerList:
    """A slice of the names of those who are named, and how many there are; `unnamed` are what the others are called
    most often, and how many such words there are."""

    named: tuple[Tally, ...]
    total: int
    unnamed: tuple[Tally, ...]
    unnamed_total: int


def view_outlet(
    settings: Settings, now: datetime, name: str, on: date, *, role: Role | None = None, wanted: PageAsked
) -> OutletView:
    """By id, name or host. `role` is that of the claims wanted: None takes those that credit it, or else those it
    prints. Raises UnknownOutlet, and InvalidOption where several bear the name."""
    with open_to_read(settings, now) as store:
        directory = directory_of(store)
        outlet = one_outlet(name, directory)
        parts = store.tally_outlets([outlet.id]).get(outlet.id, {})
        strangers = store.strangers(names=names_of(outlet, directory))
        if carried := carried_by(outlet, [parts.get(Role.CARRIER), *strangers]):
            parts = {**parts, Role.CARRIER: carried}
        chosen = role or next(
            (one for one in (Role.CARRIER, Role.PUBLISHER, Role.SPEAKER) if one in parts), Role.CARRIER
        )
        carrying = OutletPart(outlet.id, Role.CARRIER, tuple(stranger.name for stranger in strangers))
        part = carrying if chosen is Role.CARRIER else OutletPart(outlet.id, chosen)
        held = classifications(directory, on)[outlet.id]
        row = OutletRow(outlet=outlet, classification=held, directory=directory.edition)
        return OutletView(
            row=row,
            parts=parts,
            role=chosen,
            claims=_told(store, part, wanted, directory),
            total=parts[chosen].claims if chosen in parts else 0,
            days=store.days_of(part),
            family=tuple(_family(row, directory, on)),
            credited_by=store.publishers_crediting(carrying, Slice(limit=MOST)),
            beside=store.credited_beside(carrying, Slice(limit=MOST)),
            additions=tuple(_additions(store, outlet.id)),
        )


def one_outlet(name: str, directory: Directory) -> Outlet:
    outlets = find_outlets(name, directory)
    if len(outlets) > 1:
        ids = ", ".join(outlet.id for outlet in outlets)
        raise InvalidOption(f"{name}: several outlets bear that name: {ids}; give the id of one")
    return outlets[0]


def search_outlets(
    settings: Settings, now: datetime, wanted: OutletFilter, on: date, words: str | None, part: PageAsked
) -> OutletList:
    """Those of the directory that the filter takes and whose id, a name or a host holds the words, whatever their case
    and script, the most credited first. Raises as `list_outlets` does."""
    with open_to_read(settings, now) as store:
        directory = directory_of(store)
        asked = checked_filter(wanted, directory)
        found = find_outlets(wanted.name, directory) if wanted.name is not None else directory.outlets.values()
        held = classifications(directory, on)
        spelt, typed = spellings(directory), fold(words or "")
        rows = (
            OutletRow(outlet=outlet, classification=held[outlet.id], directory=directory.edition)
            for outlet in found
            if typed in spelt[outlet.id]
        )
        taken = [row for row in rows if asked.takes(row)]
        counted = _by_outlet(store.tally_directory())
        known, strangers = known_and_strange(store.strangers(), directory)
    ordered = sorted((_counted(row, counted, known.get(row.outlet.id, ())) for row in taken), key=_busiest)
    return OutletList(outlets=tuple(part.of(ordered)), total=len(ordered), strangers=tuple(strangers[:MOST]))


def _by_outlet(tallies: Iterable[Tally]) -> Mapping[str, Mapping[Role, Tally]]:
    found: dict[str, dict[Role, Tally]] = defaultdict(dict)
    for tally in tallies:
        found[tally.outlet or ""][tally.role] = tally
    return found


def _counted(row: OutletRow, counted: Mapping[str, Mapping[Role, Tally]], by_name: Iterable[Tally]) -> CountedOutlet:
    parts = counted.get(row.outlet.id, {})
    carried = carried_by(row.outlet, [parts.get(Role.CARRIER), *by_name])
    return CountedOutlet(row=row, printed=parts.get(Role.PUBLISHER), carried=carried)


def _busiest(one: CountedOutlet) -> tuple[int, int, str]:
    carried, printed = (tally.claims if tally else 0 for tally in (one.carried, one.printed))
    return -carried, -printed, one.row.outlet.id


def view_speaker(
    settings: Settings, now: datetime, name: str, *, unnamed: bool | None, wanted: PageAsked
) -> SpeakerView:
    """By name, whatever the case. `unnamed` None takes those of that name, or else what unnamed ones are called. Raises
    NotStored."""
    with open_to_read(settings, now) as store:
        part, kinds = _speaking(store, name, unnamed)
        cues = store.cues_of(part)
        return SpeakerView(
            name=kinds[0].name,
            unnamed=part.unnamed,
            kinds=kinds,
            alike=() if part.unnamed else tuple(_alike(store, kinds)),
            claims=_told(store, part, wanted, directory_of(store)),
            total=sum(kind.claims for kind in kinds),
            denied=sum(claims for cue, claims in cues.items() if is_denial(cue)),
            contradicted=store.count_contradicted(part),
            outlets=store.outlets_of_speaker(part),
            days=store.days_of(part),
        )


def search_speakers(settings: Settings, now: datetime, words: str | None, part: PageAsked) -> SpeakerList:
    """Those whose names hold the words, whatever their case and script; those with the most claims first."""
    with open_to_read(settings, now) as store:
        return SpeakerList(
            named=store.speakers(words=words, wanted=Slice(limit=part.size, offset=part.offset)),
            total=store.count_speakers(words=words),
            unnamed=store.speakers(unnamed=True, words=words, wanted=Slice(limit=MOST)),
            unnamed_total=store.count_speakers(unnamed=True, words=words),
        )


def _speaking(store: Store, name: str, unnamed: bool | None) -> tuple[SpeakerPart, tuple[Tally, ...]]:
    for asked in (False, True) if unnamed is None else (unnamed,):
        part = SpeakerPart(name, asked)
        if kinds := store.tally_part(part):
            return part, kinds
    raise NotStored(f"no speaker {name!r} in the store")


def _alike(store: Store, kinds: Sequence[Tally]) -> Iterable[Tally]:
    """Persons whose names differ from this one's as those of one person may."""
    person = next((kind for kind in kinds if kind.kind is AgentKind.PERSON), None)
    if person is None:
        return
    own = Agent(name=person.name, kind=AgentKind.PERSON)
    others = store.speakers(words=person.name.split()[-1], kind=AgentKind.PERSON)
    alike = (
        other
        for other in others
        if other.name.casefold() != person.name.casefold()
        and same_agent(own, Agent(name=other.name, kind=AgentKind.PERSON))
    )
    yield from islice(alike, ALIKE)


def _told(store: Store, part: Part, wanted: PageAsked, directory: Directory) -> tuple[ToldClaim, ...]:
    claims: Sequence[Claim] = store.claims_of_part(part, Slice(limit=wanted.size, offset=wanted.offset))
    articles = store.articles_by_id(claim.article_id for claim in claims)
    told = (ToldClaim(article=articles[claim.article_id], claim=claim) for claim in claims)
    return tuple(replace(one, claim=with_standing(one.claim, one.article, directory)) for one in told)


def _family(row: OutletRow, directory: Directory, on: date) -> Iterable[Outlet]:
    """An outlet without others is a family of its own."""
    family = row.classification.standing.control_family
    for other, classification in classifications(directory, on).items():
        if other != row.outlet.id and classification.standing.control_family == family:
            yield directory.outlets[other]


def _additions(store: Store, outlet: str) -> Iterable[LoggedAddition]:
    held = store.additions()
    taken = retractions(held)
    for each in held:
        if outlet in touched_by([each.row]):
            yield LoggedAddition(addition=each, taken_back_by=taken.get(each.id))
