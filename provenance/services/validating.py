"""Whether a directory's files are as they must be."""

import time
from collections.abc import Mapping
from pathlib import Path

from provenance.errors import DirectoryError, UnreadableInput
from provenance.outlets import Directory, parse_directory
from provenance.services.resources import packaged_texts
from provenance.services.values.outlets import Validation

_KINDS = frozenset({".csv", ".toml", ".jsonl", ".txt", ""})


def validate_directory(folder: Path | None) -> Validation:
    """The shipped directory with all its packs, or a folder of the same form: with `data` and `packs` below it, or one
    that holds what `data` does. Raises UnreadableInput where there is no such folder."""
    try:
        data, packs = _shipped() if folder is None else _given(folder)
        started = time.perf_counter()
        ids = sorted({name.partition("/")[0] for name in packs if name.endswith("/pack.toml")})
        directory = parse_directory(data, packs, ids)
    except DirectoryError as error:
        return Validation(problems=tuple(str(error).splitlines()))
    seconds = time.perf_counter() - started
    return Validation(problems=(), edition=directory.edition, counts=_counts(directory), seconds=seconds)


def _shipped() -> tuple[dict[str, str], dict[str, str]]:
    return packaged_texts("provenance.outlets", "data"), packaged_texts("provenance.outlets", "packs")


def _given(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    if not folder.is_dir():
        raise UnreadableInput(f"{folder}: no such folder; give one with the files of a directory")
    return _texts(folder / "data" if (folder / "data").is_dir() else folder), _texts(folder / "packs")


def _texts(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in _KINDS):
        name = path.relative_to(folder).as_posix()
        try:
            found[name] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise DirectoryError(f"{name}:{line}: no UTF-8 text; save the file as UTF-8") from error
    return found


def _counts(directory: Directory) -> Mapping[str, int]:
    outlets = directory.outlets.values()
    return {
        "outlets": len(outlets),
        "names": sum(len(outlet.names) for outlet in outlets),
        "domains": sum(len(outlet.domains) for outlet in outlets),
        "assertions": sum(len(outlet.assertions) for outlet in outlets),
        "relations": sum(len(outlet.relations) for outlet in outlets),
        "raters": len(directory.raters),
        "packs": len(directory.packs),
    }
