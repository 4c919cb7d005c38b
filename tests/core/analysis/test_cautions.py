from collections.abc import Sequence
from dataclasses import replace

import pytest

from provenance.analysis import analyse, list_findings
from provenance.model import Agreement, Caution, CautionCode, Claim, Comparison, Mode, Reason, Span
from tests.builders import a_comparison, a_group
from tests.core.analysis.telling import a_corpus, all_agree, linked, medinsky, outlet, told, unnamed, zelensky


def cautions_of(claim: Claim, *others: Claim, comparisons: Sequence[Comparison] = ()) -> tuple[Caution, ...]:
    """Of a claim in one group with others, all of which say the same but those of `comparisons`."""
    compared = {end for comparison in comparisons for end in (comparison.left, comparison.right)}
    same = [claim, *(other for other in others if other.id not in compared)]
    corpus = a_corpus([claim, *others], [*comparisons, *all_agree(*same)], [a_group(*same)])
    return next(finding.cautions for finding in analyse(corpus, claim.article_id) if finding.claim == claim)


def codes_of(claim: Claim, *others: Claim, comparisons: Sequence[Comparison] = ()) -> set[CautionCode]:
    return {caution.code for caution in cautions_of(claim, *others, comparisons=comparisons)}


def test_an_attributed_claim_of_one_origin_has_a_single_source() -> None:
    (caution,) = cautions_of(told("Reuters", zelensky()))
    expected = "Only one origin is known: Volodymyr Zelensky (through Reuters)."
    assert caution == Caution(code=CautionCode.SINGLE_SOURCE, text=expected)


def test_a_second_independent_origin_lifts_it() -> None:
    assert codes_of(told("Reuters", zelensky()), told("The Guardian", None)) == set()


def test_two_origins_that_may_be_one_leave_it() -> None:
    first = cautions_of(told("Reuters", zelensky()), told("The Guardian", unnamed()))[0]
    assert first.text == (
        "2 origins are known, but none of them is known to be independent of Volodymyr Zelensky (through Reuters)."
    )


def test_others_that_are_independent_of_one_another_lift_nothing_from_a_claim_that_they_only_echo() -> None:
    echoed = told("LIGA.net", unnamed(), by=("TASS",))
    echoing = told("Reuters", None), told("The Guardian", None), told("Asia-Plus", None)
    expected = {CautionCode.SINGLE_SOURCE, CautionCode.UNNAMED_ONLY, CautionCode.STATE_AFFILIATED_ONLY}
    assert expected - {CautionCode.UNNAMED_ONLY} <= codes_of(echoed, *echoing)
    assert CautionCode.UNNAMED_ONLY not in codes_of(echoed, *echoing)
    assert not expected & codes_of(told("LIGA.net", zelensky()), *echoing)


def test_what_may_come_from_the_same_place_is_named_where_a_claim_rests_on_state_affiliated_outlets() -> None:
    texts = {caution.code: caution.text for caution in cautions_of(told("TASS", None), told("A Blog", None))}
    assert texts[CautionCode.STATE_AFFILIATED_ONLY] == (
        "It rests on state-affiliated outlets alone: TASS. Whether A Blog had it from elsewhere is not known."
    )


def test_who_may_say_so_in_other_words_is_named_where_a_claim_rests_on_state_affiliated_outlets() -> None:
    claim, agreeing = told("TASS", None), told("LIGA.net", None, by=("TASS",))
    others = told("Reuters", None), told("LIGA.net", None, by=("TASS",), number=2)
    corpus = a_corpus([claim, agreeing, *others], all_agree(claim, agreeing), [a_group(claim, agreeing, *others)])
    (finding,) = analyse(corpus, claim.article_id)
    (caution,) = (each for each in finding.cautions if each.code is CautionCode.STATE_AFFILIATED_ONLY)
    assert caution.text == (
        "It rests on state-affiliated outlets alone: TASS. Look at its group too: Reuters may say so in other words."
    )


def test_a_disputed_outlet_among_those_that_a_claim_rests_on_is_named() -> None:
    both = told("TASS", medinsky()), told("Interfax", medinsky())
    texts = {each.code: each.text for each in cautions_of(*both)}
    assert texts[CautionCode.STATE_AFFILIATED_ONLY] == (
        "It rests on state-affiliated outlets alone: Interfax and TASS. Of Interfax that is disputed."
    )


def test_a_caution_that_rests_on_what_outlets_are_names_those_through_which_the_claim_comes() -> None:
    cautions = {each.code: each.outlets for each in cautions_of(told("TASS", None), told("A Blog", None, by=("RIA",)))}
    assert cautions[CautionCode.STATE_AFFILIATED_ONLY] == ("tass",)
    assert cautions[CautionCode.UNATTRIBUTED] == ()


