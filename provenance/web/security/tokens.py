"""Form tokens: a form that another site sends carries none (OWASP, signed double-submit cookie)."""

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "desk"
FIELD = "token"
HEADER = "x-desk-token"
SAFE = {"GET", "HEAD", "OPTIONS"}


def form_token(request: Request) -> str:
    return sign(request.app.state.secret, request.scope["visitor"])


def sign(secret: bytes, visitor: str) -> str:
    return hmac.new(secret, visitor.encode(), hashlib.sha256).hexdigest()


class FormTokens:
    """Gives each visitor a cookie, and refuses with 403 what would change something and does not bring its token."""

    def __init__(self, app: ASGIApp, *, secret: bytes) -> None:
        self._app = app
        self._secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        known = read_cookie(scope, COOKIE)
        scope["visitor"] = known or secrets.token_urlsafe(32)
        if scope["method"] not in SAFE:
            body, receive = await whole_body(receive)
            if not self._is_ours(scope, body):
                refusal = "This form is out of date or came from elsewhere. Go back, load the page again, send again."
                await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
                return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and known is None:
                cookie = f"{COOKIE}={scope['visitor']}; Path=/; HttpOnly; SameSite=Lax"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, with_cookie)

    def _is_ours(self, scope: Scope, body: bytes) -> bool:
        headers = dict(scope["headers"])
        given = headers.get(HEADER.encode(), b"").decode("latin-1")
        kind = headers.get(b"content-type", b"").decode("latin-1")
        if not given and kind.startswith("application/x-www-form-urlencoded"):
            given = parse_qs(body.decode("latin-1")).get(FIELD, [""])[0]
        return hmac.compare_digest(given, sign(self._secret, scope["visitor"]))


async def whole_body(receive: Receive) -> tuple[bytes, Receive]:
    """The body, and a way to read it again."""
    parts: list[bytes] = []
    more = True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    body = b"".join(parts)

    async def again() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return body, again


def read_cookie(scope: Scope, name: str) -> str | None:
    raw = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
    try:
        found = SimpleCookie(raw).get(name)
    except CookieError:
        return None
    return found.value if found else None
