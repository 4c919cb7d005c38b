from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching.quantities import Dimension, Quantity, read_quantities
from provenance.matching.tokens import tokenise


def quantities(text: str) -> tuple[Quantity, ...]:
    return read_quantities(tokenise(text))


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("6,000 bodies", 6000),
        ("6\u00a0000 bodies", 6000),
        ("6\u202f000 bodies", 6000),
        ("six thousand bodies", 6000),
        ("6 thousand bodies", 6000),
        ("twenty-two children", 22),
        ("a hundred and five children", 105),
        ("two hundred thousand people", 200_000),
        ("a dozen people", 12),
        ("two dozen people", 24),
        ("1.5 million people", 1_500_000),
        ("41k people", 41_000),
    ],
)
def test_a_count_is_read_in_whatever_spelling(text: str, stated: float) -> None:
    assert (only(text).dimension, only(text).stated) == (Dimension.COUNT, stated)


@pytest.mark.parametrize(
    ("text", "dimension", "stated"),
    [
        ("$5m", Dimension.MONEY, 5_000_000),
        ("300 roubles", Dimension.MONEY, 300),
        ("15% of them", Dimension.PART, 15),
        ("15 per cent", Dimension.PART, 15),
        ("half of them", Dimension.PART, 50),
        ("a quarter of them", Dimension.PART, 25),
        ("an hour and a half", Dimension.DURATION, 90),
        ("half an hour", Dimension.DURATION, 30),
        ("14:43 to 15:57", Dimension.DURATION, 74),
        ("23:30 to 00:15", Dimension.DURATION, 45),
        ("a 15-year-old boy", Dimension.AGE, 15),
        ("a man aged 57", Dimension.AGE, 57),
        ("10 of the children", Dimension.SUBSET, 10),
        ("200 more prisoners", Dimension.SUBSET, 200),
    ],
)
def test_the_unit_decides_the_dimension(text: str, dimension: Dimension, stated: float) -> None:
    assert (only(text).dimension, only(text).stated) == (dimension, stated)


@pytest.mark.parametrize(
    "text",
    [
        "on 2 June",
        "in 2014",
        "at 13:00",
        "at 1pm",
        "MH17",
        "an F-16",
        "Covid-19",
        "9/11",
        "two days ago",
        "within three weeks",
        "a year",
        "one of them",
    ],
)
def test_dates_times_names_and_moments_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nearly 400 children", 344, 400),
        ("up to 400 children", 344, 400),
        ("over 500 children", 500, 750),
        ("more than 40 aircraft", 40, 60),
        ("at least 1,000 people", 1000, 1500),
        ("339 children", 339, 339),
        ("6,000 bodies", 5940, 6060),
        ("90 bodies", 90, 90),
        ("two to three days", 2 * 1440 * 0.95, 3 * 1440 * 1.05),
        ("dozens of people", 24, 99),
    ],
)
def test_the_words_beside_a_number_set_its_bounds(text: str, low: float, high: float) -> None:
    assert (only(text).low, only(text).high) == (pytest.approx(low), pytest.approx(high))


LENGTHS = ("a little over an hour", "barely an hour", "about an hour", "less than two hours", "14:43 to 15:57")


@pytest.mark.parametrize(("one", "other"), list(combinations(LENGTHS, 2)))
def test_the_lengths_that_newsrooms_gave_of_one_meeting_can_all_hold(one: str, other: str) -> None:
    assert only(one).compatible(only(other))


@pytest.mark.parametrize("other", LENGTHS)
def test_only_two_hours_is_another_length(other: str) -> None:
    assert not only("only two hours").compatible(only(other))


def test_what_is_counted_and_what_the_number_hangs_on() -> None:
    quantity = only("Kyiv handed over a list of nearly 400 abducted Ukrainian children")
    found = (quantity.things, quantity.setting, quantity.actor)
    assert found == (frozenset({"child"}), frozenset({"list"}), frozenset({"ukrain"}))


def test_a_name_behind_a_preposition_does_nothing() -> None:
    assert only("The talks between Russia and Ukraine in Istanbul lasted an hour").actor == frozenset()
    assert only("Russia and Ukraine exchanged 1,000 prisoners").actor == frozenset({"russia", "ukrain"})


def test_a_quantity_lies_where_its_words_are() -> None:
    text = "There are over 500 children on the list"
    assert only(text).span.of(text) == "over 500 children"


@given(st.text(alphabet="0123456789,.:%$-/ aehortwnd", max_size=40))
def test_any_string_of_digits_and_marks_is_read_without_an_error(text: str) -> None:
    assert all(quantity.low <= quantity.high for quantity in quantities(text))


@pytest.mark.parametrize(
    "text",
    [
        "a camp 31km south-west of Luhansk",
        "a village 56 km north of Donetsk",
        "122mm howitzers",
        "five miles from the border",
    ],
)
def test_a_length_that_tells_a_place_and_a_calibre_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_length_that_was_covered_counts() -> None:
    assert [quantity.stated for quantity in quantities("The column moved 31 km.")] == [31]
