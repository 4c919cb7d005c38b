"""`provenance outlets import`: lists that others made."""

from typing import Annotated

import typer

from provenance import services
from provenance.cli.assertions import ByOption, WhyOption, change_in_short
from provenance.cli.console import note
from provenance.cli.options import FormatOption, OnOption, day_of, now_of, settings_of
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.services import Authorship, Imported, ImportOptions, ImportRow


def import_(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="CSV, JSON, or the archive that `provenance outlets export` makes.")
    ],
    by: ByOption,
    why: WhyOption,
    rater: Annotated[
        str | None,
        typer.Option("--rater", metavar="ID|NAME", help="Whose word the list is; yours where neither says it."),
    ] = None,
    asserted: Annotated[
        str | None,
        typer.Option("--asserted", metavar="DATE", help="When the list was made, or its edition: YYYY; today if not."),
    ] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="URL", help="Where the list stands, for rows that cite nothing.")
    ] = None,
    skip_conflicts: Annotated[
        bool, typer.Option("--skip-conflicts", help="Leave out rows that conflict, and import the rest.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would become of each row; write nothing.")] = (
        False
    ),
    on: OnOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Merges a list of outlets into the directory of this store, by host: what it says of known outlets is added to
    them, unknown ones are new. All of it goes in, or nothing does."""
    options = ImportOptions(rater=rater, asserted=asserted, evidence_url=evidence, skip_conflicts=skip_conflicts)
    run = services.plan_import if dry_run else services.import_list
    imported = run(
        settings_of(context), now_of(context), file, options, Authorship(made_by=by, why=why), day_of(on, context)
    )
    ROWS.show(services.import_rows(imported), row_format)
    _summarise(imported, dry_run=dry_run)


ROWS: Listing[ImportRow] = Listing(
    noun="row",
    columns=(
        Column("row", lambda row: row.planned.place),
        Column("fate", lambda row: row.planned.fate),
        Column("outlet", lambda row: row.planned.outlet),
        Column("what", lambda row: row.planned.what),
        Column("changes", lambda row: change_in_short(row.change) if row.change else None),
    ),
    to_dict=lambda row: services.import_row_to_dict(row),  # noqa: PLW0108 - loaded when first called
)


def _summarise(imported: Imported, *, dry_run: bool) -> None:
    fates = [row.fate for row in imported.planned]
    counts = ", ".join(f"{fates.count(fate)} {fate}" for fate in dict.fromkeys(sorted(fates)))
    changed = sum(change.is_one for change in imported.changes)
    note(f"{counts or 'nothing in it'}; classifications changed: {changed}")
    if dry_run:
        note("Nothing was written.")
    elif imported.additions:
        first, last, batch = imported.additions[0].id, imported.additions[-1].id, imported.additions[0].batch
        note(f"Added additions {first} to {last} (batch {batch}).")
    else:
        note("Nothing to add.")


def add_to(group: typer.Typer) -> None:
    group.command(
        "import",
        epilog="Example: provenance outlets import fixtures/outlets/list.csv --by 'Kyiv desk' --why 'our own list' "
        "--dry-run",
    )(import_)
