"""Every state is treated alike: with the countries swapped the same assertions give the same labels."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Label, Standing, StateAffiliation
from provenance.outlets import classify
from provenance.outlets.dimensions import VALUES
from tests.core.outlets.builders import a_directory, a_relation, an_assertion, an_outlet

DAY = date(2025, 6, 2)
STATES = ["RU", "UA", "US", "CN", "GB", "TR"]
RATERS = ["watch", "daily", "self"]
BASES = ["research", "article_wording", "self_declared"]


def standing_in(country: str, atoms: list[tuple[str, str, str, str]], relations: list[tuple[str, str]]) -> Standing:
    designation = f"{country.lower()}_foreign_agent"
    rows: list[Mapping[str, str]] = [
        an_assertion(dimension, value, rater=rater, basis=basis, asserted=str(2000 + position))
        for position, (dimension, value, rater, basis) in enumerate(atoms)
    ]
    rows.append(an_assertion("legal_designation", designation, scope=country, basis="legal_act"))
    directory = a_directory(
        outlets=[an_outlet(country=country), an_outlet("group", "Group", country)],
        assertions=rows,
        relations=[a_relation(kind, other.replace("XX", country)) for kind, other in relations],
    )
    return classify(directory, "times", DAY).standing


ATOMS = st.sampled_from([(dimension, value) for dimension in sorted(VALUES) for value in sorted(VALUES[dimension])])
SAID = st.tuples(ATOMS, st.sampled_from(RATERS), st.sampled_from(BASES)).map(lambda one: (*one[0], one[1], one[2]))
TIES = st.sampled_from([("controlled_by", "state:XX"), ("part_of", "group"), ("controlled_by", "company:oil")])


@given(
    atoms=st.lists(SAID, max_size=6, unique=True),
    relations=st.lists(TIES, max_size=2, unique=True),
    left=st.sampled_from(STATES),
    right=st.sampled_from(STATES),
)
def test_swapping_the_country_swaps_nothing_else(
    atoms: list[tuple[str, str, str, str]], relations: list[tuple[str, str]], left: str, right: str
) -> None:
    one, other = standing_in(left, atoms, relations), standing_in(right, atoms, relations)
    assert (one.label, one.state_affiliated) == (other.label, other.state_affiliated)
    assert one.control_family.replace(f"state:{left}", f"state:{right}") == other.control_family
    assert [state.replace(left, right) for state in one.states] == list(other.states)


@given(atoms=st.lists(SAID, max_size=6, unique=True), turn=st.integers(0, 5))
def test_the_order_of_the_assertions_does_not_matter(atoms: list[tuple[str, str, str, str]], turn: int) -> None:
    rows = [
        an_assertion(dimension, value, rater=rater, basis=basis, asserted=str(2000 + position))
        for position, (dimension, value, rater, basis) in enumerate(atoms)
    ]
    turned = rows[turn:] + rows[:turn]
    one, other = a_directory(assertions=rows), a_directory(assertions=turned)
    assert classify(one, "times", DAY) == classify(other, "times", DAY)


@pytest.mark.parametrize("country", STATES)
def test_a_news_agency_that_a_state_owns_and_nobody_guarantees_is_the_states(country: str) -> None:
    standing = standing_in(country, [("ownership", "state", "watch", "research")], [])
    assert standing == Standing(
        label=Label.STATE_OWNED,
        state_affiliated=StateAffiliation.YES,
        control_family=f"state:{country}",
        states=(country,),
    )


PAIRS = st.sampled_from([(left, right) for left in STATES for right in STATES if left != right])
SPANS = st.sampled_from([("", ""), ("2010", ""), ("", "2024-06"), ("2025-06-03", ""), ("2014-09-01", "2030")])


def two_opposed(
    countries: tuple[str, str], said: tuple[list[tuple[str, str, str, str]], ...], spans: list[tuple[str, str]]
) -> list[Standing]:
    """The standings of two outlets, one of each state, each called a foreign agent by the other's."""
    ids = ("ours", "theirs")
    rows: list[Mapping[str, str]] = []
    for identity, accuser, atoms in zip(ids, reversed(countries), said, strict=True):
        for position, (dimension, value, rater, basis) in enumerate(atoms):
            since, until = spans[position % len(spans)]
            dated = {"since": since, "until": until, "asserted": str(2000 + position)}
            rows.append(an_assertion(dimension, value, identity, rater=rater, basis=basis, **dated))
        designation = f"{accuser.lower()}_broadcast_ban"
        rows.append(an_assertion("legal_designation", designation, identity, scope=accuser, basis="legal_act"))
    outlets = [
        an_outlet(identity, f"The {identity}", country) for identity, country in zip(ids, countries, strict=True)
    ]
    directory = a_directory(outlets=outlets, assertions=rows)
    return [classify(directory, identity, DAY).standing for identity in ids]


@given(
    pair=PAIRS,
    ours=st.lists(SAID, max_size=5, unique=True),
    theirs=st.lists(SAID, max_size=5, unique=True),
    spans=st.lists(SPANS, min_size=1, max_size=3),
)
def test_two_outlets_of_opposed_states_that_change_places_change_labels(
    pair: tuple[str, str],
    ours: list[tuple[str, str, str, str]],
    theirs: list[tuple[str, str, str, str]],
    spans: list[tuple[str, str]],
) -> None:
    left, right = two_opposed(pair, (ours, theirs), spans)
    swapped_right, swapped_left = two_opposed(pair, (theirs, ours), spans)
    other_left, other_right = two_opposed((pair[1], pair[0]), (ours, theirs), spans)
    for one, other in ((left, swapped_left), (right, swapped_right), (left, other_left), (right, other_right)):
        assert (one.label, one.state_affiliated) == (other.label, other.state_affiliated)
        assert len(one.states) == len(other.states)
