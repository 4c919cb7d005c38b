"""`provenance outlets export`: the directory in the forms that others read."""

import io
import json
import zipfile
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from provenance import services
from provenance.cli.console import escaped, note, write
from provenance.cli.options import OnOption, day_of, now_of, one_of, settings_of
from provenance.cli.output import write_file
from provenance.errors import InvalidOption
from provenance.services import Table, csv_text

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day of every file in the archive, so that the same directory gives the same bytes."""


class ExportFormat(StrEnum):
    CSV = "csv"
    JSON = "json"
    FTM = "ftm"
    JSON_LD = "jsonld"


def export(
    context: typer.Context,
    *,
    export_format: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            **one_of(ExportFormat, "--format"),
            help="JSON with everything; CSV tables in one ZIP archive; statements of followthemoney, a line each; "
            "JSON-LD of schema.org.",
        ),
    ] = ExportFormat.JSON,
    on: OnOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it here, not to standard output.")
    ] = None,
) -> None:
    """Writes the directory of this store with all that was added to it. CSV is an archive, and needs --output. What
    comes out as JSON or CSV goes in again with `provenance outlets import`."""
    arguments = settings_of(context), now_of(context), day_of(on, context)
    match export_format:
        case ExportFormat.CSV:
            if output is None:
                raise InvalidOption("--format csv: several tables in one ZIP archive; name its file with --output")
            made: str | bytes = _archive(services.export_tables(*arguments))
        case ExportFormat.FTM:
            made = _lines(services.export_statements(*arguments))
        case ExportFormat.JSON_LD:
            made = _document(services.export_linked_data(*arguments))
        case ExportFormat.JSON:
            made = _document(services.export_document(*arguments))
    if output is not None:
        write_file(output, made)
        note(f"Wrote {output}")
    elif isinstance(made, str):
        write(made)


def _document(content: Any) -> str:
    """Any: JSON."""
    return escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _lines(content: Iterable[Any]) -> str:
    """Any: JSON."""
    return "".join(escaped(json.dumps(line, ensure_ascii=False)) + "\n" for line in content)


def _archive(tables: Iterable[Table]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            entry = zipfile.ZipInfo(f"{table.name}.csv", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, csv_text(table.columns, table.rows))
    return target.getvalue()


def add_to(group: typer.Typer) -> None:
    group.command(epilog="Example: provenance outlets export --format jsonld --on 2025-06-02")(export)
