"""What an outlet is at a day: label, state affiliation and control family, with the rule and the assertions behind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from provenance.model import Assertion, Chain, Classification, Link, Outlet, Standing, StateAffiliation
from provenance.outlets.control import Step, state_of, way_up
from provenance.outlets.directory import Directory
from provenance.outlets.rules import label_rule
from provenance.outlets.weighing import Affiliation, atom, held_at, raters, weigh, without_idle_judgement
from provenance.outlets.wording import Found, reason_in_words

CLASSIFICATIONS_KEPT = 4096
"""Of a few kilobytes each: an article asks for the same outlets at the same day again and again ..."""

STANDINGS_KEPT = 32_768
"""... and an archive for some outlets at thousands of days, but for no more of them than this."""


@lru_cache(maxsize=CLASSIFICATIONS_KEPT)
def classify(directory: Directory, outlet_id: str, on: date | None) -> Classification:
    """Derived from the assertions that hold at the day, by the tables in `rules`; with `on` None from those that have
    not ended. Raises UnknownOutlet."""
    outlet = directory.outlet(outlet_id)
    found = _find(directory, outlet_id, on)
    affiliation = found.affiliation
    dissent = _dissent(affiliation)
    return Classification(
        outlet=outlet.id,
        name=outlet.name,
        on=on,
        standing=_standing(directory, outlet_id, found),
        rule=f"{affiliation.rule}+{found.rule.id}",
        reason=reason_in_words(directory, outlet, found),
        assertions=tuple(one for one in found.counted if one not in dissent and one not in affiliation.idle),
        dissent=dissent,
    )


@lru_cache(maxsize=STANDINGS_KEPT)
def standing_at(directory: Directory, outlet_id: str, on: date | None) -> Standing:
    """That of its classification, without the words and the evidence. Raises UnknownOutlet."""
    return _standing(directory, outlet_id, _find(directory, outlet_id, on))


def _standing(directory: Directory, outlet_id: str, found: Found) -> Standing:
    value = found.affiliation.value
    return Standing(
        label=found.rule.label,
        state_affiliated=value,
        control_family=_family(directory.outlets, outlet_id, found.steps, value),
        states=_states(directory.outlets, outlet_id, found.steps, value),
    )


def _find(directory: Directory, outlet_id: str, on: date | None) -> Found:
    outlet = directory.outlet(outlet_id)
    steps = way_up(directory.outlets, outlet_id, on)
    counted = without_idle_judgement(held_at(directory.outlets, steps, outlet, on))
    affiliation = weigh(counted)
    rule = label_rule(affiliation.value, frozenset(map(atom, counted)))
    return Found(on=on, counted=counted, affiliation=affiliation, rule=rule, steps=steps)


def with_standings(chain: Chain, directory: Directory, on: date | None) -> Chain:
    """The chain with the standing of every outlet that the directory knows; the same one where it has these already, as
    most have."""
    links = tuple(_with_standing(link, directory, on) for link in chain.links)
    return chain if links == chain.links else replace(chain, links=links)


def _with_standing(link: Link, directory: Directory, on: date | None) -> Link:
    if link.agent.outlet is None or link.agent.outlet not in directory.outlets:
        return link
    standing = standing_at(directory, link.agent.outlet, on)
    return link if link.standing == standing else replace(link, standing=standing)


def _dissent(affiliation: Affiliation) -> tuple[Assertion, ...]:
    """Where raters differ, the side with fewer raters, of equal sides the one that says no; else what did not count."""
    if affiliation.value is not StateAffiliation.DISPUTED:
        return affiliation.idle
    fewer_say_yes = len(raters(affiliation.yes)) < len(raters(affiliation.no))
    return affiliation.yes if fewer_say_yes else affiliation.no


def _family(outlets: Mapping[str, Outlet], outlet_id: str, steps: Sequence[Step], value: StateAffiliation) -> str:
    """The ultimate controller; the state for those it controls, never the state for those it does not."""
    way = [outlet_id, *(step.upper for step in steps)]
    if value is StateAffiliation.YES:
        states = _states(outlets, outlet_id, steps, value)
        return f"state:{states[0]}" if states else way[-1]
    if value is StateAffiliation.NO:
        return [controller for controller in way if state_of(controller) is None][-1]
    return way[-1]


def _states(
    outlets: Mapping[str, Outlet], outlet_id: str, steps: Sequence[Step], value: StateAffiliation
) -> tuple[str, ...]:
    """The controlling state by dated relations, else the country of the highest outlet on the way. A disputed outlet
    carries the state that it is said to serve, unless a controller is known that is no state."""
    if value not in (StateAffiliation.YES, StateAffiliation.DISPUTED):
        return ()
    way = [outlet_id, *(step.upper for step in steps)]
    if value is StateAffiliation.DISPUTED and way[-1] not in outlets and state_of(way[-1]) is None:
        return ()
    countries = [outlets[outlet].country for outlet in way if outlet in outlets]
    state = state_of(way[-1]) or countries[-1] or countries[0]
    return (state,) if state else ()
