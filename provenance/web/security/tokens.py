"""Form tokens: a form that another site sends carries none (OWASP, Cross-Site Request Forgery Prevention)."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from urllib.parse import parse_qs

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.services import SignedIn
from provenance.web.security.cookies import VISITOR, Cookies
from provenance.web.security.gate import SAFE
from provenance.web.security.headers import STATIC
from provenance.web.security.limits import KIB, is_under
from provenance.web.security.refusals import Refusal
from provenance.web.security.viewers import BY, SESSION, VIEWER, Means, Viewer

FIELD = "token"
HEADER = "x-desk-token"
OURS = "desk.token"
"""Where the token of this browser stands in the scope."""

FIRST_FIELD = re.compile(
    rb'\A--[^\r\n]{1,200}\r\nContent-Disposition: form-data; name="token"\r\n\r\n([0-9a-f]{64})\r\n', re.IGNORECASE
)
"""Where the token stands in a form with files: it must be the first field, so that no file is read before it."""

HEAD = 8 * KIB
"""Bytes of a form with files that are read to find its token."""

REFUSAL = Refusal(
    status=403,
    title="This form is not ours",
    message="It is out of date or came from another site; nothing was stored. Go back, load the page again, send it "
    "again.",
)


def form_token(request: Request) -> str:
    return str(request.scope.get(OURS, ""))


class FormTokens:
    """Refuses with 403 what would change something and does not come from a page of ours.

    The token is bound to the session, or to a random cookie where nobody is signed in. What brings a key needs none: no
    browser sends a key by itself. Nor does JSON that no browser sent: a browser names the site it comes from.
    """

    def __init__(self, app: ASGIApp, *, secret: bytes, cookies: Cookies, origins: Iterable[str], scheme: str) -> None:
        self._app = app
        self._secret = secret
        self._cookies = cookies
        self._origins = frozenset(origins)
        self._scheme = scheme

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        viewer: Viewer | None = scope.get(VIEWER)
        by_key = viewer is not None and viewer.means is Means.KEY
        if scope["type"] != "http" or by_key or is_under(scope["path"], STATIC):
            await self._app(scope, receive, send)
            return
        known = self._cookies.read(scope, VISITOR)
        visitor = known or secrets.token_urlsafe(32)
        scope[OURS] = self._token(scope.get(SESSION), visitor)
        if scope["method"] not in SAFE:
            given, receive = await self._given(scope, receive)
            if not self._is_ours(scope, given):
                await REFUSAL(scope, receive, send)
                return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and known is None and scope.get(SESSION) is None:
                MutableHeaders(scope=message).append("Set-Cookie", self._cookies.header(VISITOR, visitor))
            await send(message)

        await self._app(scope, receive, with_cookie)

    def _token(self, session: SignedIn | None, visitor: str) -> str:
        """A session's outlives a restart of the server, so that a form begun before can still be sent."""
        if session is not None:
            return hmac.new(session.token.encode(), b"form", hashlib.sha256).hexdigest()
        return hmac.new(self._secret, visitor.encode(), hashlib.sha256).hexdigest()

    def _is_ours(self, scope: Scope, given: str) -> bool:
        headers = Headers(scope=scope)
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            return False
        if site is None and origin is not None and not self._is_our_origin(origin, headers.get("host", "")):
            return False
        no_browser = site is None and origin is None and scope.get(SESSION) is None
        if no_browser and _kind(headers) == "application/json":
            return True
        return hmac.compare_digest(given.encode("utf-8", "replace"), scope[OURS].encode())

    def _is_our_origin(self, origin: str, host: str) -> bool:
        """The host was checked before."""
        return origin.lower() in self._origins or origin.lower() == f"{self._scheme}://{host.lower()}"

    async def _given(self, scope: Scope, receive: Receive) -> tuple[str, Receive]:
        """The token that came along, and a way to read what was read of the body again."""
        headers = Headers(scope=scope)
        kind = _kind(headers)
        if kind == "application/x-www-form-urlencoded":
            read, again = await read_head(receive, None)
            fields = parse_qs(read.decode("latin-1"), encoding="utf-8", max_num_fields=10_000)
            scope[BY] = fields.get("by", [""])[0][:100]
            return headers.get(HEADER) or fields.get(FIELD, [""])[0], again
        if given := headers.get(HEADER):
            return given, receive
        if kind == "multipart/form-data":
            read, again = await read_head(receive, HEAD)
            found = FIRST_FIELD.match(read)
            return found.group(1).decode("ascii") if found else "", again
        return "", receive


async def read_head(receive: Receive, limit: int | None) -> tuple[bytes, Receive]:
    """The first bytes of a body, a little more than the limit, and a way to read the whole; None is for all of it."""
    messages: list[Message] = []
    length, more = 0, True
    while more and (limit is None or length < limit):
        message = await receive()
        messages.append(message)
        length += len(message.get("body", b""))
        more = message.get("more_body", False)
    read = b"".join(message.get("body", b"") for message in messages)

    async def again() -> Message:
        return messages.pop(0) if messages else await receive()

    return read, again


def _kind(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()
