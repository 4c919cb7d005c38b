"""The directory as it ships: the core, or the core with packs."""

from functools import cache
from pathlib import Path

import provenance.outlets
from provenance.outlets import Directory, parse_directory

HOME = Path(provenance.outlets.__file__).parent


def texts(folder: str) -> dict[str, str]:
    """The files below `data` or `packs`, by their path there."""
    below = HOME / folder
    return {
        path.relative_to(below).as_posix(): path.read_text(encoding="utf-8")
        for path in below.rglob("*")
        if path.is_file()
    }


@cache
def core() -> Directory:
    return parse_directory(texts("data"))


@cache
def with_packs(*chosen: str) -> Directory:
    """Those that are on by default where none is chosen."""
    return parse_directory(texts("data"), texts("packs"), chosen or None)
