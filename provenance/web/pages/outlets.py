"""Outlets of the directory: the list, one of them at a day, and what a newsroom asserts of it."""

from datetime import date
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, Query, Response

from provenance.errors import InvalidOption
from provenance.model import Basis, Confidence, Label, Role, StateAffiliation
from provenance.services import (
    DIMENSIONS,
    NewAssertion,
    OutletFilter,
    PageAsked,
    Table,
    added_to_dict,
    assert_of_outlet,
    list_rules,
    outlet_list_to_dict,
    outlet_view_to_dict,
    retract,
    rule_to_dict,
    search_outlets,
    view_outlet,
)
from provenance.web.desk import Acting, Desk, Here
from provenance.web.pages.asking import PageNumber, Reasoned, Words

router = APIRouter()

CLAIMS = 20
"""On the page of an outlet, below all else that it shows."""

PARTS = {"printed": Role.PUBLISHER, "carried": Role.CARRIER, "said": Role.SPEAKER}
Answer = TypeVar("Answer", Label, StateAffiliation)
On = Annotated[str | None, Query(alias="on", max_length=10, description="YYYY-MM-DD; today where it is not given.")]


class Asserting(Reasoned):
    """As the command line asks for it; what is left empty is not said."""

    dimension: Annotated[str, Form(max_length=100)]
    value: Annotated[str, Form(max_length=500)]
    basis: Basis
    confidence: Confidence
    evidence_url: Annotated[str, Form(max_length=2000)] = ""
    evidence_quote: Annotated[str, Form(max_length=4000)] = ""
    evidence_title: Annotated[str, Form(max_length=500)] = ""
    since: Annotated[str, Form(max_length=10)] = ""
    until: Annotated[str, Form(max_length=10)] = ""
    scope: Annotated[str, Form(max_length=500)] = ""


@router.get("/outlets")
def outlets(  # noqa: PLR0913 - one parameter per filter
    desk: Here,
    *,
    q: Words = None,
    country: Words = None,
    label: Words = None,
    state_affiliated: Words = None,
    family: Words = None,
    rater: Words = None,
    designation: Words = None,
    on: On = None,
    number: PageNumber = 1,
) -> Response:
    part = PageAsked(number=number)
    wanted = OutletFilter(
        country=country or None,
        label=_one_of(Label, "label", label),
        state_affiliated=_one_of(StateAffiliation, "state_affiliated", state_affiliated),
        family=family or None,
        rater=rater or None,
        designation=designation or None,
    )
    day = _day(on, desk)
    found = search_outlets(desk.settings, desk.now, wanted, day, q, part)
    labels = [[one.value, one.value] for one in Label]
    document = {**outlet_list_to_dict(found, part), "on": day.isoformat(), "labels": labels}
    return desk.show("outlets.html", document)


@router.get("/outlets/rules")
def rules(desk: Here) -> Response:
    """How a label follows from what is asserted, rule by rule."""
    columns = ("rule", "decides", "answer", "words", "needs", "lacks")
    found = list_rules()
    rows = tuple(
        (row.id, row.table, row.answer or "", row.words, "; ".join(map(" or ".join, row.needs)), " or ".join(row.lacks))
        for row in found
    )
    document = {"rules": [rule_to_dict(row) for row in found]}
    return desk.show("rules.html", document, rows=Table(name="outlet-rules", columns=columns, rows=rows))


@router.get("/outlets/{name}")
def outlet(name: str, desk: Here, *, on: On = None, part: Words = None, number: PageNumber = 1) -> Response:
    wanted = PageAsked(number=number, size=CLAIMS)
    if part and part not in PARTS:
        raise InvalidOption(f"part: {part}: write printed, carried or said")
    found = view_outlet(
        desk.settings, desk.now, name, _day(on, desk), role=PARTS[part] if part else None, wanted=wanted
    )
    closed = {"bases": [one.value for one in Basis], "dimensions": sorted(DIMENSIONS)}
    return desk.show("outlet.html", {**outlet_view_to_dict(found, wanted), **closed})


@router.post("/outlets/{name}/assertions")
def assert_(name: str, desk: Acting, form: Annotated[Asserting, Form()]) -> Response:
    wanted = NewAssertion(
        outlet=name,
        dimension=form.dimension.strip(),
        value=form.value.strip(),
        basis=form.basis.value,
        confidence=form.confidence.value,
        evidence_url=form.evidence_url.strip() or None,
        evidence_quote=form.evidence_quote.strip() or None,
        evidence_title=form.evidence_title.strip() or None,
        since=form.since.strip() or None,
        until=form.until.strip() or None,
        scope=form.scope.strip() or None,
    )
    by = desk.authorship(form.why, form.by)
    added = assert_of_outlet(desk.settings, desk.now, wanted, by, desk.now.date())
    return desk.see(f"/outlets/{name}", "The assertion is added.", added_to_dict(added), by=form.by)


@router.post("/outlets/{name}/additions/{number}/retract")
def take_back(name: str, number: int, desk: Acting, form: Annotated[Reasoned, Form()]) -> Response:
    by = desk.authorship(form.why, form.by)
    taken = retract(desk.settings, desk.now, number, None, by, desk.now.date())
    return desk.see(f"/outlets/{name}", f"Addition {number} is taken back.", added_to_dict(taken), by=form.by)


def _day(text: str | None, desk: Desk) -> date:
    if not text:
        return desk.now.date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidOption(f"on: {text}: write a day as YYYY-MM-DD") from error


def _one_of(closed: type[Answer], name: str, text: str | None) -> Answer | None:
    if not text:
        return None
    if text not in {member.value for member in closed}:
        raise InvalidOption(f"{name}: {text}: write one of {', '.join(member.value for member in closed)}")
    return closed(text)
