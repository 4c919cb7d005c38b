"""What an outlet is follows from the assertions that hold at the day, by rules that a reader can see."""

from collections.abc import Mapping
from datetime import date

import pytest

from provenance.model import Classification, Label, StateAffiliation
from provenance.outlets import LABEL_RULES, VOTES, classify
from provenance.outlets.dimensions import TYPES_OF_MEDIA, VALUES
from tests.core.outlets.builders import a_directory, a_name, a_relation, an_assertion, an_outlet

YES, NO = StateAffiliation.YES, StateAffiliation.NO
DISPUTED, UNKNOWN = StateAffiliation.DISPUTED, StateAffiliation.UNKNOWN
DAY = date(2025, 6, 2)


def classified(*assertions: Mapping[str, str], on: date | None = DAY) -> Classification:
    return classify(a_directory(assertions=assertions), "times", on)


def outcome(*atoms: str, **cells: str) -> tuple[StateAffiliation, Label, str]:
    """Of assertions by one rater, as "dimension:value"."""
    found = classified(*(an_assertion(*atom.split(":"), **cells) for atom in atoms))
    return found.standing.state_affiliated, found.standing.label, found.rule


@pytest.mark.parametrize(
    ("atoms", "expected"),
    [
        ("ownership:party_state smm_code:SC", (YES, Label.PARTY, "A2+L1")),
        ("ownership:state smm_code:SC", (YES, Label.STATE_OWNED, "A2+L2")),
        ("ownership:state_majority", (YES, Label.STATE_OWNED, "A2+L2")),
        ("ownership:state funding:state_budget", (YES, Label.STATE_OWNED, "A2+L2")),
        ("ownership:private smm_code:CaPr", (YES, Label.PRIVATE_CAPTURED, "A2+L3")),
        ("editorial_control:captured_private", (YES, Label.PRIVATE_CAPTURED, "A2+L3")),
        ("ownership:state_company smm_code:CaPr", (YES, Label.STATE_CONTROLLED, "A2+L4")),
        ("ownership:state_company smm_code:CaPu", (YES, Label.STATE_CONTROLLED, "A2+L4")),
        ("smm_code:SC", (YES, Label.STATE_CONTROLLED, "A2+L4")),
        ("funding:state_budget", (YES, Label.STATE_CONTROLLED, "A2+L5")),
        (
            "ownership:public_law_body funding:licence_fee_or_levy editorial_control:statutory_independence",
            (NO, Label.PUBLIC_SERVICE, "A3+L6"),
        ),
        ("smm_code:IP funding:state_budget", (NO, Label.PUBLIC_SERVICE, "A3+L6")),
        (
            "ownership:state funding:state_budget editorial_control:statutory_independence",
            (NO, Label.STATE_FUNDED_INDEPENDENT, "A3+L7"),
        ),
        (
            "ownership:nonprofit funding:state_grant_to_independent_body editorial_control:statutory_independence",
            (NO, Label.STATE_FUNDED_INDEPENDENT, "A3+L7"),
        ),
        ("smm_code:ISFM", (NO, Label.STATE_FUNDED_INDEPENDENT, "A3+L7")),
        ("smm_code:ISM", (NO, Label.PUBLIC_SERVICE, "A3+L8")),
        ("ownership:state editorial_control:independent", (NO, Label.STATE_OWNED, "A5+L9")),
        (
            "ownership:private editorial_control:constrained_by_censorship_regime",
            (NO, Label.PRIVATE_CONSTRAINED, "A3+L10"),
        ),
        ("ownership:party editorial_control:party_controlled", (NO, Label.PARTY, "A3+L12")),
        ("ownership:cooperative", (NO, Label.NON_PROFIT, "A3+L13")),
        ("ownership:foundation_trust", (NO, Label.NON_PROFIT, "A3+L13")),
        ("ownership:private funding:commercial", (NO, Label.PRIVATE, "A3+L14")),
        ("ownership:private_state_linked", (UNKNOWN, Label.PRIVATE, "A4+L14")),
        ("ownership:public_law_body", (UNKNOWN, Label.PUBLIC_SERVICE, "A4+L15")),
        ("editorial_control:independent", (NO, Label.UNCLASSIFIED, "A3+L16")),
        ("state_affiliation:yes", (YES, Label.UNCLASSIFIED, "A2+L16")),
        ("kind:wire_agency", (UNKNOWN, Label.UNCLASSIFIED, "A4+L16")),
    ],
)
def test_the_first_rule_that_applies_gives_the_label(atoms: str, expected: tuple[StateAffiliation, Label, str]) -> None:
    assert outcome(*atoms.split()) == expected


