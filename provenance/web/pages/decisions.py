"""What people decided: the log, one decision, and taking it back."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from pydantic import BaseModel

from provenance.model import DecisionKind
from provenance.services import (
    DecisionFilter,
    decision_log_to_dict,
    decision_table,
    logged_to_dict,
    search_decisions,
    show_decision,
    undo,
)
from provenance.web.desk import Acting, Here
from provenance.web.showing import wanted_form

router = APIRouter()


class Undoing(BaseModel):
    """Why, and by whom where the desk has no accounts."""

    why: Annotated[str, Form(max_length=2000)]
    by: Annotated[str, Form(max_length=200)] = ""


@router.get("/decisions")
def log(
    desk: Here,
    by: str | None = None,
    kind: str | None = None,
    article: str | None = None,
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    wanted = DecisionFilter(by=by or None, kind=kind or None, article=article or None)
    whole = wanted_form(desk.request) == "csv"
    found = search_decisions(desk.settings, desk.now, wanted, None if whole else page)
    more = {"kinds": [each.value for each in DecisionKind], "wanted": wanted}
    return desk.show("decisions.html", decision_log_to_dict(found), rows=decision_table(found), more=more)


@router.get("/decisions/{number}")
def decision(number: int, desk: Here) -> Response:
    return desk.show("decision.html", {"decision": logged_to_dict(show_decision(desk.settings, desk.now, number))})


@router.post("/decisions/{number}/undo")
def take_back(number: int, desk: Acting, form: Annotated[Undoing, Form()]) -> Response:
    made = undo(desk.settings, desk.now, number, desk.authorship(form.why, form.by)).decision
    document = {"decision": logged_to_dict(show_decision(desk.settings, desk.now, made.id))}
    return desk.see(f"/decisions/{number}", f"Decision {number} is taken back.", document, by=form.by)
