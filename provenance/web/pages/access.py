"""An admin's pages: accounts and keys."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel

from provenance.errors import InvalidOption
from provenance.model import DeskRole, KeyScope
from provenance.services import (
    account_to_dict,
    add_account,
    change_role,
    disable_account,
    enable_account,
    key_to_dict,
    list_accounts,
    list_keys,
    make_key,
    revoke_key,
    set_password,
)
from provenance.web.desk import Managing

router = APIRouter()


class NewAccount(BaseModel):
    name: str = ""
    role: DeskRole = DeskRole.READER
    password: str = ""


class NewRole(BaseModel):
    name: str
    role: DeskRole


class NewPassword(BaseModel):
    name: str
    password: str = ""


class Named(BaseModel):
    name: str


class NewKey(BaseModel):
    """`expires` is a day, or empty."""

    name: str = ""
    scope: KeyScope = KeyScope.READ
    expires: str = ""


@router.get("/accounts")
def accounts(desk: Managing) -> Response:
    held = list_accounts(desk.settings, desk.now)
    document = {"accounts": [account_to_dict(each) for each in held], "roles": [role.value for role in DeskRole]}
    return desk.show("accounts.html", document)


@router.post("/accounts")
def add(desk: Managing, form: Annotated[NewAccount, Form()]) -> Response:
    made = add_account(desk.settings, desk.now, form.name, form.role, form.password, by=desk.actor)
    return desk.see("/accounts", f"{made.name} may sign in, as {made.role}.", {"account": account_to_dict(made)})


@router.post("/accounts/role")
def role(desk: Managing, form: Annotated[NewRole, Form()]) -> Response:
    made = change_role(desk.settings, desk.now, form.name, form.role, by=desk.actor)
    return desk.see("/accounts", f"{made.name} is {made.role} now.", {"account": account_to_dict(made)})


@router.post("/accounts/password")
def password(desk: Managing, form: Annotated[NewPassword, Form()]) -> Response:
    made = set_password(desk.settings, desk.now, form.name, form.password, by=desk.actor)
    notice = f"{made.name} has another password; all its sessions have ended."
    return desk.see("/accounts", notice, {"account": account_to_dict(made)})


@router.post("/accounts/disable")
def disable(desk: Managing, form: Annotated[Named, Form()]) -> Response:
    made = disable_account(desk.settings, desk.now, form.name, by=desk.actor)
    return desk.see("/accounts", f"{made.name} cannot sign in any more.", {"account": account_to_dict(made)})


@router.post("/accounts/enable")
def enable(desk: Managing, form: Annotated[Named, Form()]) -> Response:
    made = enable_account(desk.settings, desk.now, form.name, by=desk.actor)
    return desk.see("/accounts", f"{made.name} may sign in again.", {"account": account_to_dict(made)})


@router.get("/keys")
def keys(desk: Managing) -> Response:
    return _show_keys(desk, None)


@router.post("/keys")
def add_key(desk: Managing, form: Annotated[NewKey, Form()]) -> Response:
    """The answer shows the key, this once: there is nothing to lead to."""
    last_day = _day(form.expires)
    made = make_key(desk.settings, desk.now, form.name, form.scope, last_day=last_day, by=desk.actor)
    return _show_keys(desk, {**key_to_dict(made.key), "key": made.token})


@router.post("/keys/revoke")
def revoke(desk: Managing, form: Annotated[Named, Form()]) -> Response:
    key = revoke_key(desk.settings, desk.now, form.name, by=desk.actor)
    return desk.see("/keys", f"{key.name} is revoked.", {"key": key_to_dict(key)})


def _show_keys(desk: Managing, made: dict[str, object] | None) -> Response:
    held = list_keys(desk.settings, desk.now)
    document = {
        "keys": [{**key_to_dict(each), "holds": each.holds(desk.now)} for each in held],
        "scopes": [scope.value for scope in KeyScope],
        "made": made,
    }
    return desk.show("keys.html", document)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise InvalidOption(f"expires {text}: not a day of the calendar; write YYYY-MM-DD") from None
