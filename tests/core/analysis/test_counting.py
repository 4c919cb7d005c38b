from hypothesis import given
from hypothesis import strategies as st

from provenance.analysis import count_origins, index_corpus
from provenance.matching import Reprint
from provenance.model import Claim, OriginCount
from tests.builders import a_group
from tests.core.analysis.telling import STANDINGS, a_corpus, a_reprint, medinsky, told, unnamed, zelensky


def counted(*claims: Claim, reprints: tuple[Reprint, ...] = ()) -> OriginCount:
    group = a_group(*claims)
    return count_origins(group, index_corpus(a_corpus(claims, groups=[group], reprints=reprints)))


def test_a_claim_alone_has_one_origin() -> None:
    assert counted(told("TASS", None)) == OriginCount(origins=1, independent=1)


def test_two_outlets_in_their_own_voices_are_two_independent_origins() -> None:
    assert counted(told("TASS", None), told("Reuters", None)) == OriginCount(origins=2, independent=2)


def test_one_agency_in_four_papers_is_one_origin() -> None:
    wire, credited = told("TASS", None), told("LIGA.net", None, by=("TASS",))
    copied, reworded = told("Asia-Plus", None), told("The Guardian", None)
    count = counted(wire, credited, copied, reworded, reprints=(a_reprint(wire, copied), a_reprint(wire, reworded)))
    assert (count.origins, count.independent, len(count.reasons)) == (1, 1, 3)
    assert all(reason.startswith("One origin: ") for reason in count.reasons)


def test_an_unnamed_source_is_an_origin_that_is_not_counted() -> None:
    count = counted(told("TASS", medinsky()), told("The Guardian", unnamed()))
    assert (count.origins, count.independent) == (2, 1)
    (reason,) = count.reasons
    assert reason.startswith("Not counted: ")
    assert "remains unknown" in reason


def test_only_origins_that_are_all_independent_of_one_another_count() -> None:
    count = counted(told("TASS", medinsky()), told("LIGA.net", zelensky()), told("Reuters", None), told("A Blog", None))
    assert (count.origins, count.independent) == (4, 3)
    assert count.reasons == ("Not counted: A Blog. The directory does not know A Blog, nor who controls it.",)


def test_many_origins_are_counted_too() -> None:
    claims = [told(name, None, number=number) for number in (1, 2, 3) for name in (*STANDINGS, "A Blog", "A Site")]
    count = counted(*claims)
    assert len(claims) > 24
    assert (count.origins, count.independent) == (9, 6)


CLAIMS = [
    told("TASS", None),
    told("TASS", medinsky(), number=2),
    told("RIA Novosti", unnamed()),
    told("Reuters", None),
    told("Asia-Plus", None, by=("TASS",)),
    told("LIGA.net", zelensky()),
    told("The Guardian", zelensky("Zelenskyy")),
    told("A Blog", None),
]


@given(st.lists(st.sampled_from(CLAIMS), min_size=1, unique_by=lambda claim: claim.id), st.data())
def test_one_claim_more_never_adds_more_than_one_and_the_order_plays_no_part(
    claims: list[Claim], data: st.DataObject
) -> None:
    count = counted(*claims)
    assert counted(*data.draw(st.permutations(claims))) == count
    more = counted(*claims, *(claim for claim in CLAIMS[:1] if claim not in claims))
    assert more.independent <= count.independent + 1