def test_raters_who_differ_make_it_disputed_and_the_fewer_are_the_dissent() -> None:
    found = classified(
        an_assertion("ownership", "private", rater="watch"),
        an_assertion("state_affiliation", "no", rater="self", basis="research"),
        an_assertion("state_affiliation", "yes", rater="daily", basis="article_wording"),
    )
    assert (found.standing.state_affiliated, found.standing.label, found.rule) == (DISPUTED, Label.PRIVATE, "A1+L14")
    assert [(one.rater, one.value) for one in found.dissent] == [("daily", "yes")]
    assert [(one.rater, one.value) for one in found.assertions] == [("watch", "private"), ("self", "no")]
    assert found.standing.states == ("XA",)
    assert found.standing.control_family == "times"


def test_of_two_equal_sides_the_one_that_says_no_is_the_dissent() -> None:
    found = classified(an_assertion("smm_code", "SC"), an_assertion("editorial_control", "independent", rater="daily"))
    assert [(one.rater, one.value) for one in found.dissent] == [("daily", "independent")]


@pytest.mark.parametrize(
    ("owner", "label"),
    [
        ("state", Label.STATE_OWNED),
        ("state_company", Label.STATE_OWNED),
        ("party_state", Label.PARTY),
        ("nonprofit", Label.NON_PROFIT),
        ("public_law_body", Label.PUBLIC_SERVICE),
        ("unknown", Label.UNCLASSIFIED),
    ],
)
def test_where_control_is_disputed_the_label_says_who_owns(owner: str, label: Label) -> None:
    found = classified(
        an_assertion("ownership", owner),
        an_assertion("smm_code", "CaPu"),
        an_assertion("editorial_control", "independent", rater="daily"),
    )
    assert (found.standing.state_affiliated, found.standing.label) == (DISPUTED, label)


def test_constraint_still_gives_the_label_where_control_is_disputed() -> None:
    found = classified(
        an_assertion("ownership", "private"),
        an_assertion("editorial_control", "constrained_by_censorship_regime"),
        an_assertion("state_affiliation", "yes", rater="daily"),
    )
    assert (found.standing.state_affiliated, found.standing.label) == (DISPUTED, Label.PRIVATE_CONSTRAINED)


@pytest.mark.parametrize("value", ["eu_broadcast_ban", "xa_foreign_agent", "us_foreign_mission", "xb_sdn"])
def test_a_designation_never_counts(value: str) -> None:
    designation = an_assertion("legal_designation", value, scope=value[:2].upper(), basis="legal_act")
    plain = an_assertion("ownership", "private")
    assert classified(plain, designation).standing == classified(plain).standing
    assert classified(plain, designation).assertions == classified(plain).assertions


def test_what_an_outlet_says_of_its_own_independence_is_shown_but_does_not_count() -> None:
    found = classified(
        an_assertion("smm_code", "SC"),
        an_assertion("editorial_control", "independent", rater="self", basis="self_declared"),
    )
    assert found.standing.state_affiliated is YES
    assert [one.rater for one in found.dissent] == ["self"]


def test_where_raters_differ_the_outlets_own_praise_is_on_neither_side() -> None:
    found = classified(
        an_assertion("smm_code", "SC"),
        an_assertion("editorial_control", "independent", rater="daily"),
        an_assertion("editorial_control", "independent", rater="self", basis="self_declared"),
    )
    assert [one.rater for one in found.assertions] == ["watch"]
    assert [one.rater for one in found.dissent] == ["daily"]
    assert "Shown but not counted: Self" in found.reason


def test_a_law_that_an_outlet_names_counts() -> None:
    found = classified(
        an_assertion("ownership", "state"),
        an_assertion("editorial_control", "statutory_independence", rater="self", basis="self_declared"),
    )
    assert found.standing.state_affiliated is NO


def test_of_one_raters_words_the_newest_count() -> None:
    found = classified(
        an_assertion("smm_code", "ISFM", asserted="2023"),
        an_assertion("smm_code", "SC", asserted="2025-10-01"),
    )
    assert [one.value for one in found.assertions] == ["SC"]
    assert found.standing.state_affiliated is YES


