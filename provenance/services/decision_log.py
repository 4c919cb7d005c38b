"""The log of people's decisions, as somebody looks through it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from provenance.analysis import undoings
from provenance.errors import NotStored
from provenance.model import Decision
from provenance.services.directories import directory_of
from provenance.services.findings import find_claims
from provenance.services.opening import open_to_read
from provenance.services.rulings import rulings_among
from provenance.services.values.decisions import DecisionLog, LoggedDecision
from provenance.services.waiting import waiting_in
from provenance.settings import Settings
from provenance.storage import DecisionFilter, Store


def list_decisions(settings: Settings, now: datetime) -> tuple[LoggedDecision, ...]:
    """All that were ever made, in that order, with what became of them."""
    with open_to_read(settings, now) as store:
        return log_decisions(store.decisions(), waiting_in(store))


def search_decisions(
    settings: Settings, now: datetime, wanted: DecisionFilter, number: int | None = 1, size: int = 50
) -> DecisionLog:
    """Those that wait for their claims first, then the latest. `number` counts pages from 1, None gives all."""
    with open_to_read(settings, now) as store:
        waiting = waiting_in(store)
        found = sorted(store.search_decisions(wanted), key=lambda decision: (decision not in waiting, -decision))
        shown = found if number is None else found[(number - 1) * size : number * size]
        return DecisionLog(
            decisions=tuple(_with_machine(store, shown, waiting)),
            number=number or 1,
            size=size if number else max(len(found), 1),
            total=len(found),
            people=store.deciders(),
        )


def show_decision(settings: Settings, now: datetime, number: int) -> LoggedDecision:
    """Raises NotStored."""
    with open_to_read(settings, now) as store:
        for found in _with_machine(store, [number], waiting_in(store)):
            return found
        raise NotStored(f"no decision {number} in the store")


def log_decisions(decisions: Sequence[Decision], waiting: Mapping[int, str]) -> tuple[LoggedDecision, ...]:
    """They come with all their undoings; `waiting` says of which ones why they wait."""
    undone = undoings(decisions)
    return tuple(
        LoggedDecision(decision=each, undone_by=undone.get(each.id), waits=waiting.get(each.id)) for each in decisions
    )


def _with_machine(store: Store, numbers: Sequence[int], waiting: Mapping[int, str]) -> Iterator[LoggedDecision]:
    """In this order. What is read without them stands beside those that bear on claims now."""
    decisions = store.decisions_by_id(numbers)
    logged = {each.decision.id: each for each in log_decisions(decisions, waiting)}
    bearing = [ruling for ruling in rulings_among(store, decisions) if ruling.decision.id in numbers]
    readings = _machine_readings(store, (claim for ruling in bearing for claim in ruling.left[:1]))
    return (replace(logged[each], machine=readings.get(each)) for each in numbers if each in logged)


def _machine_readings(store: Store, claims: Iterable[str]) -> dict[int, str]:
    """By decision, a sentence each."""
    rows = find_claims(store, store.claims_by_id(claims).values(), directory_of(store))
    return {overruling.decision.id: overruling.machine for row in rows for overruling in row.finding.decisions}
