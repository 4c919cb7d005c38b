"""The edge where lists of outlets come in: CSV, JSON, or the archive of tables that an export makes."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenance.errors import DirectoryError, InputTooLarge, UnreadableInput, UnsupportedFormat
from provenance.ingest.files import read_file
from provenance.ingest.material import LIMIT, shown, size
from provenance.outlets import (
    COLUMNS,
    EVIDENCE,
    MATRIX_COLUMNS,
    PLAIN_COLUMNS,
    NewRow,
    Problems,
    Row,
    cell_as_written,
    make_cells,
    read_csv,
)

LARGEST_TABLE = 5 * LIMIT
_MOST_SHOWN = 8
"""Columns of a header that a message quotes."""
_LONGEST_SHOWN = 40
"""Characters of one of them: longer than the name of any column."""
_PARTS = ("names", "domains", "assertions", "relations")
_Object = Mapping[str, Any]
"""Any: JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletList:
    """What a file holds: rows of our own tables, rows of a plain list, or rows of State Media Monitor's matrix."""

    name: str
    own: tuple[NewRow, ...] = ()
    plain: tuple[Row, ...] = ()
    matrix: tuple[Row, ...] = ()


def read_list(location: str) -> OutletList:
    """By its content. Raises InputError for a file that cannot be read, DirectoryError with file and line for one that
    is wrong, UnsupportedFormat for one of another kind."""
    content, name = read_file(location).content, Path(location).name
    if content.startswith(b"PK"):
        return _archive(name, content)
    text = _decoded(location, content)
    return _json(name, text) if text.lstrip()[:1] in ("{", "[") else _csv(name, text)


