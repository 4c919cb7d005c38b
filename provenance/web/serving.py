"""The server under the desk."""

import uvicorn

from provenance.web.application import make_desk
from provenance.web.options import DeskOptions


def run_desk(options: DeskOptions) -> None:
    """Serves until it is told to stop."""
    uvicorn.run(
        make_desk(options),
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )
