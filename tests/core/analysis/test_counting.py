from collections.abc import Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.analysis import analyse, count_origins, index_corpus
from provenance.matching import Reprint
from provenance.model import Claim, OriginCount
from tests.builders import a_comparison, a_group
from tests.core.analysis.telling import STANDINGS, a_corpus, a_reprint, all_agree, medinsky, told, unnamed, zelensky


def counted(*claims: Claim, reprints: tuple[Reprint, ...] = ()) -> OriginCount:
    """Of a group whose claims all say the same."""
    group = a_group(*claims)
    return count_origins(group, index_corpus(a_corpus(claims, all_agree(*claims), [group], reprints)))


def count_of(claim: Claim, *others: Claim, agreeing: Iterable[tuple[Claim, Claim]]) -> OriginCount:
    """What a reader is told of a claim in one group with others, of which these pairs agree."""
    comparisons = [a_comparison(*pair) for pair in agreeing]
    corpus = a_corpus([claim, *others], comparisons, [a_group(claim, *others)])
    return next(finding.count for finding in analyse(corpus, claim.article_id) if finding.claim == claim)


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


OWN = [told(name, None) for name in ("Reuters", "The Guardian", "Asia-Plus")]


def test_three_echoes_that_are_independent_of_one_another_are_no_witnesses_of_the_claim_they_echo() -> None:
    echoed = told("TASS", unnamed())
    count = count_of(echoed, *OWN, agreeing=combinations([echoed, *OWN], 2))
    assert (count.origins, count.independent) == (4, 1)
    assert len(count.reasons) == 3
    assert all("it may be the same witness" in reason for reason in count.reasons)


def test_each_of_the_three_has_two_witnesses() -> None:
    echoed = told("TASS", unnamed())
    counts = [
        count_of(claim, echoed, *(other for other in OWN if other != claim), agreeing=all_pairs(echoed, *OWN))
        for claim in OWN
    ]
    assert [(count.origins, count.independent) for count in counts] == [(4, 3)] * 3


def all_pairs(*claims: Claim) -> list[tuple[Claim, Claim]]:
    return list(combinations(claims, 2))


def test_a_claim_of_the_group_that_says_something_else_is_no_origin_of_a_claim() -> None:
    first, second, third = OWN
    chain = [(first, second), (second, third)]
    assert (count_of(first, second, third, agreeing=chain).origins) == 2
    middle = count_of(second, first, third, agreeing=chain)
    assert (middle.origins, middle.independent) == (3, 2)
    assert middle.reasons in {
        ("Not counted: Asia-Plus. It does not say the same as Reuters.",),
        ("Not counted: Reuters. It does not say the same as Asia-Plus.",),
    }


def test_a_group_counts_only_members_that_agree_with_one_another() -> None:
    first, second, third = OWN
    group = a_group(*OWN)
    corpus = a_corpus(OWN, [a_comparison(first, second), a_comparison(second, third)], [group])
    count = count_origins(group, index_corpus(corpus))
    assert (count.origins, count.independent) == (3, 2)


def test_claims_of_two_groups_are_no_witnesses_of_one_another_though_their_words_agree() -> None:
    first, second, _ = OWN
    corpus = a_corpus([first, second], [a_comparison(first, second)], [a_group(first), a_group(second)])
    (finding,) = analyse(corpus, first.article_id)
    assert (finding.count.origins, finding.count.independent) == (1, 1)


def test_what_comes_from_one_origin_by_way_of_a_claim_that_says_something_else_is_one_origin() -> None:
    wire, copied, credited = told("TASS", None), told("Asia-Plus", None), told("LIGA.net", None, by=("TASS",))
    corpus = a_corpus(
        [wire, copied, credited],
        [a_comparison(copied, credited)],
        [a_group(wire, copied, credited)],
        [a_reprint(wire, copied)],
    )
    (finding,) = analyse(corpus, copied.article_id)
    assert finding.count == OriginCount(
        origins=1,
        independent=1,
        reasons=(
            "One origin: Asia-Plus and TASS go back to one, by way of TASS.",
            (
                f"Left aside, though in its group: a claim of TASS, “{wire.text}”. "
                "Other claims join the two; by their own words they were not found to say the same."
            ),
        ),
    )


def test_those_of_a_group_whose_own_words_do_not_agree_are_named_the_first_few_of_many() -> None:
    claim, middle = told("Asia-Plus", None), told("Reuters", None)
    others = [told(name, None, by=by) for name, by in (("LIGA.net", ("TASS",)), ("A Site", ()), ("A Blog", ()))]
    agreeing = [(claim, middle), *((middle, other) for other in others)]
    assert (
        count_of(claim, middle, *others[:2], agreeing=agreeing[:3])
        .reasons[-1]
        .startswith("Left aside, though in its group: claims of A Site and LIGA.net (from TASS). ")
    )
    several = count_of(claim, middle, *others, told("The Guardian", None, number=2), agreeing=agreeing)
    assert "claims of A Blog, A Site, LIGA.net (from TASS) and 1 more." in several.reasons[-1]
    assert not any("Left aside" in reason for reason in count_of(middle, claim, *others, agreeing=agreeing).reasons)


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