def _decoded(location: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableInput(f"{shown(location)}:{line}: not UTF-8; save the list as UTF-8") from error


def _archive(name: str, content: bytes) -> OutletList:
    """A table it does not know is left alone: an export holds what follows from the tables, too."""
    own: list[NewRow] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            there = [table for table in COLUMNS if f"{table}.csv" in archive.namelist()]
            if not there:
                raise UnsupportedFormat(f"{name}: an archive without tables of outlets; give a list as CSV or JSON")
            for table in there:
                if archive.getinfo(f"{table}.csv").file_size > LARGEST_TABLE:
                    raise InputTooLarge(f"{name}/{table}.csv: unpacks to more than {size(LARGEST_TABLE)}")
                text = archive.read(f"{table}.csv").decode("utf-8-sig")
                own += _csv(f"{name}/{table}.csv", text).own
    except (zipfile.BadZipFile, UnicodeDecodeError, RuntimeError) as error:
        raise UnreadableInput(f"{name}: a damaged archive ({error}); export it again") from error
    return OutletList(name=name, own=tuple(own))


def _csv(name: str, text: str) -> OutletList:
    problems = Problems()
    header, rows = read_csv(name, text, problems)
    table = next((table for table, known in COLUMNS.items() if set(header) == set(known)), None)
    is_matrix = set(MATRIX_COLUMNS) <= set(header)
    if table is None and not is_matrix:
        _check_header(name, header)
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    if table is not None:
        return OutletList(name=name, own=tuple(_own_row(table, row) for row in rows))
    return OutletList(name=name, matrix=tuple(rows)) if is_matrix else OutletList(name=name, plain=tuple(rows))


def _check_header(name: str, header: Sequence[str]) -> None:
    """Of a plain list. A file that is none is refused here, not once for each of its lines."""
    strange = [column for column in header if column not in PLAIN_COLUMNS]
    if not strange and {"host", "outlet", "name"} & set(header):
        return
    said = f"unknown column {_cut(strange[0])!r}" if strange else "no column host, outlet or name"
    came = ", ".join(map(_cut, header[:_MOST_SHOWN])) + (", ..." if len(header) > _MOST_SHOWN else "")
    raise DirectoryError(
        f"{name}:1: {said}; the first line of a list names its columns, some of {', '.join(PLAIN_COLUMNS)}; "
        f"here it is {f'{came!r}' if came.strip() else 'empty'}"
    )


def _cut(text: str) -> str:
    """So that a file that is no list is not quoted whole."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _own_row(table: str, row: Row) -> NewRow:
    cells = {column: cell_as_written(content) for column, content in row.cells.items()}
    return NewRow(table=table, cells=make_cells(table, cells), place=row.place)


def _json(name: str, text: str) -> OutletList:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise DirectoryError(f"{name}:{error.lineno}: no JSON ({error.msg}); check this line") from error
    except RecursionError as error:
        raise DirectoryError(f"{name}: nested too deeply; a list holds objects of texts") from error
    if isinstance(document, list):
        return _json_list(name, document)
    if not isinstance(document.get("outlets"), list):
        raise UnsupportedFormat(f"{name}: JSON without a list of outlets; it is what `provenance outlets export` makes")
    raters = [
        _json_row("raters", rater, f"{name}: raters[{place}]")
        for place, rater in enumerate(_array(document.get("raters", []), f"{name}: raters"))
    ]
    contexts = [
        _json_row("contexts", context, f"{name}: contexts[{place}]")
        for place, context in enumerate(_array(document.get("contexts", []), f"{name}: contexts"))
    ]
    return OutletList(name=name, own=(*raters, *_json_outlets(f"{name}: outlets", document["outlets"]), *contexts))


def _json_list(name: str, entries: list[_Object]) -> OutletList:
    """Outlets as the list of outlets gives them, else rows of a plain list."""
    if all(isinstance(entry, dict) and "id" in entry for entry in entries):
        return OutletList(name=name, own=tuple(_json_outlets(f"{name}: ", entries)))
    rows = []
    for place, entry in enumerate(entries):
        cells = _texts(entry, f"{name}: [{place}]")
        strange = sorted(set(cells) - set(PLAIN_COLUMNS))
        if strange:
            raise DirectoryError(f"{name}: [{place}]: unknown key {strange[0]!r}; write {', '.join(PLAIN_COLUMNS)}")
        rows.append(Row(f"{name}: [{place}]", cells))
    return OutletList(name=name, plain=tuple(rows))


def _json_outlets(name: str, outlets: list[_Object]) -> Iterator[NewRow]:
    for place, outlet in enumerate(outlets):
        where = f"{name}[{place}]"
        row = _json_row("outlets", outlet, where)
        yield row
        for part in _PARTS:
            for number, entry in enumerate(_array(outlet.get(part, []), f"{where}.{part}")):
                there = f"{where}.{part}[{number}]"
                yield _json_row(part, {"outlet": dict(row.cells).get("id"), **_object(entry, there)}, there)


def _json_row(table: str, entry: _Object, place: str) -> NewRow:
    evidence = _object(_object(entry, place).get("evidence") or {}, f"{place}.evidence")
    cited = {column: evidence.get(column.removeprefix("evidence_")) for column in EVIDENCE} if evidence else {}
    known = {column: entry.get(column) for column in COLUMNS[table]}
    return NewRow(table=table, cells=make_cells(table, _texts({**known, **cited}, place)), place=place)


def _texts(entry: _Object, place: str) -> dict[str, str]:
    for key, content in _object(entry, place).items():
        if content is not None and not isinstance(content, str):
            raise DirectoryError(f"{place}.{key}: {content!r} is no text; put it in quotation marks")
    return {key: content.strip() for key, content in entry.items() if content is not None}


def _object(entry: object, place: str) -> _Object:
    if not isinstance(entry, dict):
        raise DirectoryError(f"{place}: no object; write one with the columns as keys")
    return entry


def _array(entry: object, place: str) -> list[_Object]:
    if not isinstance(entry, list):
        raise DirectoryError(f"{place}: no array; write one with an object for each row")
    return entry
