"""Rows as a table, as JSON, as CSV."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from provenance.cli.console import colourful, escaped, note, width, write
from provenance.services import csv_text, harmless

Row = TypeVar("Row")


class RowFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """`wide` columns stand in CSV alone; `told` is what a table shows where it is something else, and `width` how many
    characters it gives it, whatever room there is; None where what is left is shared out."""

    name: str
    value: Callable[[Row], object]
    wide: bool = False
    told: Callable[[Row], object] | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """How one kind of row is shown: its columns, and its whole value for JSON. Any: JSON holds every kind of value."""

    noun: str
    columns: Sequence[Column[Row]]
    to_dict: Callable[[Row], Mapping[str, Any]]

    def show(self, rows: Sequence[Row], row_format: RowFormat) -> None:
        """Writes the rows; how many they are goes to standard error."""
        write(_RENDERERS[row_format](self, rows))
        note(f"{len(rows)} {self.noun}" if len(rows) == 1 else f"{len(rows)} {self.noun}s")


def render_json(listing: Listing[Row], rows: Sequence[Row]) -> str:
    return escaped(json.dumps([listing.to_dict(row) for row in rows], ensure_ascii=False, indent=2))


def render_csv(listing: Listing[Row], rows: Sequence[Row]) -> str:
    columns = listing.columns
    return csv_text([column.name for column in columns], ([column.value(row) for column in columns] for row in rows))


def render_table(listing: Listing[Row], rows: Sequence[Row]) -> str:
    from rich.console import Console  # noqa: PLC0415 - CSV and JSON start without it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    columns = [column for column in listing.columns if not column.wide]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.name, overflow="fold", width=column.width)
    for row in rows:
        table.add_row(*(Text(harmless(_shown((column.told or column.value)(row)))) for column in columns))
    target = io.StringIO()
    console = Console(file=target, width=width(), force_terminal=colourful(), no_color=not colourful())
    console.print(table)
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines()) if not colourful() else target.getvalue()


def _shown(value: object) -> str:
    return "-" if value is None or value == "" else str(value)


# Any: a listing of every kind of row passes through.
_RENDERERS: Mapping[RowFormat, Callable[[Listing[Any], Sequence[Any]], str]] = {
    RowFormat.TABLE: render_table,
    RowFormat.JSON: render_json,
    RowFormat.CSV: render_csv,
}
