"""The directory in force: the shipped one with what the store at hand adds to it."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import DirectoryError
from provenance.outlets import Addition, Directory, in_force, with_rows
from provenance.services.resources import load_directory
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage import Store


def directory_of(store: "Store") -> Directory:
    """Raises DirectoryError where an addition no longer fits what is shipped, and says how to take it back."""
    return directory_with(store.additions())


def directory_with(additions: Iterable[Addition]) -> Directory:
    """The shipped directory itself where nothing is in force."""
    held = in_force(additions)
    return _with_additions(held) if held else load_directory()


def directory_in_force(settings: Settings, now: datetime) -> Directory:
    """Of the store that the settings name; the shipped one where nobody has made it yet."""
    if "://" not in settings.database and not Path(settings.database).expanduser().exists():
        return load_directory()
    from provenance.services.opening import open_to_read  # noqa: PLC0415 - without a store the database is not loaded

    with open_to_read(settings, now) as store:
        return directory_of(store)


@lru_cache(maxsize=4)
def _with_additions(additions: tuple[Addition, ...]) -> Directory:
    try:
        return with_rows(load_directory(), [addition.row for addition in additions])
    except DirectoryError as error:
        remedy = "what no longer fits is taken back with `provenance outlets retract ID`"
        raise DirectoryError(f"{error}\n{remedy}") from error
