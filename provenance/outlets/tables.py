"""Reading the directory's CSV files into rows that remember where they stood."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from provenance.model import Day, Interval

EVIDENCE = ("evidence_url", "evidence_title", "evidence_quote", "seen")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "outlets": ("id", "name", "country"),
    "names": ("outlet", "text", "language", "kind", "ambiguity", "since", "until"),
    "domains": ("outlet", "host", "kind", "since", "until"),
    "assertions": (
        *("outlet", "dimension", "value", "scope", "since", "until"),
        *("rater", "asserted", "basis", "confidence", *EVIDENCE, "note"),
    ),
    "relations": ("outlet", "kind", "other", "share", "since", "until", *EVIDENCE, "note"),
    "raters": ("id", "name", "url", "licence", "note"),
    "contexts": ("outlet", "text", "near", "away"),
}


@dataclass(slots=True)
class Problems:
    """What is wrong, a line each; filled while reading so that an editor sees all of it at once."""

    lines: list[str] = field(default_factory=list)

    def add(self, place: str, what: str, remedy: str) -> None:
        self.lines.append(f"{place}: {what}; {remedy}")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its place ("a/names.csv:17") and its cells by column, stripped."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def optional(self, column: str) -> str | None:
        return self.cells[column] or None

    def interval(self, problems: Problems) -> Interval:
        since, until = self.day("since", problems), self.day("until", problems)
        if since and until and since.first > until.last:
            problems.add(self.place, f"it ends ({until.text}) before it begins ({since.text})", "swap the two days")
        return Interval(since, until)

    def day(self, column: str, problems: Problems) -> Day | None:
        text = self.cells[column]
        try:
            return _day(text) if text else None
        except ValueError:
            problems.add(self.place, f"{column} is no date: {text!r}", "write YYYY, YYYY-MM or YYYY-MM-DD")
            return None


@cache
def _day(text: str) -> Day:
    return Day(text)


def read_tables(files: Mapping[str, str], problems: Problems) -> dict[str, list[Row]]:
    """Table name -> its rows from all folders, in the order of file names. Files that are no CSV are left alone."""
    tables: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for name in sorted(files):
        table = name.rpartition("/")[2].removesuffix(".csv")
        if not name.endswith(".csv"):
            continue
        if table not in COLUMNS:
            problems.add(f"{name}:1", "no such table", f"name it one of {', '.join(COLUMNS)}")
            continue
        tables[table].extend(_rows(name, table, files[name], problems))
    return tables


def _rows(name: str, table: str, text: str, problems: Problems) -> Iterator[Row]:
    header, rows = read_csv(name, text, problems)
    if _is_header(f"{name}:1", header, COLUMNS[table], problems):
        yield from rows


def read_csv(name: str, text: str, problems: Problems) -> tuple[tuple[str, ...], list[Row]]:
    """The header, and a row for each record that has as many cells; the places are `name` and the line."""
    reader = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True)
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    line = 1
    try:
        header = tuple(next(reader, ()))
        line = reader.line_num + 1
        for record in reader:
            place = f"{name}:{line}"
            line = reader.line_num + 1
            if len(record) == len(header):
                rows.append(Row(place, dict(zip(header, map(str.strip, record), strict=True))))
            elif record:
                problems.add(place, f"{len(record)} cells for {len(header)} columns", "quote cells that hold a comma")
    except csv.Error as error:
        problems.add(f"{name}:{line}", f"no CSV ({error})", "check the quotation marks of this row")
    return header, rows


def _is_header(place: str, header: tuple[str, ...], expected: tuple[str, ...], problems: Problems) -> bool:
    for column in header:
        if column not in expected:
            problems.add(place, f"unknown column {column!r}", f"the columns are {', '.join(expected)}")
    for column in expected:
        if column not in header:
            problems.add(place, f"column {column!r} is missing", f"the columns are {', '.join(expected)}")
    if len(header) != len(set(header)):
        problems.add(place, "a column stands twice", "remove one of the two")
    return sorted(header) == sorted(expected)
