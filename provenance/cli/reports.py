"""`provenance report` and `provenance ingest`: articles in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import colourful, note, piped, progress, width, write
from provenance.cli.options import now_of, one_of, parse_day, settings_of
from provenance.cli.output import write_file
from provenance.errors import InvalidOption
from provenance.services import Ingested, Outcome, ReportFormat

OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="ID|NAME", help="Who published it, whatever the page says.")
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="The day it was published, YYYY-MM-DD.")
]
TitleOption = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")]
UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")]
LanguageOption = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Its language, as in 'en'.")]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private-network", help="Fetch from this machine and private networks, too.")
]

ReportFormatOption = Annotated[
    ReportFormat, typer.Option("--format", **one_of(ReportFormat, "--format"), help="How it comes out.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write it here, not to standard output.")
]


def report(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A file, an address, '-', or a stored article's id or address.")
    ],
    report_format: ReportFormatOption = ReportFormat.TEXT,
    output: OutputOption = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Compare with what is stored, store nothing.")] = False,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    language: LanguageOption = None,
    allow_private_network: PrivateOption = False,
) -> None:
    """Reads an article, stores it and shows its report. What is stored already, by id or address, is reported as it was
    read, without a request."""
    made = services.report_article(
        article,
        services.ReadOptions(
            outlet=outlet,
            published=parse_day(published, "--published"),
            title=title,
            url=url,
            language=language,
            allow_private_network=allow_private_network,
        ),
        settings=settings_of(context),
        now=now_of(context),
        keep=not no_store,
        stdin=piped(services.LIMIT) if article == "-" else None,
    )
    if output is None:
        write(services.render_report(made, report_format, columns=width(), colour=colourful()))
    else:
        write_file(output, services.render_report(made, report_format))
        note(f"Wrote {output}")


def ingest(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help="Files, folders, addresses, or '-'; a .jsonl holds one a line."),
    ],
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    language: LanguageOption = None,
    allow_private_network: PrivateOption = False,
) -> None:
    """Reads and stores articles, whole folders of them too, and files that end in .jsonl with one article a line. One
    that cannot be read does not stop the others."""
    options = services.ReadOptions(
        outlet=outlet,
        published=parse_day(published, "--published"),
        title=title,
        url=url,
        language=language,
        allow_private_network=allow_private_network,
    )
    locations = services.find_articles(articles)
    lines = any(map(services.holds_many, locations))
    if (lines or len(locations) > 1) and (title or url):
        raise InvalidOption("--title and --url: they belong to one article, and here are several")
    results = services.ingest_articles(
        locations,
        options,
        settings=settings_of(context),
        now=now_of(context),
        stdin=piped(services.LIMIT) if "-" in locations else None,
    )
    done: list[Ingested] = []
    with services.keep_connections(), progress("Reading", None if lines else len(locations)) as advance:
        for result in results:
            done.append(advance(result))
            services.settle_in()
    _summarise(done)


def _summarise(done: Sequence[Ingested]) -> None:
    """One line for each that failed, and one for all. Leaves with 1 where one failed."""
    failed = [result for result in done if result.error]
    for result in failed:
        note(f"provenance: {result.error}")
    counts = [(outcome, sum(result.outcome is outcome for result in done)) for outcome in Outcome]
    note(", ".join(f"{count} {outcome}" for outcome, count in counts if count or outcome is Outcome.NEW))
    if failed:
        raise typer.Exit(1)


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: provenance report fixtures/istanbul/06-pravda-ru.html --format markdown")(report)
    app.command(epilog="Example: provenance ingest fixtures/istanbul")(ingest)
