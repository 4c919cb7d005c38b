"""Words that only one of two texts has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.report.difference import differing_words

TEXTS = st.text(alphabet="ab 6,0.’-й", max_size=30)


def marked(text: str, other: str) -> list[str]:
    return [span.of(text) for span in differing_words(text, other)[0]]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Russia will return 6,000 bodies", "Russia will return 1,000 bodies", ["6,000"]),
        ("without any conditions", "on condition", ["without any conditions"]),
        ("Talks ended on Monday", "talks ENDED on monday", []),
        ("bodies, 6,000 of them", "6,000 bodies", ["of them"]),
        ("a very very old list", "a very old list", ["very"]),
        ("Переговоры шли час", "Переговоры шли два часа", ["час"]),
        ("", "anything", []),
        ("15 % of them", "15 % of them", []),
    ],
)
def test_words_beyond_the_shared_ones_are_marked(here: str, there: str, expected: list[str]) -> None:
    assert marked(here, there) == expected


@given(here=TEXTS, there=TEXTS)
def test_the_sides_can_be_swapped(here: str, there: str) -> None:
    assert differing_words(here, there) == differing_words(there, here)[::-1]


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differing_words(text, text) == ((), ())
