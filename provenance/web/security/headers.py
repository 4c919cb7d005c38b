"""What every answer tells the browser: nothing runs or loads that is not ours, nobody frames us."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.web.security.limits import is_under

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers say "Origin: null" when they send one of our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Frame-Options": "DENY",
}
HTTPS_ALONE = "max-age=31536000"
"""A year. Nothing is said of subdomains: they are not ours."""

STATIC = "/static"


class SafeHeaders:
    """No page is kept by a cache, the static files alone."""

    def __init__(self, app: ASGIApp, *, is_https: bool = False) -> None:
        self._app = app
        https = {"Strict-Transport-Security": HTTPS_ALONE} if is_https else {}
        self._headers = HEADERS | https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if not is_under(scope["path"], STATIC):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