def test_a_member_of_the_group_that_says_something_else_lifts_nothing() -> None:
    claim, other = told("TASS", medinsky(), about=("RU",)), told("The Guardian", None)
    corpus = a_corpus([claim, other], groups=[a_group(claim, other)])
    (finding,) = analyse(corpus, claim.article_id)
    codes = {caution.code for caution in finding.cautions}
    assert (finding.count.origins, finding.count.independent) == (1, 1)
    assert {CautionCode.SINGLE_SOURCE, CautionCode.STATE_AFFILIATED_ONLY, CautionCode.SELF_INTEREST} <= codes


def test_a_publishers_own_voice_is_unattributed_not_single_source() -> None:
    assert codes_of(told("Reuters", None)) == {CautionCode.UNATTRIBUTED}


def test_outlets_under_one_control_are_a_single_family() -> None:
    assert CautionCode.SINGLE_FAMILY in codes_of(told("TASS", None), told("RIA Novosti", None))
    assert CautionCode.SINGLE_FAMILY not in codes_of(told("TASS", None), told("Reuters", None))
    assert CautionCode.SINGLE_FAMILY not in codes_of(told("TASS", None))


@pytest.mark.parametrize("name", ["TASS", "Ukrinform"])
def test_the_outlet_of_any_state_alone_is_state_affiliated_only(name: str) -> None:
    assert CautionCode.STATE_AFFILIATED_ONLY in codes_of(told("LIGA.net", None, by=(name,)))
    assert CautionCode.STATE_AFFILIATED_ONLY not in codes_of(told("LIGA.net", None, by=(name,)), told("Reuters", None))


def test_a_disputed_outlet_alone_is_disputed_not_state_affiliated() -> None:
    codes = codes_of(told("LIGA.net", None, by=("Interfax",)))
    assert CautionCode.DISPUTED_LABEL in codes
    assert CautionCode.STATE_AFFILIATED_ONLY not in codes


def test_nobody_named_anywhere_is_unnamed_only() -> None:
    assert CautionCode.UNNAMED_ONLY in codes_of(told("Reuters", unnamed()), told("The Guardian", unnamed()))
    assert CautionCode.UNNAMED_ONLY not in codes_of(told("Reuters", unnamed()), told("The Guardian", zelensky()))


def test_what_the_text_reports_as_hearsay_is_hearsay() -> None:
    assert CautionCode.HEARSAY in codes_of(told("Reuters", zelensky(), hedged=True))
    assert CautionCode.HEARSAY in codes_of(told("Reuters", None, mode=Mode.INDIRECT, cue="reportedly"))
    assert CautionCode.HEARSAY not in codes_of(told("Reuters", None))


def test_two_outlets_that_cite_each_other_are_circular() -> None:
    one, other = told("LIGA.net", None, by=("Asia-Plus",)), told("Asia-Plus", None, by=("LIGA.net",))
    (text,) = (caution.text for caution in cautions_of(one, other) if caution.code is CautionCode.CIRCULAR)
    assert text == "LIGA.net cites Asia-Plus, Asia-Plus cites LIGA.net: Asia-Plus and LIGA.net rest on each other."


def ring_text(claim: Claim, *others: Claim) -> str:
    return " ".join(caution.text for caution in cautions_of(claim, *others) if caution.code is CautionCode.CIRCULAR)


def test_a_ring_of_three_is_circular_for_those_in_it_alone() -> None:
    ring = [
        told("LIGA.net", None, by=("Asia-Plus",)),
        told("Asia-Plus", None, by=("Reuters",)),
        told("Reuters", None, by=("LIGA.net",)),
    ]
    outside = told("The Guardian", None, by=("Reuters",))
    assert all("rest on each other" in ring_text(claim, *(one for one in ring if one != claim)) for claim in ring)
    assert "rest on each other" not in ring_text(outside, *ring)


def test_a_chain_that_leads_on_is_not_circular_nor_an_outlet_that_names_itself() -> None:
    assert CautionCode.CIRCULAR not in codes_of(
        told("LIGA.net", None, by=("Asia-Plus",)), told("Asia-Plus", None, by=("Reuters",))
    )
    assert CautionCode.CIRCULAR not in codes_of(told("TASS", unnamed(), by=("TASS",)))


def test_conflicts_and_other_figures_are_named() -> None:
    claim, other = told("TASS", medinsky()), told("LIGA.net", zelensky())
    for agreement, code in (
        (Agreement.CONFLICTS, CautionCode.CONTRADICTED),
        (Agreement.FIGURES_DIFFER, CautionCode.FIGURES_DIFFER),
    ):
        comparison = a_comparison(claim, other, agreement=agreement)
        texts = {caution.code: caution.text for caution in cautions_of(claim, other, comparisons=[comparison])}
        assert texts[code].endswith("Volodymyr Zelensky (through LIGA.net).")


@pytest.mark.parametrize(("state", "official", "agency"), [("RU", medinsky(), "TASS"), ("UA", zelensky(), "Ukrinform")])
def test_a_claim_about_a_state_on_its_own_sources_alone_is_self_interest(
    state: str, official: object, agency: str
) -> None:
    spoken = told("Reuters", official, about=(state,))  # type: ignore[arg-type]
    printed = told(agency, None, number=2, about=(state,))
    assert CautionCode.SELF_INTEREST in codes_of(spoken)
    assert CautionCode.SELF_INTEREST in codes_of(printed)
    assert CautionCode.SELF_INTEREST not in codes_of(spoken, told("The Guardian", None))
    assert CautionCode.SELF_INTEREST not in codes_of(told("Reuters", official, about=("TR",)))  # type: ignore[arg-type]


