"""`provenance outlets rules`, `check` and `validate`: the directory's rules, a host's owner, the data's form."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import note, write
from provenance.cli.options import FormatOption, OnOption, day_of, now_of, settings_of
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.services import HostRow, RuleRow

RULES: Listing[RuleRow] = Listing(
    noun="rule",
    columns=(
        Column("rule", lambda row: row.id),
        Column("decides", lambda row: row.table),
        Column("answer", lambda row: row.answer),
        Column("words", lambda row: row.words),
        Column("needs", lambda row: "; ".join(" or ".join(group) for group in row.needs), wide=True),
        Column("lacks", lambda row: " or ".join(row.lacks), wide=True),
    ),
    to_dict=lambda row: services.rule_to_dict(row),  # noqa: PLW0108 - loaded when first called
)
HOSTS: Listing[HostRow] = Listing(
    noun="host",
    columns=(
        Column("host", lambda row: row.host),
        Column("what", lambda row: row.verdict),
        Column("outlet", lambda row: row.outlet.id if row.outlet else None),
        Column("why", lambda row: row.words),
        Column("known host", lambda row: row.own, wide=True),
    ),
    to_dict=lambda row: services.host_to_dict(row),  # noqa: PLW0108 - loaded when first called
)


def rules(row_format: FormatOption = RowFormat.TABLE) -> None:
    """Prints the rules by which a label follows from assertions: which count (W), what each says, whether a state
    controls the outlet (A), and the label (L; the first that applies)."""
    RULES.show(services.list_rules(), row_format)


def check(
    context: typer.Context,
    hosts: Annotated[list[str], typer.Argument(metavar="HOST", help="Hosts or addresses; - reads them, a line each.")],
    on: OnOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Says whose a host is at a day: an outlet's own, its mirror, redirect or former host, unknown, or a look-alike of
    one, and why. A look-alike is never taken for the outlet."""
    HOSTS.show(
        services.check_hosts(settings_of(context), now_of(context), _given(hosts), day_of(on, context)), row_format
    )


def _given(hosts: Sequence[str]) -> list[str]:
    given: list[str] = []
    for host in hosts:
        given.extend(line for line in sys.stdin.read().splitlines() if line.strip()) if host == "-" else given.append(
            host
        )
    return given


def validate(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A directory's files; those that ship where not given.")
    ] = None,
) -> None:
    """Checks the directory's files with all packs: prints each mistake with file and line and exits with 1, or counts
    what is there."""
    found = services.validate_directory(folder)
    if found.problems:
        write("\n".join(found.problems))
        note(f"{len(found.problems)} mistakes" if len(found.problems) > 1 else "1 mistake")
        raise typer.Exit(1)
    counts = ", ".join(f"{count} {what}" for what, count in found.counts.items())
    write(f"{found.edition}: {counts}; valid, in {found.seconds:.2f} s")


def add_to(group: typer.Typer) -> None:
    group.command(epilog="Example: provenance outlets rules --format json")(rules)
    group.command(epilog="Example: provenance outlets check rt.com bbc.com.co")(check)
    group.command(epilog="Example: provenance outlets validate provenance/outlets")(validate)
