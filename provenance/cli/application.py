"""The command `provenance`: its subcommands, and the one place where errors end."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import Annotated

import typer

import provenance
from provenance.cli import comparisons, database, decisions, differences, listings, outlets, reports, serving
from provenance.cli.console import exit_status, note
from provenance.cli.options import COMMAND_SETTINGS, Chosen
from provenance.errors import ProvenanceError
from provenance.settings import read_settings

app = typer.Typer(
    name="provenance",
    help="Which claims an article makes, who says so, through which outlet, and how many independent witnesses there "
    "are. Nothing here says that a claim is true or false.",
    epilog="Example: provenance report fixtures/istanbul/06-pravda-ru.html",
    context_settings=COMMAND_SETTINGS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"provenance {provenance.__version__}")  # noqa: T201 - the result of --version
        raise typer.Exit


@app.callback()
def choose(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="PATH|URL",
            help="The database: a file, or an SQLAlchemy URL. Else PROVENANCE_DATABASE_URL, else a file in your data "
            "directory.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Prints the version.")
    ] = False,
) -> None:
    """Keeps what holds for every command."""
    context.obj = Chosen(settings=read_settings(database=db), now=datetime.now(UTC))


reports.add_to(app)
differences.add_to(app)
comparisons.add_to(app)
listings.add_to(app)
decisions.add_to(app)
outlets.add_to(app)
database.add_to(app)
serving.add_to(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 1 after a failure, 2 after wrong use. No traceback for anything
    that a user can meet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(args=arguments, prog_name="provenance")
    except SystemExit as left:  # the way every command of Typer ends
        return int(left.code or 0)
    except ProvenanceError as error:
        for line in str(error).splitlines():
            note(f"provenance: {line}")
        return exit_status(error)
    except OSError as error:
        return _end_of_output(error)
    return 0


def _end_of_output(error: OSError) -> int:
    """Standard output broke: the disk it goes to is full, or the like. What is left in its buffer goes nowhere."""
    note(f"provenance: standard output: {error.strerror or error}")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
