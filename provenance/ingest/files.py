"""Files and folders that are given as articles."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from provenance.errors import EmptyInput, InputTooLarge, UnreadableInput
from provenance.ingest.material import LIMIT, Material, shown, too_large
from provenance.ingest.web_address import site_of

ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml")


def find_articles(locations: Sequence[str]) -> tuple[str, ...]:
    """The locations in their order, each once, folders replaced by the files below them that can be articles, sorted.

    Hidden files and folders are left out, links to folders are not followed. A location that does not exist stays in,
    so that reading it says so. Raises EmptyInput for a folder without articles.
    """
    found: dict[str, None] = {}
    for location in locations:
        found.update(dict.fromkeys(_unfolded(location)))
    return tuple(found)


def _unfolded(location: str) -> tuple[str, ...]:
    if location == "-" or not _is_folder(location):
        return (location,)
    files = sorted(str(path) for path in _files_below(location))
    if not files:
        suffixes = ", ".join(ARTICLE_SUFFIXES)
        raise EmptyInput(f"{shown(location)}: no articles in this folder; they are files that end in {suffixes}")
    return tuple(files)


def _is_folder(location: str) -> bool:
    try:
        return bool(location) and Path(location).is_dir()
    except (OSError, ValueError):  # too long for a path, or with a NUL in it: reading it tells
        return False


def _files_below(folder: str) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = _visible(folders)
        for name in _visible(files):
            path = Path(parent, name)
            if path.suffix.lower() in ARTICLE_SUFFIXES and path.is_file():
                yield path


def _visible(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _refuse(error: OSError) -> None:
    raise UnreadableInput(f"{shown(str(error.filename))}: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it; give yourself the right, or copy it"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"


def read_file(location: str) -> Material:
    """Raises UnreadableInput for what is missing, forbidden or no plain file, InputTooLarge without reading on."""
    name = shown(location)
    with opened(location) as path:
        size = path.stat().st_size
        if size > LIMIT:
            raise InputTooLarge(too_large(name, size))
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise InputTooLarge(too_large(name, None))
    return Material(content=content, name=name, locator=str(path.absolute()))


@contextmanager
def opened(location: str) -> Iterator[Path]:
    """The path of a plain file, for reading: raises UnreadableInput for what is none, and where reading it fails."""
    if not location:
        raise UnreadableInput("an empty name: give the path of a file or a folder, an address, or '-'")
    name = shown(location)
    path = Path(location)
    try:
        _check_kind(path.stat().st_mode, name)
        yield path
    except FileNotFoundError as error:
        raise UnreadableInput(f"{name}: no such file{_hint(location)}") from error
    except OSError as error:
        raise UnreadableInput(f"{name}: {_reason(error)}") from error
    except ValueError as error:
        raise UnreadableInput(f"{name}: cannot be the name of a file") from error


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableInput(f"{name}: a folder, not an article; name a file in it, or ingest the whole folder")
    if not stat.S_ISREG(mode):
        raise UnreadableInput(f"{name}: not a plain file; to read from a pipe give '-' and pipe it to standard input")


def _hint(location: str) -> str:
    host, slash, _ = location.partition("/")
    if site_of(host) and (slash or host.startswith("www.")):
        return f"; to fetch a page write https://{shown(location)}"
    return "; check the path"
