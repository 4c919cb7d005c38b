"""`provenance diff`: what a reprint changed."""

from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import colourful, note, piped, width, write
from provenance.cli.options import now_of, settings_of
from provenance.cli.output import write_file
from provenance.cli.reports import OutputOption, PrivateOption, ReportFormatOption
from provenance.services import ReportFormat


def diff(
    context: typer.Context,
    *,
    first: Annotated[
        str, typer.Argument(metavar="A", help="The earlier text: a file, an address, '-', or a stored article's id.")
    ],
    second: Annotated[str, typer.Argument(metavar="B", help="The text made of it, given likewise.")],
    report_format: ReportFormatOption = ReportFormat.TEXT,
    output: OutputOption = None,
    allow_private_network: PrivateOption = False,
) -> None:
    """Shows what a reprint changed in a story: sentences added, dropped and moved, hedges and attribution lost, figures
    and quotations altered. Stores nothing."""
    found = services.diff_articles(
        first,
        second,
        services.ReadOptions(allow_private_network=allow_private_network),
        settings=settings_of(context),
        now=now_of(context),
        stdin=piped(services.LIMIT) if "-" in (first, second) else None,
    )
    if output is None:
        write(services.render_diff(found, report_format, columns=width(), colour=colourful()))
    else:
        write_file(output, services.render_diff(found, report_format))
        note(f"Wrote {output}")


def add_to(app: typer.Typer) -> None:
    wire, reprint = "fixtures/istanbul/01-tass-results.html", "fixtures/istanbul/03-news-pravda-reprint.html"
    app.command(epilog=f"Example: provenance diff {wire} {reprint}")(diff)
