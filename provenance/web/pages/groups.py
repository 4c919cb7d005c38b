"""Groups of claims that say the same: the list, one of them, and what people decide of it."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Response

from provenance.model import IndependenceAnswer, RelationAnswer
from provenance.services import (
    PageAsked,
    decided_groups,
    group_view_to_dict,
    judge_independence,
    merge_groups,
    relate_claims,
    split_group,
    view_group,
)
from provenance.web.desk import Acting, Here
from provenance.web.pages.asking import PageNumber, Reasoned
from provenance.web.pages.decided import told

router = APIRouter()


class Merging(Reasoned):
    other: Annotated[str, Form(max_length=40)]


class Splitting(Reasoned):
    claims: Annotated[list[str], Form(max_length=5000)]


class Relating(Reasoned):
    one: Annotated[str, Form(max_length=40)]
    other: Annotated[str, Form(max_length=40)]
    answer: RelationAnswer


class Judging(Reasoned):
    one: Annotated[str, Form(max_length=40)]
    other: Annotated[str, Form(max_length=40)]
    answer: IndependenceAnswer


@router.get("/groups/{name}")
def group(
    name: str,
    desk: Here,
    number: PageNumber = 1,
    *,
    against: Annotated[str | None, Query(description="The claim of it that others are held against.")] = None,
) -> Response:
    part = PageAsked(number=number)
    return desk.show("group.html", group_view_to_dict(view_group(desk.settings, desk.now, name, against), part))


@router.post("/groups/{name}/merge")
def merge(name: str, desk: Acting, form: Annotated[Merging, Form()]) -> Response:
    made = merge_groups(desk.settings, desk.now, name, form.other.strip(), desk.authorship(form.why, form.by))
    (one,) = decided_groups(desk.settings, desk.now, made)
    return desk.see(f"/groups/{one.group.id}", "The two groups are one now.", told(desk, made), by=form.by)


@router.post("/groups/{name}/split")
def split(name: str, desk: Acting, form: Annotated[Splitting, Form()]) -> Response:
    made = split_group(desk.settings, desk.now, name, form.claims, desk.authorship(form.why, form.by))
    return desk.see(f"/groups/{name}", "The group is parted.", told(desk, made), by=form.by)


@router.post("/groups/{name}/relate")
def relate(name: str, desk: Acting, form: Annotated[Relating, Form()]) -> Response:
    by = desk.authorship(form.why, form.by)
    made = relate_claims(desk.settings, desk.now, form.one.strip(), form.other.strip(), form.answer, by)
    return desk.see(f"/groups/{name}", "What the two are to each other is decided.", told(desk, made), by=form.by)


@router.post("/groups/{name}/independence")
def independence(name: str, desk: Acting, form: Annotated[Judging, Form()]) -> Response:
    by = desk.authorship(form.why, form.by)
    made = judge_independence(desk.settings, desk.now, form.one.strip(), form.other.strip(), form.answer, by)
    return desk.see(f"/groups/{name}", "Whether the two are one origin is decided.", told(desk, made), by=form.by)
