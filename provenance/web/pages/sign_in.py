"""Signing in and out."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel
from starlette.responses import RedirectResponse

from provenance.errors import SignInRefused
from provenance.services import SignedIn, account_to_dict, sign_in, sign_out
from provenance.web.desk import Desk, Here
from provenance.web.security.buckets import Buckets
from provenance.web.security.cookies import SESSION, VISITOR
from provenance.web.security.gate import bucket_address, too_many
from provenance.web.security.hosts import LOOPBACK, split_host
from provenance.web.security.limits import Rate
from provenance.web.security.places import own_page
from provenance.web.showing import as_json, wanted_form

router = APIRouter()


class SignInForm(BaseModel):
    name: str = ""
    password: str = ""
    next: str = "/"


@router.get("/sign-in")
def form(desk: Here, next: str = "/") -> Response:  # noqa: A002 - the parameter's name
    return show_form(desk, next)


@router.post("/sign-in")
def begin(desk: Here, form: Annotated[SignInForm, Form()]) -> Response:
    if wait := _wait(desk, form.name):
        refusal = too_many(wait)
        return show_form(desk, form.next, refusal.message, status=refusal.status, headers=dict(refusal.headers))
    try:
        signed = sign_in(
            desk.settings,
            desk.now,
            form.name.strip(),
            form.password,
            address=desk.actor.address,
            browser=desk.request.headers.get("user-agent", ""),
        )
    except SignInRefused as refused:
        return show_form(desk, form.next, str(refused), status=403)
    desk.request.app.state.sign_ins.forget(_asker(desk, form.name))
    return let_in(desk, signed, own_page(form.next))


@router.post("/sign-out")
def end(desk: Here) -> Response:
    if desk.session is not None:
        sign_out(desk.settings, desk.now, desk.session.token, by=desk.actor)
    answer: Response = RedirectResponse("/sign-in", status_code=303)
    if wanted_form(desk.request) == "json":
        answer = as_json({"done": "You are signed out."}, 200)
    for cookie in (SESSION, VISITOR):
        answer.headers.append("Set-Cookie", desk.cookies.header(cookie, "", seconds=0))
    return answer


def show_form(
    desk: Desk, next_page: str, wrong: str | None = None, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """`wrong` says why the last attempt was refused."""
    document = {"next": own_page(next_page), "wrong": wrong, "unsafe": is_unsafe(desk)}
    answer = desk.show("sign_in.html", document, status=status)
    answer.headers.update(headers or {})
    return answer


def let_in(desk: Desk, signed: SignedIn, place: str) -> Response:
    """Whatever the browser brought along, it gets a new token: nobody can have planted this one."""
    answer: Response = RedirectResponse(place, status_code=303)
    if wanted_form(desk.request) == "json":
        answer = as_json({"done": "You are signed in.", "see": place, "account": account_to_dict(signed.account)}, 200)
    seconds = int((signed.session.ends_at - desk.now).total_seconds())
    answer.headers.append("Set-Cookie", desk.cookies.header(SESSION, signed.token, seconds=seconds))
    answer.headers.append("Set-Cookie", desk.cookies.header(VISITOR, "", seconds=0))
    return answer


def is_unsafe(desk: Desk) -> bool:
    """Whether the browser would not keep the session: the cookie goes over https alone, and this page came without."""
    host = split_host(desk.request.headers.get("host", ""))
    came_over_https = desk.options.is_https and host == urlsplit(desk.options.public_url or "").hostname
    return desk.options.has_safe_cookies and not came_over_https and host not in LOOPBACK


def _asker(desk: Desk, name: str) -> tuple[str, str, str]:
    return ("sign-in", bucket_address(desk.actor.address or ""), name.strip().casefold()[:200])


def _wait(desk: Desk, name: str) -> int | None:
    """Seconds until this attempt may be made; None for now."""
    buckets: Buckets = desk.request.app.state.sign_ins
    limits = desk.options.limits
    asker = _asker(desk, name)
    counted: tuple[tuple[tuple[str, ...], Rate], ...] = (
        (asker, limits.sign_in),
        (("address", asker[1]), limits.sign_in_by_address),
        (("name", asker[2]), limits.sign_in_by_name),
    )
    waits = [buckets.take(each, rate) for each, rate in counted]
    return max((wait for wait in waits if wait), default=None)
