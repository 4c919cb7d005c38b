"""One request's view of the world: the store's settings, the time, who looks, and how an answer is made."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlencode

from fastapi import Depends, Request, Response
from starlette.responses import RedirectResponse

from provenance.model import Actor, DeskRole
from provenance.services import Authorship, SignedIn, Table
from provenance.settings import Settings
from provenance.web.options import DeskOptions
from provenance.web.security.cookies import Cookies
from provenance.web.security.tokens import form_token
from provenance.web.security.viewers import Means, Viewer, actor_of, may_act, may_manage, read_session, read_viewer
from provenance.web.showing import Showing, as_csv, as_json, wanted_form
from provenance.web.statics import Statics

NOTICE = "notice"
"""The parameter that carries one sentence about what was done to the page that shows it."""

DECIDED = "decided"
"""The parameter that names what was decided on, a claim or a decision, so that its notice stands beside it."""

PASSING = (NOTICE, DECIDED, "page", "format")
"""Parameters that a link to the same list does not take along."""

NAME_COOKIE = "by"
"""Holds the name that somebody without an account gave last."""

YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`now` is when the request came; `viewer` who looks."""

    request: Request
    options: DeskOptions
    showing: Showing
    statics: Statics
    now: datetime
    viewer: Viewer

    @property
    def settings(self) -> Settings:
        return self.options.settings

    @property
    def token(self) -> str:
        """What every form sends along, so that no other site can send it."""
        return form_token(self.request)

    @property
    def path(self) -> str:
        return self.request.url.path

    @property
    def remembered_name(self) -> str:
        return unquote(self.request.cookies.get(NAME_COOKIE, ""))

    @property
    def notice(self) -> str | None:
        """What was done, in our own words: a link that somebody else made up says nothing here."""
        mark, _, text = self.request.query_params.get(NOTICE, "").partition(".")
        return text if hmac.compare_digest(mark.encode(), self._mark(text).encode()) else None

    @property
    def decided(self) -> str | None:
        """The id on the page at which the notice is to stand; None where it stands above all."""
        return self.request.query_params.get(DECIDED)

    @property
    def cookies(self) -> Cookies:
        return Cookies(self.options.has_safe_cookies)

    @property
    def session(self) -> SignedIn | None:
        """None for whoever did not sign in."""
        return read_session(self.request)

    @property
    def actor(self) -> Actor:
        """Who does something, and from where, for the audit log."""
        return actor_of(self.request.scope)

    @property
    def is_visited(self) -> bool:
        """Whether somebody looks who has yet to sign in: they are shown no way to pages they cannot see."""
        return self.viewer.means is Means.NOTHING

    @property
    def is_admins(self) -> bool:
        return not self.is_visited and self.viewer.role.includes(DeskRole.ADMIN)

    def _mark(self, text: str) -> str:
        secret: bytes = self.request.app.state.secret
        return hmac.new(secret, b"notice:" + text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:16]

    @property
    def wants_data(self) -> bool:
        """JSON or CSV, not a page to look at."""
        return wanted_form(self.request) != "html"

    @property
    def is_fetching(self) -> bool:
        """Whether htmx asks, for a part of a page that is open already."""
        return "HX-Request" in self.request.headers

    def at(self, **changes: str | int | None) -> str:
        """This address with other parameters; None takes one away. A list starts at its first page again."""
        kept = {name: value for name, value in self.request.query_params.items() if name not in PASSING}
        asked = {name: value for name, value in (kept | changes).items() if value not in (None, "")}
        return f"{self.path}?{urlencode(asked)}" if asked else self.path

    def static(self, name: str) -> str:
        """The address of a file of ours, which changes when the file does."""
        return self.statics.address(name)

    def authorship(self, why: str, by: str | None = None) -> Authorship:
        """Who decides: the viewer's own name; on a desk without accounts the one given."""
        return Authorship(made_by=self.viewer.name or by or "", why=why)

    def show(
        self,
        template: str,
        document: Mapping[str, Any],
        *,
        rows: Table | None = None,
        more: Mapping[str, Any] | None = None,
        status: int = 200,
    ) -> Response:
        """The document as a page, or as JSON or CSV where that is asked for; `rows` are what CSV holds, `more` what the
        page alone shows beside the document, by name."""
        match wanted_form(self.request):
            case "json":
                return as_json(document, status)
            case "csv" if rows is not None:
                return as_csv(rows)
            case _:
                return self.showing.page(template, document, self, status, more)

    def see(
        self, address: str, notice: str, document: Mapping[str, Any] | None = None, *, by: str | None = None
    ) -> Response:
        """After something was done: the page that shows it, and one sentence. Who asks for JSON gets `document`. `by`
        is the name that somebody without an account gave, to be offered next time."""
        if wanted_form(self.request) == "json":
            return as_json({"done": notice, "see": address, **(document or {})}, 200)
        mark = "&" if "?" in address else "?"
        path, hash_sign, place = address.partition("#")
        answer = RedirectResponse(
            f"{path}{mark}{urlencode({NOTICE: f'{self._mark(notice)}.{notice}'})}{hash_sign}{place}", status_code=303
        )
        if by and not self.viewer.name:
            answer.set_cookie(NAME_COOKIE, quote(by), max_age=YEAR, httponly=True, samesite="lax")
        return answer


def desk_of(request: Request) -> Desk:
    state = request.app.state
    return Desk(
        request=request,
        options=state.options,
        showing=state.showing,
        statics=state.statics,
        now=state.options.clock(),
        viewer=read_viewer(request),
    )


Here = Annotated[Desk, Depends(desk_of)]
"""Whoever may look."""


def acting_desk_of(desk: Here) -> Desk:
    may_act(desk.viewer)
    return desk


Acting = Annotated[Desk, Depends(acting_desk_of)]
"""Whoever may decide: an editor or more. That the form is ours is checked before (`security.tokens`)."""


def managing_desk_of(desk: Here) -> Desk:
    may_manage(desk.viewer)
    return desk


Managing = Annotated[Desk, Depends(managing_desk_of)]
"""Whoever may manage accounts and keys, and see the audit log: an admin."""
