"""A few claims held against many: those that share enough, as a sum over two claims has it."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import (
    FAR_WEIGHT,
    UNDATED,
    Frequencies,
    Holders,
    Keys,
    Packed,
    compare_profiles,
    days_compared,
    lie_far,
    pack_stems,
    prepare,
    read_keys,
    related_ones,
    sharing_enough,
)
from provenance.matching.policy import CLOSE_DAYS

A_DAY = 738_000


class Text(NamedTuple):
    """A claim as comparing needs it."""

    id: str
    text: str
    cue: str | None = None


DAYS = st.sampled_from([UNDATED, A_DAY, A_DAY + 14, A_DAY + 15, A_DAY - 15, A_DAY + 90, A_DAY + 91, A_DAY - 1000])


class Held(NamedTuple):
    """A claim by number, with its day, and what the near and far keys weigh that it shares with each asker."""

    claim: int
    day: int
    near: Mapping[int, list[int]]
    far: frozenset[int]


ASKERS = 3
WEIGHTS = st.lists(st.integers(4_000, 8_999), max_size=4)
HELD = st.builds(
    Held,
    claim=st.integers(0, 2**64 - 1),
    day=DAYS,
    near=st.dictionaries(st.integers(0, ASKERS - 1), WEIGHTS),
    far=st.frozensets(st.integers(0, ASKERS - 1), max_size=1),
)


def holders(claims: list[Held]) -> Holders:
    rows = [(asker, weight, False, each) for each in claims for asker, all_of in each.near.items() for weight in all_of]
    rows += [(asker, FAR_WEIGHT, True, each) for each in claims for asker in each.far]
    return Holders(
        askers=np.array([asker for asker, *_ in rows], np.int64),
        weights=np.array([weight for _, weight, *_ in rows], np.int64),
        far=np.array([far for *_, far, _ in rows], bool),
        claims=np.array([each.claim for *_, each in rows], np.uint64),
        days=np.array([each.day for *_, each in rows], np.int64),
    )


def shared(each: Held, asker: int, day: int) -> int:
    """What the two share in weight, 0 where that is not enough."""
    near = sum(each.near.get(asker, []))
    enough = next((least for first, last, least in days_compared(day) if first <= each.day <= last), None)
    of_days = near if enough is not None else 0
    far = FAR_WEIGHT if asker in each.far else 0
    return of_days + far if far or (enough is not None and near >= enough) else 0


@given(
    claims=st.lists(HELD, max_size=12, unique_by=lambda each: each.claim), day=DAYS, limit=st.sampled_from([1, 3, 99])
)
def test_those_are_found_that_share_enough_with_who_asks_and_those_that_share_most_first(
    claims: list[Held], day: int, limit: int
) -> None:
    expected = [
        sorted(
            (each.claim for each in claims if shared(each, asker, day)),
            key=lambda claim: (-next(shared(each, asker, day) for each in claims if each.claim == claim), claim),
        )[:limit]
        for asker in range(ASKERS)
    ]
    assert [found.tolist() for found in sharing_enough(holders(claims), day, ASKERS, limit)] == expected


WORDS = ("umerov", "istanbul", "339", "children", "returned", "delegation", "said", "helicopter", "bank", "not", "more")

TEXTS = st.lists(
    st.sampled_from(WORDS),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(ours=TEXTS, theirs=st.lists(st.tuples(TEXTS, DAYS), max_size=8), day=DAYS)
def test_whoever_has_something_in_common_is_among_the_related(
    frequencies: Frequencies, ours: str, theirs: list[tuple[str, int]], day: int
) -> None:
    packed = {
        f"c{number}": Packed(other_day, pack_stems(read_keys(text, frequencies).stems))
        for number, (text, other_day) in enumerate(theirs)
    }
    mine = prepare(Text("mine", ours), frequencies)
    found = related_ones({"mine": read_keys(ours, frequencies)}, day, packed)["mine"]
    assert found >= {
        f"c{number}"
        for number, (text, other_day) in enumerate(theirs)
        if compare_profiles(mine, prepare(Text("other", text), frequencies), far=bool(lie_far(day, other_day)))
    }


def test_a_claim_whose_stems_were_not_packed_is_among_the_related(frequencies: Frequencies) -> None:
    ours = {"mine": read_keys("Umerov said so in Istanbul.", frequencies)}
    packed = {
        "c1": Packed(A_DAY, None),
        "c2": Packed(A_DAY, pack_stems(read_keys("A bank opened.", frequencies).stems)),
    }
    assert related_ones(ours, A_DAY, packed) == {"mine": {"c1"}}
    assert related_ones(ours, A_DAY, {}) == {"mine": frozenset()}


@pytest.mark.parametrize(("apart", "related"), [(CLOSE_DAYS, {"c1"}), (CLOSE_DAYS + 1, set())])
def test_of_days_further_away_more_must_be_in_common(apart: int, related: set[str]) -> None:
    """12 of 100 in weight is."""
    ours = {"mine": Keys(near={}, far=(), stems={"both": 12.0, "one": 38.0})}
    packed = {"c1": Packed(A_DAY + apart, pack_stems({"both": 12.0, "other": 50.0}))}
    assert related_ones(ours, A_DAY, packed) == {"mine": related}
