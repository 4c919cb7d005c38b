"""What a program that answers many requests reads and finds once."""

import gc
from datetime import datetime
from functools import cache

from provenance.services.comparing import load_frequencies
from provenance.services.directories import directory_in_force
from provenance.services.known_names import names_known
from provenance.services.outlets import classifications
from provenance.settings import Settings


def warm_up(settings: Settings, now: datetime) -> None:
    """What pages need of the directory in force and of the table of stems, so that the first does not wait for it;
    leaves it out of every search for garbage from here on: it is a quarter of a million values that stay. Raises
    DirectoryError, StoreError."""
    load_frequencies()
    directory = directory_in_force(settings, now)
    names_known(directory)
    classifications(directory, now.date())
    gc.collect()
    gc.freeze()


@cache
def settle_in() -> None:
    """For a program that reads article after article, once it has what it needs for that: leaves this, too, out of
    every search for garbage, one of which takes as long as to hold an article against a store."""
    load_frequencies()
    gc.freeze()
