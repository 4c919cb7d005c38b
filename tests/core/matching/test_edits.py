"""Figures and negations of two texts, one of which was made of the other."""

import pytest

from provenance.matching import lost_negations, read_figures


def figures(text: str) -> list[str]:
    return [figure.span.of(text) for figure in read_figures(text)]


def test_quantities_come_with_their_qualifier_and_dates_and_names_as_they_stand() -> None:
    found = figures("On 2 June nearly 400 children left the town at 14:43.")
    assert found[0] == "2"
    assert found[1].startswith("nearly 400 children")
    assert found[2:] == ["14:43"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nearly 400 children", "up to 400 children"),
        ("at least 40 people", "40 people"),
        ("40 people", "45 people"),
        ("at 14:43", "at 15:43"),
    ],
)
def test_another_number_and_another_qualifier_are_another_figure(before: str, after: str) -> None:
    assert read_figures(before)[0].value != read_figures(after)[0].value


@pytest.mark.parametrize(
    ("before", "after"),
    [("6,000 bodies", "six thousand bodies"), ("more than 40 people", "over 40 people"), ("22 children", "22 minors")],
)
def test_the_same_number_in_other_words_is_the_same_figure(before: str, after: str) -> None:
    assert read_figures(before)[0].value == read_figures(after)[0].value


def test_a_negation_is_lost_where_what_it_denied_is_now_said() -> None:
    before = "The army did not fire on civilians."
    (place,) = lost_negations(before, "The army did fire on civilians.")
    assert place.of(before) == "not fire"


@pytest.mark.parametrize("after", ["The army never did fire on civilians.", "The army stayed in its barracks."])
def test_a_negation_that_stays_or_that_went_with_what_it_denied_is_not_lost(after: str) -> None:
    assert lost_negations("The army did not fire on civilians.", after) == ()
