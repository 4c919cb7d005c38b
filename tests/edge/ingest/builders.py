"""Directories, pages and readings for the tests of ingest."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import provenance.outlets
from provenance.ingest import ReadOptions, read_article
from provenance.model import Article
from provenance.outlets import Directory, parse_directory

TODAY = date(2026, 1, 1)
FIXTURES = Path(__file__).parents[3] / "fixtures"

PROSE = (
    "The second round of the talks ended on Monday after a little over an hour, the minister said. "
    "He added that the delegations had agreed to meet again."
)

EMPTY_TABLES = {
    "assertions": "outlet,dimension,value,scope,since,until,rater,asserted,basis,confidence,"
    "evidence_url,evidence_title,evidence_quote,seen,note\n",
    "relations": "outlet,kind,other,share,since,until,evidence_url,evidence_title,evidence_quote,seen,note\n",
    "raters": "id,name,url,licence,note\n",
}

OUTLETS = {
    "tass": ("TASS", "tass.com"),
    "ukrainska-pravda": ("Ukrainska Pravda", "pravda.com.ua"),
    "pravda-ru": ("Pravda", "pravda.ru"),
    "pravda-sk": ("Pravda", "pravda.sk"),
}


def a_directory(outlets: dict[str, tuple[str, str]] | None = None) -> Directory:
    """Id -> name and domain."""
    known = sorted((OUTLETS if outlets is None else outlets).items())
    tables = {
        "outlets": "id,name,country\n" + "".join(f"{key},{name},RU\n" for key, (name, _) in known),
        "names": "outlet,text,language,kind,ambiguity,since,until\n"
        + "".join(f"{key},{name},en,official,needs_context,,\n" for key, (name, _) in known),
        "domains": "outlet,host,kind,since,until\n" + "".join(f"{key},{host},primary,,\n" for key, (_, host) in known),
        **EMPTY_TABLES,
    }
    top = {"raters.csv": tables.pop("raters"), "VERSION": "test"}
    return parse_directory({**top, **{f"a/{name}.csv": text for name, text in tables.items()}})


def packaged_directory() -> Directory:
    """The one that ships."""
    folder = Path(provenance.outlets.__file__).parent / "data"
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return parse_directory({path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths})


def read(
    location: object, *, stdin: bytes | None = None, directory: Directory | None = None, **options: Any
) -> Article:
    return read_article(str(location), ReadOptions(**options), directory or a_directory(), stdin, today=TODAY)


def a_file(folder: Path, content: bytes | str = PROSE, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def a_page(body: str = f"<p>{PROSE}</p>", head: str = "", linked: object = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}{script}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>"
    )
