"""The server under the desk."""

import signal
from collections.abc import Callable
from socket import socket
from typing import NoReturn

import uvicorn

from provenance.errors import InvalidOption
from provenance.services import has_accounts, keep_connections, warm_up
from provenance.web.application import make_desk
from provenance.web.options import DeskOptions
from provenance.web.security.limits import KIB
from provenance.web.security.patience import PatientProtocol

CONNECTIONS = 500
"""Held open at once; who comes beyond that is told to come again."""

HEADERS = 32 * KIB
"""Bytes that the first lines of a request may have."""

KEPT_ALIVE = 15
"""Seconds that a connection is kept open with nothing asked."""


class Announcing(uvicorn.Server):
    """Says when it answers."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


def run_desk(options: DeskOptions, announce: Callable[[], None]) -> None:
    """Serves until it is told to stop; `announce` is called when it answers. Raises InvalidOption where accounts are
    wanted and there is none."""
    check_accounts(options)
    config = serving_options(options)
    warm_up(options.settings, options.clock())
    signal.signal(signal.SIGTERM, _end)
    with keep_connections():
        Announcing(config, announce).run()


def _end(number: int, _: object) -> NoReturn:
    """The server raises the signal that stopped it once more when it is done, which by itself would end the process
    there and then, with the store's connections open."""
    raise SystemExit(128 + number)


def serving_options(options: DeskOptions) -> uvicorn.Config:
    """What a client sends about itself, such as X-Forwarded-For, is left to the desk (`security.gate`)."""
    app = make_desk(options)
    app.state.showing.compile()
    return uvicorn.Config(
        app,
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        ws="none",
        http=PatientProtocol,
        h11_max_incomplete_event_size=HEADERS,
        timeout_keep_alive=KEPT_ALIVE,
        limit_concurrency=CONNECTIONS,
    )


def check_accounts(options: DeskOptions) -> None:
    if options.needs_accounts and not has_accounts(options.settings, options.clock()):
        raise InvalidOption(
            f"--host {options.host}: others can reach this desk, so everybody needs an account, and there is none. "
            "Make one first: `provenance users add NAME --role admin`; or open the desk for this machine alone"
        )
