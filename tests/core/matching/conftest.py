"""The packaged table of frequencies, as a user has it."""

from importlib.resources import files

import pytest

from provenance.matching import Frequencies, parse_frequencies


@pytest.fixture(scope="session")
def frequencies() -> Frequencies:
    return parse_frequencies(files("provenance.matching").joinpath("data/stem_frequencies.tsv").read_text("utf-8"))
