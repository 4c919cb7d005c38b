"""Names, titles, acronyms, and whom a pronoun can mean."""

import pytest

from provenance.extraction import Reader
from provenance.extraction.acronyms import find_acronyms
from provenance.extraction.gender import fits_pronoun
from provenance.extraction.people import name_in, often_people
from provenance.extraction.places import Places
from provenance.model import Span


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dutch PM Mark Rutte", "Mark Rutte"),
        ("Mark Rutte, the Dutch prime minister", "Mark Rutte"),
        ("the governor of the Rostov region Vasily Golubev", "Vasily Golubev"),
        ("Foreign Minister Robert Fico", "Robert Fico"),
        ("Admiral Kasatonov", "Kasatonov"),
        ("the head of the delegation", None),
        ("the Ministry of Health", None),
        ("Ukraine", None),
    ],
)
def test_the_name_in_a_source(reader: Reader, source: str, name: str | None) -> None:
    found = name_in(Span(0, len(source)), source, reader.states, reader.lexicon)
    assert (found.of(source) if found else None) == name


def test_a_name_that_mostly_is_no_persons_is_none() -> None:
    text = "Luhansk was shelled. In Luhansk nobody slept. Luhansk, Petrova said, is calm. Petrova left Luhansk."
    luhansk, petrova = Span(0, 7), Span(text.index("Petrova"), text.index("Petrova") + 7)
    assert often_people([luhansk, petrova], text) == [petrova]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "the Kiev International Institute of Sociology (KIIS) said",
            {"KIIS": "Kiev International Institute of Sociology"},
        ),
        ("a Special Monitoring Mission (the SMM) saw", {"SMM": "Special Monitoring Mission"}),
        ("the Ministry of Health (Geneva) said", {}),
    ],
)
def test_an_acronym_that_the_text_explains(text: str, found: dict[str, str]) -> None:
    assert find_acronyms(text) == found


@pytest.mark.parametrize(
    ("pronoun", "name", "role", "fits"),
    [
        ("she", "Olga Kurnosova", "", True),
        ("he", "Olga Kurnosova", "", False),
        ("she", "Vladimir Putin", "", False),
        ("he", "Kim Lee", "spokeswoman for the bank", False),
        ("she", "Kim Lee", "", True),
        ("they", "Vladimir Putin", "", True),
    ],
)
def test_a_pronoun_is_not_held_to_mean_somebody_it_cannot(
    reader: Reader, pronoun: str, name: str, role: str, *, fits: bool
) -> None:
    assert fits_pronoun(pronoun, name, role, reader.lexicon) is fits


def test_places_tell_what_touches_a_span() -> None:
    places = Places([Span(10, 14), Span(0, 4), Span(20, 25)])
    assert places.touching(Span(3, 12)) == (Span(0, 4), Span(10, 14))
    assert places.touching(Span(4, 10)) == ()
    assert Places([Span(0, 30), Span(2, 4)]).touching(Span(10, 12)) == (Span(0, 30),)
