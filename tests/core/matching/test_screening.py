"""What is settled by numbers is what comparing in words would find."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import (
    UNDATED,
    Frequencies,
    compare_claims,
    compare_profiles,
    lie_far,
    number_keys,
    prepare,
    read_keys,
)
from provenance.matching.comparison import put_alike
from provenance.matching.policy import LEAST_SIMILARITY
from provenance.matching.screening import screen
from provenance.model import Agreement
from tests.builders import a_claim, an_article

WORDS = """
the over denied not first second accepted rejected 339 twelve Monday 2014 said opened handed returned
Zelensky Zelenskyy zelensky Umerov Umierov Istanbul Kyiv
delegation list children talks ceasefire harbour newspaper prisoners
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=9).map(" ".join)

DAY = 735_000


@given(
    dated=st.lists(
        st.tuples(TEXTS, st.sampled_from((UNDATED, DAY, DAY + 14, DAY + 15))),
        min_size=2,
        max_size=8,
        unique_by=lambda pair: pair[0],
    )
)
def test_what_numbers_settle_is_what_words_would_find(frequencies: Frequencies, dated: list[tuple[str, int]]) -> None:
    claims = [
        a_claim(text, article=an_article(text, url=f"https://example.org/{number}"))
        for number, (text, _) in enumerate(dated)
    ]
    days = {claim.id: day for claim, (_, day) in zip(claims, dated, strict=True)}
    profiles = {claim.id: prepare(claim, frequencies) for claim in claims}
    table = number_keys(((claim.id, read_keys(claim.text, frequencies)) for claim in claims), days)
    pairs = list(combinations(range(len(claims)), 2))
    lesser, greater = np.array(pairs, np.int64).T
    far = lie_far(table.days[lesser], table.days[greater])
    screened = screen(table.stems, lesser, greater, far)
    for at, (one, other) in enumerate(pairs):
        found = compare_profiles(profiles[table.names[one]], profiles[table.names[other]], far=bool(far[at]))
        assert (found is not None) == screened.related[at]
        if screened.settled[at]:
            assert found is not None
            said = [profiles[table.names[each]].said_stems for each in (one, other)]
            alike = screened.alike[at] and put_alike(float(screened.similarity[at]), float(screened.weight[at]), *said)
            assert found.agreement is (Agreement.AGREES if alike else Agreement.UNRELATED)
            assert found.similarity == round(float(screened.similarity[at]), 4)
            assert alike or not found.reasons


def pairs_of(texts: list[str], frequencies: Frequencies) -> list[tuple[bool, bool, bool]]:
    """Of the first text with each of the others, whether they are related, whether that is settled, and whether they
    agree where they are put alike."""
    table = number_keys(((f"c{number}", read_keys(text, frequencies)) for number, text in enumerate(texts)), {})
    places = np.array([table.names.index(f"c{number}") for number in range(len(texts))])
    near = np.zeros(len(texts) - 1, bool)
    screened = screen(table.stems, np.full(len(texts) - 1, places[0]), places[1:], near)
    flags = (screened.related, screened.settled, screened.alike)
    return list(zip(*(flag.tolist() for flag in flags), strict=True))


def test_what_shares_little_or_is_said_plainly_is_settled_and_the_rest_left_to_words(frequencies: Frequencies) -> None:
    long = "Umerov handed over the list in Istanbul after a newspaper in Lagos had printed its archive of old maps"
    assert pairs_of(
        [
            long,
            "A bank closed",
            "In Istanbul a newspaper wrote of the harbour, a mosque, some bridges and the bazaar",
            "In Istanbul a newspaper wrote of the harbour, a mosque, some bridges and Umierov",
            long.replace("Lagos", "Accra"),
            long.replace("handed over", "denied"),
        ],
        frequencies,
    ) == [(False, False, False), (True, True, False), (True, False, False), (True, True, True), (True, False, False)]


def test_claims_told_weeks_apart_must_share_more_than_those_of_one_fortnight(frequencies: Frequencies) -> None:
    claims = [
        a_claim(text, article=an_article(text, url=f"https://example.org/{number}"))
        for number, text in enumerate(
            (
                "Umerov handed over the list in Istanbul after a newspaper in Lagos had printed its old maps",
                "In Istanbul a newspaper wrote of the harbour, a mosque, some bridges, gardens and the bazaar",
            )
        )
    ]
    found = {
        days: [*compare_claims(claims, frequencies, dict(zip([claim.id for claim in claims], days, strict=True)))]
        for days in ((DAY, DAY + 14), (DAY, DAY + 15), (UNDATED, DAY + 15))
    }
    assert [len(comparisons) for comparisons in found.values()] == [1, 0, 1]
    assert LEAST_SIMILARITY <= found[DAY, DAY + 14][0].similarity < 0.15