def test_words_about_a_topic_do_not_count_for_the_whole() -> None:
    assert outcome("smm_code:SC", scope="edition:en") == (UNKNOWN, Label.UNCLASSIFIED, "A4+L16")


def test_the_directorys_own_judgement_counts_only_where_nobody_cited_speaks() -> None:
    judged = an_assertion("editorial_control", "state_controlled", basis="curator_judgement")
    assert classified(judged).standing.state_affiliated is YES
    found = classified(judged, an_assertion("ownership", "private"))
    assert (found.standing.state_affiliated, found.standing.label) == (NO, Label.PRIVATE)
    assert [one.rater for one in found.dissent] == ["curator"]


def test_a_state_that_owns_counts_as_control_unless_independence_is_guaranteed() -> None:
    guarantee = an_assertion("editorial_control", "statutory_independence", rater="daily")
    assert classified(an_assertion("ownership", "state"), guarantee).standing.state_affiliated is NO
    word = an_assertion("editorial_control", "independent", rater="daily")
    assert classified(an_assertion("ownership", "state"), word).standing.state_affiliated is DISPUTED


def test_a_private_owner_counts_against_control_unless_a_rater_found_it() -> None:
    owner = an_assertion("ownership", "private", rater="daily")
    assert classified(owner, an_assertion("smm_code", "SC")).standing.state_affiliated is YES
    assert classified(owner, an_assertion("state_affiliation", "yes")).standing.state_affiliated is DISPUTED


def test_one_rater_who_says_both_is_read_by_what_was_found() -> None:
    found = classified(an_assertion("smm_code", "ISFM"), an_assertion("state_affiliation", "yes"))
    assert (found.standing.state_affiliated, found.rule) == (NO, "A5+L7")
    assert [one.value for one in found.dissent] == ["yes"]


def test_assertions_hold_only_in_their_interval() -> None:
    rows = (
        an_assertion("ownership", "state", until="2013-12-08"),
        an_assertion("ownership", "private", since="2013-12-09"),
    )
    assert classified(*rows, on=date(2013, 12, 8)).standing.label is Label.STATE_OWNED
    assert classified(*rows, on=date(2013, 12, 9)).standing.label is Label.PRIVATE
    assert classified(*rows, on=None).standing.label is Label.PRIVATE


def test_a_brand_takes_what_nobody_asserts_of_it_from_the_outlet_above() -> None:
    directory = a_directory(
        outlets=[an_outlet("times"), an_outlet("brand", "Brand")],
        assertions=[
            an_assertion("ownership", "state"),
            an_assertion("smm_code", "SC"),
            an_assertion("editorial_control", "independent", outlet="brand", since="2020"),
        ],
        relations=[a_relation("brand_of", "times", outlet="brand", since="2014")],
    )
    before = classify(directory, "brand", date(2013, 1, 1)).standing
    between = classify(directory, "brand", date(2015, 1, 1)).standing
    after = classify(directory, "brand", date(2021, 1, 1)).standing
    assert (before.state_affiliated, before.label, before.control_family) == (UNKNOWN, Label.UNCLASSIFIED, "brand")
    assert (between.state_affiliated, between.label, between.control_family) == (YES, Label.STATE_OWNED, "state:XA")
    assert (after.state_affiliated, after.label, after.control_family) == (NO, Label.STATE_OWNED, "times")


def test_what_a_company_owns_takes_nothing_over() -> None:
    directory = a_directory(
        outlets=[an_outlet("times"), an_outlet("post", "Post")],
        assertions=[an_assertion("smm_code", "SC")],
        relations=[a_relation("controlled_by", "times", outlet="post")],
    )
    standing = classify(directory, "post", DAY).standing
    assert (standing.state_affiliated, standing.control_family) == (UNKNOWN, "times")


