"""One reader for all tests of extraction: the packaged lists, the packaged directory, the packaged parser."""

import pytest

from provenance.extraction import Reader, build_reader, load_parser, parse_lexicon, parse_states
from provenance.services.resources import load_directory, packaged_texts
from provenance.settings import MODEL


@pytest.fixture(scope="session")
def reader() -> Reader:
    files = packaged_texts("provenance.extraction", "data")
    return build_reader(load_parser(MODEL), parse_lexicon(files), parse_states(files["states.tsv"]), load_directory())
