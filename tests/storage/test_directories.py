"""The outlet directory as it stood: added to, never edited."""

from dataclasses import replace

import pytest

from provenance.errors import NotStored
from provenance.model import (
    Ambiguity,
    Basis,
    Confidence,
    Day,
    Evidence,
    Interval,
    OutletDomain,
    OutletName,
    OutletRelation,
)
from provenance.storage import Store
from tests.builders import an_assertion, an_outlet

SINCE_2014 = Interval(Day("2014-09"), None)

TASS = an_outlet(
    "tass",
    country="RU",
    names=(
        OutletName(text="TASS", language="en"),
        OutletName(text="ТАСС", language="ru", kind="native", valid=SINCE_2014),
        OutletName(text="The agency", language="en", ambiguity=Ambiguity.NEVER_ALONE),
    ),
    domains=(OutletDomain(host="tass.com"), OutletDomain(host="itar-tass.example", kind="former", valid=SINCE_2014)),
    assertions=(
        an_assertion("tass", value="state", valid=SINCE_2014, scope="whole", asserted="2024", note="A note."),
        an_assertion("tass", dimension="kind", evidence=None, basis=Basis.CURATOR_JUDGEMENT, confidence=Confidence.LOW),
    ),
    relations=(
        OutletRelation(
            kind="controlled_by",
            other="state:RU",
            share="50.1",
            evidence=Evidence(url="https://example.org/act"),
            note="Through an agency.",
        ),
        OutletRelation(kind="renamed_from", other="itar-tass", valid=Interval(None, Day("2014"))),
    ),
)


def test_a_directory_comes_back_whole_and_in_order(store: Store) -> None:
    reuters = an_outlet("reuters", names=(), domains=(), assertions=())
    assert store.save_directory([TASS, reuters], version="2026.1", digest="a" * 64) is True
    assert store.outlets_of("a" * 64) == (reuters, TASS)


def test_a_directory_is_stored_once_and_never_edited(store: Store) -> None:
    store.save_directory([TASS], version="2026.1", digest="a" * 64)
    assert store.save_directory([an_outlet()], version="2026.1", digest="a" * 64) is False
    newer = replace(TASS, assertions=())
    assert store.save_directory([newer], version="2026.2", digest="b" * 64) is True
    assert store.outlets_of("a" * 64) == (TASS,)
    assert store.outlets_of("b" * 64) == (newer,)


def test_a_directory_that_is_not_stored_is_told_so(store: Store) -> None:
    with pytest.raises(NotStored, match="no outlet directory"):
        store.outlets_of("a" * 64)
