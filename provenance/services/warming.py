"""What a program that answers many requests reads once."""

import gc

from provenance.services.comparing import load_frequencies
from provenance.services.resources import load_directory


def warm_up() -> None:
    """Reads what every request needs, so that the first does not wait for it, and leaves it out of every search for
    garbage from here on: it is a quarter of a million values that stay."""
    load_directory()
    load_frequencies()
    gc.collect()
    gc.freeze()
