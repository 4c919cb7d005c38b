"""`provenance serve`: the desk in a browser."""

from typing import Annotated

import typer

from provenance.cli.console import note
from provenance.cli.options import settings_of

DEFAULT_PORT = 8000


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")] = DEFAULT_PORT,
) -> None:
    """Opens the desk: a web application, for this machine alone unless another address is given. Ctrl-C ends it."""
    from provenance import web  # noqa: PLC0415 - no other command needs a web server

    options = web.DeskOptions(settings=settings_of(context), host=host, port=port)
    note(f"The desk is open at http://{host}:{port}/ (Ctrl-C closes it)")
    web.run_desk(options)


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: provenance serve --port 8001")(serve)
