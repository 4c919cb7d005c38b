"""The server under the desk."""

import uvicorn

from provenance.services import warm_up
from provenance.web.application import make_desk
from provenance.web.options import DeskOptions


def run_desk(options: DeskOptions) -> None:
    """Serves until it is told to stop."""
    app = make_desk(options)
    app.state.showing.compile()
    warm_up()
    uvicorn.run(
        app,
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )
