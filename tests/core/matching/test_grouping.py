from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import Level, collect_bonds, group_claims, linking
from provenance.model import Agreement, Claim, Comparison, Group
from tests.builders import a_claim, a_comparison, a_group, an_article

CLAIMS = tuple(
    sorted(
        (a_claim(f"claim {number}", article=an_article(f"text {number}", url=f"https://{number}.example"))
        for number in range(7)),
        key=lambda claim: claim.id,
    )
)  # fmt: skip


def groups_of(*groups: tuple[Claim, ...]) -> tuple[Group, ...]:
    return tuple(sorted((a_group(*claims) for claims in groups), key=lambda group: group.claims))


def test_a_claim_that_agrees_with_none_stands_alone() -> None:
    one, other, *_ = CLAIMS
    assert group_claims([one, other], []) == groups_of((one,), (other,))


def test_agreeing_claims_are_one_group() -> None:
    one, other, third, *_ = CLAIMS
    comparisons = [a_comparison(one, other), a_comparison(other, third), a_comparison(one, third)]
    assert group_claims([one, other, third], comparisons) == groups_of((one, other, third))


def test_a_chain_of_faint_agreement_is_cut_where_it_is_faintest() -> None:
    one, other, third, fourth, *_ = CLAIMS
    comparisons = [
        a_comparison(one, other),
        a_comparison(third, fourth),
        a_comparison(other, third, similarity=0.3),
    ]
    assert group_claims(CLAIMS[:4], comparisons) == groups_of((one, other), (third, fourth))


def test_claims_that_conflict_or_differ_in_figures_are_never_of_one_group() -> None:
    one, other, third, *_ = CLAIMS
    for agreement in (Agreement.CONFLICTS, Agreement.FIGURES_DIFFER):
        comparisons = [
            a_comparison(one, other, similarity=0.9),
            a_comparison(other, third, similarity=0.8),
            a_comparison(one, third, agreement=agreement),
        ]
        assert group_claims([one, other, third], comparisons) == groups_of((one, other), (third,))


def test_claims_of_one_event_may_conflict() -> None:
    one, other, *_ = CLAIMS
    comparisons = [a_comparison(one, other, agreement=Agreement.CONFLICTS, similarity=0.4)]
    assert group_claims([one, other], comparisons, Level.EVENT) == groups_of((one, other))


def test_comparisons_with_claims_that_are_not_given_are_left_aside() -> None:
    one, other, *_ = CLAIMS
    assert group_claims([one], [a_comparison(one, other)]) == groups_of((one,))


PAIRS = list(combinations(CLAIMS, 2))
COMPARISONS = st.lists(
    st.builds(
        lambda pair, agreement, similarity: a_comparison(*pair, agreement=agreement, similarity=similarity),
        st.sampled_from(PAIRS),
        st.sampled_from([Agreement.AGREES, Agreement.AGREES, Agreement.CONFLICTS, Agreement.UNRELATED]),
        st.sampled_from([0.1, 0.3, 0.5, 0.9]),
    ),
    max_size=15,
    unique_by=lambda comparison: (comparison.left, comparison.right),
)


@given(claims=st.permutations(CLAIMS), shuffled=COMPARISONS.flatmap(st.permutations))
def test_the_order_of_claims_and_comparisons_plays_no_part(claims: list[Claim], shuffled: list[Comparison]) -> None:
    groups = group_claims(claims, shuffled)
    assert groups == group_claims(CLAIMS, sorted(shuffled, key=lambda one: (one.left, one.right)))
    assert sorted(claim for group in groups for claim in group.claims) == [claim.id for claim in CLAIMS]


@given(comparisons=COMPARISONS)
def test_grouping_a_component_gives_what_grouping_everything_gives(comparisons: list[Comparison]) -> None:
    component = {CLAIMS[0].id}
    while True:
        reached = {end for one in comparisons for end in (one.left, one.right) if {one.left, one.right} & component}
        if reached <= component:
            break
        component |= reached
    whole = {group for group in group_claims(CLAIMS, comparisons) if set(group.claims) & component}
    assert whole == set(group_claims([claim for claim in CLAIMS if claim.id in component], comparisons))


@given(comparisons=COMPARISONS, level=st.sampled_from(Level), at_once=st.sampled_from([1, 2, 5]))
def test_linking_a_few_pairs_at_a_time_gives_what_linking_all_at_once_gives(
    comparisons: list[Comparison], level: Level, at_once: int
) -> None:
    whole = group_claims(CLAIMS, comparisons, level)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "LINKED_AT_ONCE", at_once)
        assert group_claims(CLAIMS, comparisons, level) == whole


@given(comparisons=COMPARISONS)
def test_no_group_holds_claims_that_conflict(comparisons: list[Comparison]) -> None:
    apart = [{one.left, one.right} for one in comparisons if one.agreement is Agreement.CONFLICTS]
    assert not any(pair <= set(group.claims) for pair in apart for group in group_claims(CLAIMS, comparisons))


def test_bonds_keep_of_comparisons_all_but_the_reasons() -> None:
    one, other, third, *_ = CLAIMS
    comparisons = (
        a_comparison(one, other, similarity=0.25),
        a_comparison(one, third, agreement=Agreement.CONFLICTS, similarity=0.5),
    )
    bonds = collect_bonds([one.id, other.id, third.id], comparisons)
    assert tuple(bonds.comparisons()) == tuple(replace(each, reasons=()) for each in comparisons)
    assert tuple(bonds.having([Agreement.CONFLICTS]).comparisons()) == (replace(comparisons[1], reasons=()),)
