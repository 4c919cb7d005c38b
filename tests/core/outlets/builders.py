"""Directories written as their CSV files, with good defaults: a test names only what it is about."""

import csv
import io
from collections.abc import Mapping, Sequence

from provenance.outlets import Directory, parse_directory
from provenance.outlets.tables import COLUMNS

Cells = Mapping[str, str]


def a_table(table: str, rows: Sequence[Cells]) -> str:
    """The file's text; missing cells are empty."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS[table], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def an_outlet(identity: str = "times", name: str = "Example Times", country: str = "XA") -> Cells:
    return {"id": identity, "name": name, "country": country}


def a_name(text: str, outlet: str = "times", **cells: str) -> Cells:
    return {"outlet": outlet, "text": text, "language": "en", "kind": "short", "ambiguity": "unique", **cells}


def a_domain(host: str, outlet: str = "times", **cells: str) -> Cells:
    return {"outlet": outlet, "host": host, "kind": "primary", **cells}


def an_assertion(dimension: str, value: str, outlet: str = "times", **cells: str) -> Cells:
    defaults = {"rater": "watch", "basis": "research", "confidence": "high", **EVIDENCE}
    if cells.get("basis") == "curator_judgement":
        defaults |= {"rater": "curator", "confidence": "low", "evidence_url": "", "evidence_quote": "", "seen": ""}
    return {"outlet": outlet, "dimension": dimension, "value": value, **defaults, **cells}


def a_relation(kind: str, other: str, outlet: str = "times", **cells: str) -> Cells:
    return {"outlet": outlet, "kind": kind, "other": other, **EVIDENCE, **cells}


EVIDENCE = {"evidence_url": "https://example.org/who", "evidence_quote": "it is so", "seen": "2026-11-23"}
RATERS = tuple({"id": rater, "name": rater.title()} for rater in ("watch", "daily", "self", "curator"))


def files(**tables: Sequence[Cells]) -> dict[str, str]:
    """The tables under folder `a`, with one outlet where none is given."""
    rows = {"outlets": [an_outlet()], **tables}
    return {
        "VERSION": "2026.11\n",
        "raters.csv": a_table("raters", RATERS),
        **{f"a/{table}.csv": a_table(table, rows[table]) for table in rows},
    }


def a_directory(**tables: Sequence[Cells]) -> Directory:
    return parse_directory(files(**tables))
