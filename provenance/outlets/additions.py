"""What a newsroom adds to the directory: appended row by row, attributed, taken back by another row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from provenance.outlets.tables import COLUMNS, Row

RETRACTION = "retraction"
TAKES_BACK = "addition"
"""The one column of a retraction: the id of what it takes back."""
ADDITION_COLUMNS: Mapping[str, tuple[str, ...]] = {**COLUMNS, RETRACTION: (TAKES_BACK,)}

Cells = tuple[tuple[str, str], ...]
"""Column and content, in the order of the table's columns; empty cells are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row that somebody wants to add: `place` is where messages say it stands."""

    table: str
    cells: Cells
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One row as it was added; `batch` counts the acts of adding, each of one or many rows."""

    id: int
    batch: int
    table: str
    cells: Cells
    made_by: str
    why: str
    made_at: datetime

    @property
    def takes_back(self) -> int | None:
        """The id of the addition that this one retracts; None for every other kind."""
        return int(dict(self.cells)[TAKES_BACK]) if self.table == RETRACTION else None

    @property
    def row(self) -> NewRow:
        return NewRow(table=self.table, cells=self.cells, place=f"addition {self.id}")


def make_cells(table: str, content: Mapping[str, str]) -> Cells:
    """KeyError for a column that the table does not have."""
    columns = ADDITION_COLUMNS[table]
    strange = set(content) - set(columns)
    if strange:
        raise KeyError(min(strange))
    return tuple((column, content[column].strip()) for column in columns if content.get(column, "").strip())


def read_row(new: NewRow) -> Row:
    """As if it stood in the table's CSV file."""
    held = dict(new.cells)
    return Row(new.place, {column: held.get(column, "") for column in COLUMNS[new.table]})


def retractions(additions: Iterable[Addition]) -> dict[int, Addition]:
    """What was taken back, by id, with the retraction that did it: the latest one that is itself in force."""
    taken: dict[int, Addition] = {}
    for addition in sorted(additions, key=lambda each: each.id, reverse=True):
        target = addition.takes_back
        if target is not None and addition.id not in taken:
            taken.setdefault(target, addition)
    return taken


def in_force(additions: Iterable[Addition]) -> tuple[Addition, ...]:
    """Those that were not taken back, retractions left out, by id."""
    held: Sequence[Addition] = tuple(additions)
    taken = retractions(held)
    ordered = sorted(held, key=lambda each: each.id)
    return tuple(each for each in ordered if each.table != RETRACTION and each.id not in taken)
