"""Findings gathered into a report."""

from provenance.model import Agent, AgentKind, Caution, CautionCode, Mode, OutletEntry, Role, Totals
from provenance.report import build_report, ids_of_outlets, report_to_dict
from provenance.report.wording import own_voice_in_words
from tests.builders import a_carrier, a_chain, a_claim, a_link, a_standing, an_article, an_outlet_agent
from tests.core.report.small import (
    MADE_WITH,
    TASS,
    a_classification,
    a_finding,
    a_small_claim,
    a_small_report,
    an_analysis,
)

NO_TOTALS = Totals(
    claims=0,
    attributed=0,
    single_source=0,
    state_affiliated_only=0,
    unnamed=0,
    contradicted=0,
    figures_differ=0,
    origins=0,
    independent_origins=0,
)


def test_outlets_come_in_the_order_of_their_first_claim_with_all_their_claims_and_labels() -> None:
    first = a_claim("one", chain=a_chain(carriers=[a_carrier("TASS", in_text_label="propaganda outlet")]))
    second = a_claim("two", chain=a_chain(carriers=[a_carrier("TASS", in_text_label="state agency"), "RBC"]), start=5)
    tass = a_classification()
    report = a_small_report(findings=(a_finding(first), a_finding(second)), classifications={"tass": tass})
    assert report.outlets == (
        OutletEntry(name="Example Times", classification=None, labels_in_text=(), claims=(first.id, second.id)),
        OutletEntry(
            name="TASS",
            classification=tass,
            labels_in_text=("propaganda outlet", "state agency"),
            claims=(first.id, second.id),
        ),
        OutletEntry(name="RBC", classification=None, labels_in_text=(), claims=(second.id,)),
    )


def test_an_outlet_that_a_caution_rests_on_has_its_evidence_in_the_report_though_no_chain_runs_through_it() -> None:
    tass = a_classification()
    resting = Caution(code=CautionCode.STATE_AFFILIATED_ONLY, text="It rests on TASS.", outlets=("tass",))
    own = a_claim("one", chain=a_chain(carriers=[a_carrier("TASS")]))
    other = a_claim("two", start=5)
    findings = (a_finding(own, cautions=(resting,)), a_finding(other, cautions=(resting,)))
    assert ids_of_outlets(findings) >= {"tass"}
    report = a_small_report(findings=findings, classifications={"tass": tass})
    (shown,) = (entry for entry in report.outlets if entry.classification)
    assert (shown.claims, shown.resting) == ((own.id,), (other.id,))
    report = a_small_report(findings=findings[1:], classifications={"tass": tass})
    assert report.outlets[-1] == OutletEntry(
        name="TASS", classification=tass, labels_in_text=(), claims=(), resting=(other.id,)
    )


def test_an_unknown_outlet_is_one_whatever_the_case_of_its_name() -> None:
    names = [an_outlet_agent(name, outlet=None) for name in ("Coast Wire", "COAST WIRE")]
    findings = tuple(a_finding(a_claim(chain=a_chain(carriers=[name]), start=at)) for at, name in enumerate(names))
    assert [entry.name for entry in a_small_report(findings=findings).outlets] == ["Example Times", "Coast Wire"]


def test_people_are_left_out_but_an_outlet_that_speaks_is_one() -> None:
    spoken = a_chain(speaker=a_link(Agent(name="TASS", kind=AgentKind.OUTLET, outlet="tass")))
    findings = (a_finding(a_claim(chain=spoken)), a_finding(a_claim(start=3)))
    assert [entry.name for entry in a_small_report(findings=findings).outlets] == ["Example Times", "TASS"]


def test_totals_count_attributed_claims_and_leave_out_the_publishers_own_voice() -> None:
    codes = (
        CautionCode.SINGLE_SOURCE,
        CautionCode.STATE_AFFILIATED_ONLY,
        CautionCode.UNNAMED_ONLY,
        CautionCode.CONTRADICTED,
        CautionCode.FIGURES_DIFFER,
    )
    cautions = tuple(Caution(code=code, text="Weigh it.") for code in codes)
    known = a_link(a_carrier("Example Times").agent, role=Role.PUBLISHER, step=0, standing=a_standing())
    one = a_claim("one", chain=a_chain(publisher=known, carriers=[a_carrier("TASS", standing=TASS)], speaker=None))
    two = a_claim("two", chain=a_chain(publisher=known, speaker=None, carriers=[]), start=9, mode=Mode.OWN)
    three = a_claim("three", chain=one.chain, start=20)
    findings = (a_finding(one, cautions=cautions), a_finding(two, cautions=cautions), a_finding(three, cautions=()))
    assert build_report(an_article(), an_analysis(*findings), {}, MADE_WITH, 3).totals == Totals(
        claims=3,
        attributed=2,
        single_source=1,
        state_affiliated_only=1,
        unnamed=1,
        contradicted=1,
        figures_differ=1,
        origins=1,
        independent_origins=1,
    )


def test_an_article_without_claims_has_a_report_too() -> None:
    report = a_small_report(findings=())
    assert (report.findings, report.outlets, report.totals) == ((), (), NO_TOTALS)


def test_the_same_speaker_twice_is_one_origin_of_the_article() -> None:
    findings = tuple(a_finding(a_small_claim(spans=(span,))) for span in a_small_claim().spans * 2)
    assert a_small_report(findings=findings).totals.origins == 1


def test_what_of_the_publishers_own_voice_would_be_counted_is_told_beside_the_figures() -> None:
    state = Caution(code=CautionCode.STATE_AFFILIATED_ONLY, text="It rests on TASS.")
    differing = Caution(code=CautionCode.FIGURES_DIFFER, text="Other figures come from RBC.")
    own = [
        a_finding(a_claim(chain=a_chain(), mode=Mode.OWN, start=at), cautions=cautions)
        for at, cautions in enumerate([(state, differing), (state,), ()])
    ]
    attributed = a_finding(a_claim(start=7), cautions=(state,))
    told = own_voice_in_words(report_to_dict(a_small_report(findings=(*own, attributed))))
    assert told == (
        "These count attributed claims alone. Of the 3 claims in the publisher's own voice, "
        "2 rest on state-affiliated sources alone; 1 has other figures elsewhere."
    )
    alone = own_voice_in_words(report_to_dict(a_small_report(findings=own[:1])))
    assert alone == (
        "Of the 1 claim in the publisher's own voice, 1 rests on state-affiliated sources alone; "
        "1 has other figures elsewhere."
    )
    assert own_voice_in_words(report_to_dict(a_small_report(findings=(own[2], attributed)))) is None
