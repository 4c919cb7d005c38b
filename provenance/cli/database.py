"""`provenance db`: the database itself."""

import typer

from provenance import services
from provenance.cli.console import look_again, note, write
from provenance.cli.options import COMMAND_SETTINGS, now_of, settings_of

group = typer.Typer(
    epilog="Example: provenance db check",
    context_settings=COMMAND_SETTINGS,
    no_args_is_help=True,
    rich_markup_mode=None,
)


@group.command(epilog="Example: provenance db upgrade")
def upgrade(context: typer.Context) -> None:
    """Makes the database's tables, or brings them up to this version, and looks again at the claims that this version
    analyses otherwise. That takes a while in a large store; it may be stopped, and the next upgrade goes on there. An
    SQLite file is upgraded on first use, and its claims are looked at by the first list."""
    state, compared = services.upgrade_database(settings_of(context), now_of(context))
    renewed = f"; {compared} claims held against one another anew" if compared else ""
    note(f"{state.location}: {state.engine}, at revision {state.current}{renewed}")
    looked = look_again(settings_of(context), now_of(context))
    if looked:
        note(f"{state.location}: {looked} claims looked at again")


@group.command(epilog="Example: provenance db check")
def check(context: typer.Context) -> None:
    """Says whether the database can be used by this version; exits with 1 where it cannot."""
    state = services.check_database(settings_of(context), now_of(context))
    if state.current is None:
        write(f"{state.location}: {state.engine}, nothing stored yet; it will be made on first use")
    else:
        write(f"{state.location}: {state.engine}, at revision {state.current}, up to date")


@group.command(epilog="Example: provenance db path")
def path(context: typer.Context) -> None:
    """Prints where the database is, without its password."""
    write(services.database_path(settings_of(context)))


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="db", help="The database itself: make it, check it, find it.")
