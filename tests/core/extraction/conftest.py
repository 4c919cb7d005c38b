"""One reader for all tests of extraction: the packaged lists, the packaged directory, the packaged model."""

import pytest

from provenance.extraction import Reader
from provenance.services.reading import load_reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()
