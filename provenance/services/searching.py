"""Names of outlets as a search knows them: all that the directory in force has, in every script."""

from collections.abc import Mapping
from functools import lru_cache

from provenance.outlets import Directory
from provenance.storage import Names, fold, names_of


@lru_cache(maxsize=4)
def names_in(directory: Directory) -> Names:
    return names_of(directory.outlets.values())


@lru_cache(maxsize=4)
def spellings(directory: Directory) -> Mapping[str, str]:
    """By the id of each outlet what it may be looked for by: id, names and hosts, a line each."""
    return {
        outlet.id: fold(
            "\n".join(
                (
                    outlet.id,
                    outlet.name,
                    *(name.text for name in outlet.names),
                    *(domain.host for domain in outlet.domains),
                )
            )
        )
        for outlet in directory.outlets.values()
    }