@pytest.mark.parametrize(
    ("value", "relations", "family", "states"),
    [
        pytest.param("SC", [("controlled_by", "state:XB")], "state:XB", ("XB",), id="the state of the relation"),
        pytest.param("SC", [], "state:XA", ("XA",), id="else the country"),
        pytest.param("SC", [("controlled_by", "company:oil")], "state:XA", ("XA",), id="a company of the state"),
        pytest.param("ISFM", [("controlled_by", "state:XB")], "times", (), id="not the state of an independent one"),
        pytest.param("ISFM", [("controlled_by", "company:oil")], "company:oil", (), id="but its company"),
        pytest.param("ISFM", [], "times", (), id="itself"),
        pytest.param(
            "SC",
            [("controlled_by", "state:XB"), ("part_of", "group")],
            "state:XB",
            ("XB",),
            id="who controls comes before what it is part of",
        ),
        pytest.param("ISFM", [("part_of", "group")], "group", (), id="the highest group"),
    ],
)
def test_the_control_family_is_the_ultimate_controller(
    value: str, relations: list[tuple[str, str]], family: str, states: tuple[str, ...]
) -> None:
    directory = a_directory(
        outlets=[an_outlet(), an_outlet("group", "Group")],
        assertions=[an_assertion("smm_code", value)],
        relations=[a_relation(kind, other) for kind, other in relations],
    )
    standing = classify(directory, "times", DAY).standing
    assert (standing.control_family, standing.states) == (family, states)


@pytest.mark.parametrize(
    ("other", "family", "states"),
    [
        (None, "times", ("XA",)),
        ("state:XB", "state:XB", ("XB",)),
        ("group", "group", ("XC",)),
        ("person:smith", "person:smith", ()),
    ],
)
def test_a_disputed_outlet_carries_the_state_that_it_is_said_to_serve(
    other: str | None, family: str, states: tuple[str, ...]
) -> None:
    directory = a_directory(
        outlets=[an_outlet(), an_outlet("group", "Group", "XC")],
        assertions=[
            an_assertion("editorial_control", "independent"),
            an_assertion("state_affiliation", "yes", rater="daily"),
        ],
        relations=[a_relation("controlled_by", other)] if other else [],
    )
    standing = classify(directory, "times", DAY).standing
    assert (standing.state_affiliated, standing.control_family, standing.states) == (DISPUTED, family, states)


def test_an_outlet_of_no_country_under_a_state_that_nobody_names_is_its_own_family() -> None:
    directory = a_directory(outlets=[an_outlet(country="")], assertions=[an_assertion("smm_code", "SC")])
    standing = classify(directory, "times", DAY).standing
    assert (standing.state_affiliated, standing.control_family, standing.states) == (YES, "times", ())


def test_the_reason_names_the_rules_who_said_what_and_the_way_up() -> None:
    directory = a_directory(
        outlets=[an_outlet(), an_outlet("group", "Example Group")],
        names=[a_name("Old Times", kind="former", since="1992", until="2014")],
        assertions=[
            an_assertion("ownership", "state", asserted="2012"),
            an_assertion("editorial_control", "independent", rater="self", basis="self_declared", evidence_quote="we"),
        ],
        relations=[a_relation("part_of", "group"), a_relation("controlled_by", "state:XA", outlet="group")],
    )
    assert classify(directory, "times", date(2013, 1, 1)).reason == (
        "Example Times was then named Old Times. "
        "Everybody who says something of it says that a state controls it (rule A2). "
        "Yes: Watch (ownership state, 2012: “it is so”). "
        "Label: state-owned. A state owns it (rule L2). "
        "Example Times is part of Example Group. Example Group is controlled by the state XA. "
        "Shown but not counted: Self (editorial control independent: “we”)."
    )


def test_the_reason_says_where_a_label_rests_on_an_uncited_judgement() -> None:
    found = classified(
        an_assertion("editorial_control", "independent"),
        an_assertion("ownership", "private", basis="curator_judgement"),
    )
    assert "Label: private. Privately owned (rule L14). So say: Curator (ownership private, uncited judgement)." in (
        found.reason
    )


def test_a_reason_says_what_a_code_of_a_typology_means() -> None:
    reason = classified(an_assertion("smm_code", "CaPr")).reason
    assert "Watch (State Media Monitor type captured private media (CaPr)" in reason


def test_every_code_of_the_typology_has_its_words() -> None:
    assert set(TYPES_OF_MEDIA) == VALUES["smm_code"]


def test_every_label_can_be_reached_and_the_last_rule_always_applies() -> None:
    assert {rule.label for rule in LABEL_RULES} == set(Label)
    assert all(LABEL_RULES[-1].applies(affiliation, frozenset()) for affiliation in StateAffiliation)


def test_the_rules_speak_of_values_that_exist() -> None:
    atoms = set(VOTES).union(*(group for rule in LABEL_RULES for group in (*rule.needs, rule.lacks)))
    a_directory(
        assertions=[
            an_assertion(*atom.split(":"), asserted=str(1900 + year)) for year, atom in enumerate(sorted(atoms))
        ]
    )
