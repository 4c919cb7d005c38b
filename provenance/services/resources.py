"""What the package ships as files: read once, when first asked for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from provenance.outlets import Directory, parse_directory
from provenance.settings import read_packs


def packaged_texts(package: str, folder: str) -> dict[str, str]:
    """Every file of a folder inside a package, by its path below that folder."""
    return dict(_texts(files(package) / folder, ""))


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _texts(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_text(encoding="utf-8")))
    return found


def load_directory() -> Directory:
    """The packaged directory of outlets with the packs that are asked for. Raises DirectoryError with file and line."""
    return _load(read_packs())


def read_directory(packs: tuple[str, ...] | None) -> Directory:
    """From the files, with the packs named; None for those that are on by default."""
    home = "provenance.outlets"
    data, lists = packaged_texts(home, "data"), packaged_texts(home, "packs")
    with _no_search_for_garbage():
        return parse_directory(data, lists, packs)


_load = cache(read_directory)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Where many small values are made and all are kept, looking for garbage among them takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
