"""What comes in: no more bytes than the page takes, and not slower than anybody's line is."""

import asyncio
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.web.security.limits import MIB, Limits
from provenance.web.security.refusals import Refusal

TOO_SLOW = Refusal(
    status=408, title="This took too long", message="The request came in too slowly; nothing was stored. Send it again."
)


class Refused(Exception):
    """The body is refused while it is read; what the page then makes of it is replaced."""


class BodyGuard:
    """Counts a body as it arrives, whatever its length is said to be, and watches the clock."""

    def __init__(self, app: ASGIApp, *, limits: Limits, ticks: Callable[[], float]) -> None:
        self._app = app
        self._limits = limits
        self._ticks = ticks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limits.body_of(scope["path"])
        said = _said_length(scope)
        if said is None or said > limit:
            await (_malformed() if said is None else _too_large(limit))(scope, receive, send)
            return
        body = _Body(self, limit, receive)
        answer = _Answer(send, self._limits.answer_seconds)
        has_body = said > 0 or any(name == b"transfer-encoding" for name, _ in scope["headers"])

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start" and has_body and not body.is_read:
                # What nobody reads could go on for ever.
                MutableHeaders(scope=message)["Connection"] = "close"
            if body.refusal is None or answer.begun:
                await answer.send(message)

        try:
            await self._app(scope, body.receive, guarded)
        except Exception:
            if body.refusal is None:
                raise
        if body.refusal is not None and not answer.begun:
            await body.refusal(scope, receive, answer.send)

    async def next_part(self, receive: Receive, started: float, length: int) -> Message:
        """Raises TimeoutError where a body of this length should have come further by now."""
        due = started + self._limits.body_seconds + length / self._limits.body_speed
        return await asyncio.wait_for(receive(), timeout=max(0.0, due - self._ticks()))

    def tick(self) -> float:
        return self._ticks()


class _Body:
    """A body on its way; `refusal` is None while nothing is wrong with it."""

    def __init__(self, guard: BodyGuard, limit: int, receive: Receive) -> None:
        self.refusal: Refusal | None = None
        self._guard, self._limit, self._receive = guard, limit, receive
        self._started: float | None = None
        self._length = 0
        self._more = True

    @property
    def is_read(self) -> bool:
        return not self._more

    async def receive(self) -> Message:
        if self.refusal is not None:
            raise Refused
        if not self._more:
            return await self._receive()
        if self._started is None:
            self._started = self._guard.tick()
        try:
            message = await self._guard.next_part(self._receive, self._started, self._length)
        except TimeoutError:
            self.refusal = TOO_SLOW
            raise Refused from None
        self._length += len(message.get("body", b""))
        self._more = message.get("more_body", False)
        if self._length > self._limit:
            self.refusal = _too_large(self._limit)
            raise Refused
        return message


class _Answer:
    """An answer on its way: who takes nothing of it is not waited for."""

    def __init__(self, send: Send, seconds: float) -> None:
        self.begun = False
        self._send, self._seconds = send, seconds

    async def send(self, message: Message) -> None:
        self.begun = True
        await asyncio.wait_for(self._send(message), timeout=self._seconds)


def _said_length(scope: Scope) -> int | None:
    """0 where nothing is said; None for a length that is none."""
    said = [value for name, value in scope["headers"] if name == b"content-length"]
    if not said:
        return 0
    return int(said[0]) if len(said) == 1 and said[0].isdigit() and len(said[0]) < 20 else None


def _too_large(limit: int) -> Refusal:
    size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit} bytes"
    return Refusal(
        status=413, title="This is too large", message=f"This page takes {size} at most; nothing was stored."
    )


def _malformed() -> Refusal:
    return Refusal(status=400, title="This cannot be done", message="The request does not say how long it is.")
