"""`provenance serve`: the desk in a browser."""

from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import note
from provenance.cli.options import now_of, settings_of

DEFAULT_PORT = 8000

OLDER = "The store was made by an older version: it is brought up to date before the desk opens, which may take minutes"


def serve(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")] = DEFAULT_PORT,
    public_url: Annotated[
        str | None,
        typer.Option("--public-url", metavar="URL", help="Where people find it behind a reverse proxy: https://..."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further host name it may be asked under; may be repeated."),
    ] = None,
    trust_forwarded: Annotated[
        bool,
        typer.Option(
            "--trust-forwarded",
            help="Believes the proxy's X-Forwarded-For: give it only where no request comes past the proxy.",
        ),
    ] = False,
    accounts: Annotated[bool, typer.Option("--accounts", help="Asks for an account on this machine too.")] = False,
) -> None:
    """Opens the desk: a web application, for this machine alone unless another address is given. Ctrl-C ends it.

    On this machine nobody needs an account. On any other address, under another name and behind a proxy everybody
    does: make one first (`provenance users add`). The desk speaks http; for https put a reverse proxy before it."""
    from provenance import web  # noqa: PLC0415 - no other command needs a web server

    options = web.DeskOptions(
        settings=settings_of(context),
        host=host,
        port=port,
        public_url=public_url,
        names=tuple(name or ()),
        trust_forwarded=trust_forwarded,
        accounts=accounts,
        reading=True,
    )
    services.make_current(options.settings, now_of(context), lambda: note(OLDER))
    web.check_accounts(options)
    place = public_url or f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    if options.has_safe_cookies and not options.is_https:
        note(
            "It speaks http alone, and a browser signs in over https alone: put a reverse proxy before it, and give "
            "its address as --public-url https://..."
        )
    web.run_desk(options, lambda: note(f"The desk is open at {place} (Ctrl-C closes it)"))


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: provenance serve --port 8001")(serve)
