"""The log of people's decisions, as somebody looks through it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from provenance.analysis import Ruling
from provenance.errors import NotStored
from provenance.model import Decision
from provenance.services.deciding import log_decisions
from provenance.services.directories import directory_of
from provenance.services.findings import find_claims
from provenance.services.opening import open_to_read
from provenance.services.rulings import rulings_of
from provenance.services.values.decisions import DecisionLog, LoggedDecision
from provenance.settings import Settings
from provenance.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Every condition given must hold; None asks nothing. `by` is who decided, whatever the case; `kind` one of
    DecisionKind; `article` an article's id: what undoes a decision is about the articles of that one."""

    by: str | None = None
    kind: str | None = None
    article: str | None = None


def search_decisions(
    settings: Settings, now: datetime, wanted: DecisionFilter, number: int | None = 1, size: int = 50
) -> DecisionLog:
    """Those that wait for their claims first, then the latest. `number` counts pages from 1, None gives all."""
    with open_to_read(settings, now) as store:
        rulings = rulings_of(store)
        logged = {each.decision.id: each for each in log_decisions(store, rulings)}
        found = [each for each in logged.values() if _takes(wanted, each.decision, logged)]
        found.sort(key=lambda each: (not each.without_claims, -each.decision.id))
        shown = found if number is None else found[(number - 1) * size : number * size]
        return DecisionLog(
            decisions=tuple(_with_machine(store, shown, rulings)),
            number=number or 1,
            size=size if number else max(len(found), 1),
            total=len(found),
            people=tuple(
                sorted({each.decision.made_by for each in logged.values()}, key=lambda name: (name.casefold(), name))
            ),
        )


def show_decision(settings: Settings, now: datetime, number: int) -> LoggedDecision:
    """Raises NotStored."""
    with open_to_read(settings, now) as store:
        rulings = rulings_of(store)
        found = [each for each in log_decisions(store, rulings) if each.decision.id == number]
        if not found:
            raise NotStored(f"no decision {number} in the store")
        return next(_with_machine(store, found, rulings))


def _takes(wanted: DecisionFilter, decision: Decision, logged: Mapping[int, LoggedDecision]) -> bool:
    return (
        (wanted.by is None or wanted.by.casefold() == decision.made_by.casefold())
        and wanted.kind in (None, decision.made.kind.value)
        and (wanted.article is None or wanted.article in _articles(decision, logged))
    )


def _articles(decision: Decision, logged: Mapping[int, LoggedDecision]) -> frozenset[str]:
    while decision.made.undoes is not None:
        decision = logged[decision.made.undoes].decision
    return decision.made.articles


def _with_machine(
    store: Store, logged: Sequence[LoggedDecision], rulings: Sequence[Ruling]
) -> Iterator[LoggedDecision]:
    """What is read without them stands beside those that bear on claims now."""
    shown = {each.decision.id for each in logged}
    bearing = [ruling for ruling in rulings if ruling.decision.id in shown]
    readings = _machine_readings(store, (claim for ruling in bearing for claim in ruling.left[:1]))
    return (replace(each, machine=readings.get(each.decision.id)) for each in logged)


def _machine_readings(store: Store, claims: Iterable[str]) -> dict[int, str]:
    """By decision, a sentence each."""
    rows = find_claims(store, store.claims_by_id(claims).values(), directory_of(store))
    return {overruling.decision.id: overruling.machine for row in rows for overruling in row.finding.decisions}
