"""How much a request may bring: what is larger is refused with 413 and words, and never held in memory."""

from collections.abc import Callable

from fastapi import Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.services import LARGEST_JOB

Refusal = Callable[[Request, int, str], Response]

MEGABYTE = 1024 * 1024

FORM = MEGABYTE
"""Bytes of any other request: forms of words."""

LARGEST = {
    "/jobs": LARGEST_JOB + 2 * MEGABYTE,
    "/api/articles": 24 * MEGABYTE,
}
"""By address. Files come with some words around them; an article of 10 MB grows when it is written as JSON."""

DRAINED = 4
"""So many times the limit is read and thrown away before the refusal is sent: a browser that is still sending does not
read what it is told, and shows a broken connection instead."""


class BodyLimits:
    def __init__(self, app: ASGIApp, *, refuse: Refusal) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = LARGEST.get(scope["path"], FORM)
        if _announced(scope) > limit:
            await _drain(receive, DRAINED * limit)
            await self._told(limit, scope, receive, send)
            return
        try:
            await self._app(scope, _counting(receive, limit), send)
        except HTTPException as error:  # before the application came to read it
            if error.status_code != 413:
                raise
            await self._told(limit, scope, receive, send)

    async def _told(self, limit: int, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("visitor", "")
        await self._refuse(Request(scope), 413, too_much(limit))(scope, receive, send)


def too_much(limit: int) -> str:
    return f"At most {limit // MEGABYTE} MB can be sent here at once; put it in in parts."


def _announced(scope: Scope) -> int:
    """The length that the request gives itself; 0 where it gives none, and then it is counted as it comes."""
    text = dict(scope["headers"]).get(b"content-length", b"0")
    return int(text) if text.isdigit() else 0


def _counting(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(413, too_much(limit))
        return message

    return counted


async def _drain(receive: Receive, most: int) -> None:
    left, more = most, True
    while more and left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)
