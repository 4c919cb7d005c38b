"""Claims that share enough are found all at once; two by two it is a sum, and both give the same."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import COMPARED_WEIGHT, UNDATED, Keys, candidates, days_compared, number_keys, sharing
from provenance.matching.policy import FAR_WEIGHT, LEAST_KEY

WEIGHTS = {key: 4_000 + 250 * number for number, key in enumerate("abcdefghijklmnopqrst")}
"""No two of the lightest weigh enough together, three of any do."""

A_DAY = 738_000
DAYS = st.sampled_from([UNDATED, A_DAY, A_DAY + 14, A_DAY + 15, A_DAY + 50, A_DAY + 91, A_DAY + 1000])
KEYS = st.builds(
    lambda near, far: Keys(
        near={key: WEIGHTS[key] for key in sorted(near, key=lambda key: -WEIGHTS[key])}, far=tuple(sorted(far))
    ),
    st.sets(st.sampled_from(sorted(WEIGHTS)), max_size=12) | st.sets(st.sampled_from("abcd")),
    st.sets(st.sampled_from(["a b c", "a b d", "q r s"]), max_size=1),
)


def found(keyed: Mapping[str, Keys], days: Mapping[str, int]) -> list[tuple[str, str]]:
    return sorted(
        (min(one, other), max(one, other))
        for one, others in candidates(number_keys(keyed.items(), days))
        for other in others
    )


def share_enough(one: Keys, other: Keys, day: int, other_day: int) -> bool:
    weight = sum(weight for key, weight in one.near.items() if key in other.near)
    near = any(first <= other_day <= last and weight >= enough for first, last, enough in days_compared(day))
    return near or bool(set(one.far) & set(other.far))


@given(
    claims=st.lists(st.tuples(KEYS, DAYS), max_size=12),
    at_once=st.sampled_from([25, 4_000_000]),
    rows_at_once=st.sampled_from([4, 200_000]),
    codes_fit=st.sampled_from([100, 2**63]),
)
def test_the_claims_found_are_those_whose_shared_keys_weigh_enough(
    claims: list[tuple[Keys, int]], at_once: int, rows_at_once: int, codes_fit: int
) -> None:
    keyed = {f"c{number:02}": keys for number, (keys, _) in enumerate(claims)}
    days = {f"c{number:02}": day for number, (_, day) in enumerate(claims)}
    wanted = [
        (one, other)
        for one, other in combinations(keyed, 2)
        if share_enough(keyed[one], keyed[other], days[one], days[other])
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "AT_ONCE", at_once)
        patch.setattr(sharing, "ROWS_AT_ONCE", rows_at_once)
        patch.setattr(sharing, "CODES_FIT", codes_fit)
        assert found(keyed, days) == wanted


def test_a_key_that_no_other_claim_has_parts_no_three_that_are_shared() -> None:
    keyed = {
        "c0": Keys(near={key: WEIGHTS[key] for key in ("d", "c", "a")}, far=()),
        "c1": Keys(near={key: WEIGHTS[key] for key in ("d", "c", "b", "a")}, far=()),
    }
    for apart in (0, 20):
        assert found(keyed, {"c0": A_DAY, "c1": A_DAY + apart}) == [("c0", "c1")]


def test_three_keys_always_weigh_enough() -> None:
    assert 3 * 1000 * LEAST_KEY >= FAR_WEIGHT >= COMPARED_WEIGHT
