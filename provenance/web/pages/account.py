"""One's own account: the password, and where one is signed in."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from provenance.errors import InvalidOption
from provenance.services import change_own_password, end_session, list_sessions, session_to_dict, sign_in
from provenance.web.desk import Desk, Here
from provenance.web.pages.sign_in import let_in
from provenance.web.security.viewers import Means

router = APIRouter()


class PasswordForm(BaseModel):
    old: str = ""
    new: str = ""
    again: str = ""


@router.get("/account")
def account(desk: Here) -> Response:
    own = desk.viewer.means is Means.ACCOUNT
    sessions = list_sessions(desk.settings, desk.now, _name(desk)) if own else ()
    this = desk.session.session.id if desk.session else None
    document = {
        "name": desk.viewer.name,
        "role": desk.viewer.role.value,
        "means": desk.viewer.means.value,
        "sessions": [{**session_to_dict(each), "this": each.id == this} for each in sessions],
    }
    return desk.show("account.html", document)


@router.post("/account/password")
def password(desk: Here, form: Annotated[PasswordForm, Form()]) -> Response:
    """All sessions end; this browser gets a new one."""
    name = _name(desk)
    if form.new != form.again:
        raise InvalidOption("the two new passwords differ; nothing was changed")
    change_own_password(desk.settings, desk.now, name, form.old, form.new, by=desk.actor)
    browser = desk.request.headers.get("user-agent", "")
    signed = sign_in(desk.settings, desk.now, name, form.new, address=desk.actor.address, browser=browser)
    return let_in(desk, signed, "/account")


@router.post("/account/sessions/{session_id}/end")
def end(session_id: str, desk: Here) -> Response:
    end_session(desk.settings, desk.now, _name(desk), session_id, by=desk.actor)
    return desk.see("/account", "That session has ended.")


def _name(desk: Desk) -> str:
    if desk.viewer.means is not Means.ACCOUNT or desk.viewer.name is None:
        raise HTTPException(403, "Only whoever signed in with an account has a password and sessions.")
    return desk.viewer.name
