"""The Host check: a page of another site whose name suddenly leads to our address is not answered (DNS rebinding)."""

import ipaddress
from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from provenance.web.security.refusals import Refusal

LOOPBACK = ("localhost", "127.0.0.1", "::1")
ANY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to


class HostCheck:
    """Lets through what asks for one of these names; where the server listens on every address (`bound` is "0.0.0.0" or
    "::") also what asks for an address in figures, which no name can be turned into."""

    def __init__(self, app: ASGIApp, *, names: Iterable[str], bound: str) -> None:
        self._app = app
        self._names = {plain_host(name) for name in (*LOOPBACK, *names, bound)} - set(ANY_ADDRESS)
        self._any_address = bound in ANY_ADDRESS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        given = [value for name, value in scope["headers"] if name == b"host"]
        host = split_host(given[0].decode("latin-1")) if len(given) == 1 else None
        if host is None:
            return Refusal(
                status=400, title="Which desk?", message="The request names no host, or none that can be read."
            )
        if host in self._names or (self._any_address and _is_address(host)):
            return None
        return Refusal(
            status=421,
            title="Not this desk",
            message=f"This desk is not called {host}. If it should be, start it with --name {host}.",
        )


def plain_host(name: str) -> str:
    return name.strip().strip("[]").rstrip(".").lower()


def split_host(text: str) -> str | None:
    """The host of "host:port", in small letters; None where it cannot be one."""
    if text.startswith("["):
        name, bracket, port = text[1:].partition("]")
        if not bracket or not _is_address(name):
            return None
    else:
        name, colon, port = text.partition(":")
        port = colon + port
    if port and not (port.startswith(":") and (port == ":" or port[1:].isdecimal())):
        return None
    plain = plain_host(name)
    readable = bool(plain) and all(letter.isalnum() or letter in "-._:" for letter in plain) and plain.isascii()
    return plain if readable else None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
