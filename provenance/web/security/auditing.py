"""Whatever is written through the web stands in the audit log: who, what, from which address."""

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.errors import StoreError
from provenance.services import AuditLine, record_write, recording
from provenance.web.security.gate import OWN, SAFE
from provenance.web.security.limits import is_under
from provenance.web.security.refusals import Refusal
from provenance.web.security.viewers import actor_of

if TYPE_CHECKING:
    from provenance.web.options import DeskOptions

TOLD_BY_SERVICES = (*OWN, "/accounts", "/keys")
"""What is done there has lines of its own kinds."""


class Audit:
    """What is stored is stored with its line. Where nothing was, the line is written after what was asked was done, and
    before that is told."""

    def __init__(self, app: ASGIApp, *, options: "DeskOptions") -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in SAFE or _is_told(scope["path"]):
            await self._app(scope, receive, send)
            return
        refusal: Refusal | None = None

        async def recorded(message: Message) -> None:
            nonlocal refusal
            if message["type"] == "http.response.start" and message["status"] < 400:
                refusal = await self._record(line)
                if refusal is not None:
                    await refusal(scope, receive, send)
            if refusal is None:
                await send(message)

        with recording(f"{scope['method']} {scope['path']}", lambda: actor_of(scope)) as line:
            await self._app(scope, receive, recorded)

    async def _record(self, line: AuditLine) -> Refusal | None:
        """None where the line was written."""
        if line.written:
            return None
        try:
            await run_in_threadpool(record_write, self._options.settings, self._options.clock(), line)
        except StoreError as error:
            message = f"What was asked was done, but could not be written into the audit log: {error}"
            return Refusal(status=503, title="The store cannot be reached", message=message)
        return None


def _is_told(path: str) -> bool:
    return any(is_under(path, start) for start in TOLD_BY_SERVICES)
