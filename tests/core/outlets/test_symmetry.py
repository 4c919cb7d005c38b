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
