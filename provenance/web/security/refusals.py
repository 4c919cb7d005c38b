"""How a request is refused before it reaches a page: in words, as a page or as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import escape
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """`message` says what to do about it."""

    status: int
    title: str
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The connection closes, for the body may still be on its way."""
        headers = {**self.headers, "Connection": "close", "Cache-Control": "no-store"}
        if wants_page(scope):
            answer = Response(self._page(), self.status, headers, media_type="text/html")
        else:
            error = {"status": self.status, "title": self.title, "message": self.message}
            answer = Response(json.dumps({"error": error}), self.status, headers, media_type="application/json")
        await answer(scope, receive, send)

    def _page(self) -> str:
        title, message = escape(self.title), escape(self.message)
        return (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
            f"<title>{title} · provenance</title>"
            '<link rel="icon" href="/static/mark.svg" type="image/svg+xml">'
            '<link rel="stylesheet" href="/static/report.css"><link rel="stylesheet" href="/static/desk.css">'
            '<link rel="stylesheet" href="/static/pages.css"></head><body class="desk">'
            '<header class="desk-head"><a class="home" href="/">provenance</a></header>'
            f'<main><p class="kind">Error {self.status}</p><h1>{title}</h1><p class="told"><bdi>{message}</bdi></p>'
            '<p class="back"><a href="/">To the first page</a></p></main></body></html>\n'
        )


def wants_page(scope: Scope) -> bool:
    """A browser names HTML in what it accepts; whoever else asks gets JSON."""
    return "text/html" in Headers(scope=scope).get("accept", "") and b"format=json" not in scope["query_string"]
