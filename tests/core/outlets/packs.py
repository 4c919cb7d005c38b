"""A pack written as its files, with good defaults: a test names only what it is about."""

import csv
import io
import json
from collections.abc import Mapping

LISTS = {
    "platforms.txt": "facebook.com\nblogspot.com\n",
    "common_words.txt": "daily\nnews\nradio\nthe\ntoday\ntrend\n",
    "added_words.txt": "agency\nnews\nonline\nworld\n",
}
MATRIX = ("Region", "Country", "Media company", "Main assets", "URL", "Typology", "Status", "Notes")


def a_medium(name: str, url: str, code: str = "SC", **cells: str) -> Mapping[str, str]:
    """A row of the State Media Matrix; the company bears the medium's name unless one is given."""
    return {"Country": "Utopia", "Media company": name, "Main assets": name, "URL": url, "Typology": code, **cells}


def a_matrix(*rows: Mapping[str, str], **manifest: str) -> dict[str, str]:
    """The files of the pack `list` below the folder of packs."""
    target = io.StringIO()
    writer = csv.DictWriter(target, MATRIX, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return {
        "list/pack.toml": a_manifest("state_media_matrix", "list.csv", **manifest),
        "list/list.csv": target.getvalue(),
        "list/countries.csv": "name,code\nUtopia,XA\n",
    }


def a_community(*rows: Mapping[str, str]) -> dict[str, str]:
    lines = "\n".join(json.dumps(row) for row in rows)
    return {"list/pack.toml": a_manifest("perennial_sources", "list.jsonl"), "list/list.jsonl": lines}


def a_manifest(form: str, file: str, **cells: str) -> str:
    texts = {
        "id": "list",
        "name": "The List",
        "edition": "2023",
        "format": form,
        "file": file,
        "source": "https://example.org/list",
        "licence": "MIT",
        "credit": "Listers",
    } | cells
    lines = [f'{key} = "{text}"' for key, text in texts.items()]
    rater = ["[rater]", 'id = "lister"', 'name = "Lister"', 'url = "https://example.org/list"']
    return "\n".join([*lines, "seen = 2026-11-23", "default = true", 'left_out = ["parliament.example"]', *rater])