def test_a_state_says_nothing_of_itself_through_one_of_several_joint_speakers() -> None:
    joint = linked("Reuters", (medinsky(), zelensky()), about=("RU",))
    assert CautionCode.SELF_INTEREST not in codes_of(joint)


def test_an_outlet_that_the_directory_does_not_know_is_named() -> None:
    texts = [caution.text for caution in cautions_of(told("A Blog", None, by=("TASS",)))]
    assert "The directory does not know A Blog." in texts


def test_findings_come_in_the_order_of_the_text_and_all_of_them_on_demand() -> None:
    late, early = told("TASS", medinsky(), start=40), told("TASS", None, start=0)
    elsewhere = linked("LIGA.net", (outlet("Reuters"),))
    corpus = a_corpus([late, elsewhere, early])
    assert [finding.claim for finding in analyse(corpus, late.article_id)] == [early, late]
    assert {finding.claim.id for finding in list_findings(corpus)} == set(corpus.claims)


def test_many_outlets_with_one_root_are_circular() -> None:
    group = [told("TASS", None), told("LIGA.net", None, by=("TASS",)), told("Asia-Plus", None, by=("TASS",))]
    (text,) = (caution.text for caution in cautions_of(*group) if caution.code is CautionCode.CIRCULAR)
    assert text == "Asia-Plus and LIGA.net print it, and all lead back to TASS: many outlets, one root."
    assert all(CautionCode.CIRCULAR in codes_of(claim, *(o for o in group if o != claim)) for claim in group)


def test_one_outlet_that_carries_another_is_not_circular() -> None:
    group = [told("TASS", None), told("LIGA.net", None, by=("TASS",)), told("The Guardian", None)]
    assert CautionCode.CIRCULAR not in codes_of(*group)


def test_a_page_on_a_host_that_only_resembles_an_outlets_says_so_of_its_own_claims_alone() -> None:
    claim, other = told("Reuters", None), told("The Guardian", zelensky())
    words = "The page lies at reuters.co, which resembles reuters.com."
    corpus = replace(a_corpus([claim, other], [], [a_group(claim, other)]), resemblances={claim.article_id: words})
    cautions = {finding.claim.id: finding.cautions for finding in list_findings(corpus)}
    assert Caution(code=CautionCode.LOOK_ALIKE, text=words) in cautions[claim.id]
    assert CautionCode.LOOK_ALIKE not in {caution.code for caution in cautions[other.id]}


def gained(*claims: Claim, comparisons: Sequence[Comparison] = ()) -> dict[str, list[str]]:
    """By publisher, what is said of certainty that its claim gained."""
    corpus = a_corpus(claims, comparisons, [a_group(*claims)])
    return {
        finding.claim.chain.publisher.agent.name: [
            caution.text for caution in finding.cautions if caution.code is CautionCode.GAINS_CERTAINTY
        ]
        for finding in list_findings(corpus)
    }


def test_a_claim_printed_plainly_says_who_had_it_with_a_hedge_and_in_which_words() -> None:
    first = told("Reuters", None, mode=Mode.INDIRECT, cue="allegedly", hedged=True)
    later = told("LIGA.net", None, by=("Reuters",))
    expected = (
        "Reuters (“Talks in Istanbul”, 2025-06-02) has it with a hedge (“allegedly”): “the talks lasted an hour”. "
        "LIGA.net, crediting Reuters, says so plainly."
    )
    assert gained(first, later) == {"Reuters": [], "LIGA.net": [expected]}


def test_a_possibility_that_is_printed_as_a_fact_gains_certainty() -> None:
    first, later = told("Reuters", None), told("LIGA.net", None, by=("Reuters",))
    here, there = ((Span(4, 9),), ()) if first.id < later.id else ((), (Span(4, 9),))
    reason = Reason(code="possibility", text="Only one of the two says “talks”.", left=here, right=there)
    comparison = a_comparison(first, later, reasons=(reason,))
    (text,) = gained(first, later, comparisons=[comparison])["LIGA.net"]
    assert "has it with a hedge (“talks”)" in text
    assert gained(first, later, comparisons=[a_comparison(first, later)])["LIGA.net"] == []


def test_a_possibility_gains_nothing_where_the_plain_wording_is_the_earlier_outlets_own() -> None:
    first, later = told("Reuters", None), told("LIGA.net", None, by=("Reuters",))
    here, there = ((), (Span(4, 9),)) if first.id < later.id else ((Span(4, 9),), ())
    reason = Reason(code="possibility", text="Only one of the two says “talks”.", left=here, right=there)
    assert set(
        map(tuple, gained(first, later, comparisons=[a_comparison(first, later, reasons=(reason,))]).values())
    ) == {()}
