"""The names of outlets that a search knows: all that the directory in force has, in every script."""

from functools import lru_cache

from provenance.outlets import Directory
from provenance.storage import Names, names_of


@lru_cache(maxsize=4)
def names_in(directory: Directory) -> Names:
    return names_of(directory.outlets.values())
