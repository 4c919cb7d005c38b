"""Rows as comma-separated values, with nothing in them that steers a terminal or runs in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from provenance.outlets import inert_cell

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Control characters, and marks that reverse the direction of writing; line breaks and tabs are not among them."""


def harmless(text: str) -> str:
    """The text without what would steer the reader's terminal."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Comma-separated values after RFC 4180, with a header; line breaks are the writer's own."""
    target = io.StringIO()
    lines = csv.writer(target, lineterminator="\n")
    lines.writerow(header)
    lines.writerows(map(_cell, row) for row in rows)
    return target.getvalue()


def _cell(value: object) -> str:
    """No spreadsheet runs it. A number stays one. Line breaks become one kind."""
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    return inert_cell(harmless(str(value).replace("\r\n", "\n").replace("\r", "\n")))
