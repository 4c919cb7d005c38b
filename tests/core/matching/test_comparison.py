import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import Frequencies, compare, compare_profiles, prepare
from provenance.model import Agreement, Comparison
from tests.builders import a_claim, an_article

UNILATERALLY = "Russia will unilaterally hand over the bodies of 6,000 Ukrainian soldiers next week"
REMAINS = "Moscow would unilaterally give Ukraine the remains of 6,000 of its servicemen in the coming week"
CEASEFIRE = (
    "Russia offered a ceasefire of two to three days on some sections of the front so that bodies can be collected"
)
TRUCE = (
    "The Russians proposed a truce of two or three days along stretches of the front to let armies gather their dead"
)
EACH = "Russia and Ukraine agreed to exchange the bodies of fallen soldiers 6,000 for 6,000"
BOTH_WAYS = "Russia and Ukraine agreed to return the bodies of 12,000 soldiers"
ONE_WAY = "Russia will return the bodies of 6,000 soldiers"
LASTED = "The second round of talks between Russia and Ukraine in Istanbul lasted {}"
LIST = "The Ukrainian delegation handed over a list of {}"


def compared(frequencies: Frequencies, one: str, other: str, cue: str = "said") -> Comparison | None:
    return compare(
        a_claim(one, article=an_article("one", url="https://one.example"), cue=cue),
        a_claim(other, article=an_article("other", url="https://other.example")),
        frequencies,
    )


def agreement(frequencies: Frequencies, one: str, other: str, cue: str = "said") -> Agreement:
    comparison = compared(frequencies, one, other, cue)
    return comparison.agreement if comparison else Agreement.UNRELATED


def reason_codes(frequencies: Frequencies, one: str, other: str) -> list[str]:
    comparison = compared(frequencies, one, other)
    assert comparison
    return [reason.code for reason in comparison.reasons]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (UNILATERALLY, REMAINS),
        (LASTED.format("a little over an hour"), LASTED.format("barely an hour")),
        (LASTED.format("about an hour"), "The meeting ran from 14:43 to 15:57"),
        (LIST.format("339 children"), "A list naming 339 children was received from the Ukrainian team"),
        (LIST.format("nearly 400 abducted children"), LIST.format("up to 400 children")),
        (CEASEFIRE, TRUCE),
        (
            "Russia had returned 101 children to Ukraine, while Ukraine had returned about 20 children to Russia",
            "Russia has sent 101 minors home to Ukraine, and Ukraine has sent back some 20",
        ),
        ("Only 15% of the 6,000 bodies have been identified", "Of the 6,000 bodies, 15 percent were identified"),
    ],
)
def test_the_same_in_other_words_agrees(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.AGREES


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (UNILATERALLY, EACH, "opposites"),
        (
            "The aircraft were damaged in the drone strike, not destroyed",
            "About 10 aircraft were destroyed",
            "negation",
        ),
        ("No aircraft was destroyed", "About 10 aircraft were destroyed", "negation"),
        ("The damaged aircraft will be repaired", "More than half of the aircraft are beyond repair", "opposites"),
        ("No child was kidnapped", "Russia abducted nearly 400 children", "negation"),
        ("Kyiv accepted an unconditional ceasefire", "Kyiv rejected an unconditional ceasefire", "opposites"),
        ("The actor was found dead at home", "Reports that the actor was found dead are a hoax", "refutation"),
        ("Apple will shut down Beats Music", "Apple won’t shut down Beats Music", "negation"),
    ],
)
def test_what_cannot_both_hold_conflicts(frequencies: Frequencies, one: str, other: str, code: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.CONFLICTS
    assert code in reason_codes(frequencies, one, other)


@pytest.mark.parametrize("cue", ["called on", "refuses", "has urged"])
def test_what_somebody_wants_done_or_will_not_do_says_nothing_of_what_is(frequencies: Frequencies, cue: str) -> None:
    assert agreement(frequencies, "the rebels to free the observers", "The rebels did not free the observers", cue) is (
        Agreement.UNRELATED
    )
    assert agreement(frequencies, "Moscow to recognise the vote", "Moscow recognised the vote", cue) is (
        Agreement.UNRELATED
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The envoy was denied entry to Poland", "The envoy asked for entry to Poland"),
        ("The country is in nothing other than a civil war", "The country is in a civil war"),
        ("Voters are asked whether or not they support autonomy", "Voters support autonomy"),
        ("The men wore uniforms with no insignia", "The men wore uniforms without insignia"),
    ],
)
def test_words_that_look_like_a_denial_deny_nothing(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is not Agreement.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A minister who sells the port is not a minister the town can trust", "The town can't trust the minister"),
        ("The council was blamed for its refusal to sell the port", "The council did not sell the port"),
        ("Not one but two towns will sell the port of Gagarinsk", "The port of Gagarinsk has one owner and two towns"),
    ],
)
def test_who_negates_what_the_other_negates_too_excludes_nothing(
    frequencies: Frequencies, one: str, other: str
) -> None:
    assert agreement(frequencies, one, other) is not Agreement.CONFLICTS


def test_a_few_words_of_a_long_claim_are_not_what_another_denies(frequencies: Frequencies) -> None:
    short = "The numbers do not add up"
    long = (
        "A rule of the party, written after a quarrel in Lagos in May, adds two numbers to the ballots of the congress"
    )
    assert agreement(frequencies, short, long) is not Agreement.CONFLICTS


def test_opposite_words_of_other_people_exclude_nothing(frequencies: Frequencies) -> None:
    one, other = "Support for {} in the harbour towns rose in May", "Support for {} in the harbour towns fell in May"
    assert agreement(frequencies, one.format("Umerov"), other.format("Umerov")) is Agreement.CONFLICTS
    assert agreement(frequencies, one.format("Umerov"), other.format("Medinsky")) is not Agreement.CONFLICTS


def test_opposite_words_or_figures_in_claims_of_which_little_is_shared_tell_nothing(frequencies: Frequencies) -> None:
    rose, fell = "Wages of bakers in the harbour rose", "Wages of sailors, widows and miners in the harbour fell"
    hurt = "Nine sailors were hurt in the harbour"
    hoped = "Twenty sailors, tired of rain and of rent, had hoped for bread, for work and for a bridge to the harbour"
    assert agreement(frequencies, rose, fell) is Agreement.UNRELATED
    assert agreement(frequencies, hurt, hoped) is Agreement.UNRELATED


def test_what_is_told_long_after_may_have_come_about_since_but_a_denial_goes_back(frequencies: Frequencies) -> None:
    told, negated = "The firm will sell the port of Gagarinsk", "The firm will not sell the port of Gagarinsk"
    fell = "Support for Umerov in the harbour towns fell"
    assert later(frequencies, told, negated) == (Agreement.CONFLICTS, Agreement.UNRELATED)
    assert later(frequencies, fell, fell.replace("fell", "rose")) == (Agreement.CONFLICTS, Agreement.UNRELATED)
    assert later(frequencies, told, f"It is not true that {told}") == (Agreement.CONFLICTS, Agreement.CONFLICTS)


def test_figures_told_long_after_or_of_other_people_do_not_differ(frequencies: Frequencies) -> None:
    one, other = "A poll gives {} a lead of four points in Gagarinsk", "A poll gives {} a lead of nine points in {}"
    again = other.format("Umerov", "Gagarinsk")
    assert later(frequencies, one.format("Umerov"), again) == (Agreement.FIGURES_DIFFER, Agreement.UNRELATED)
    ours, theirs = "Three aircraft of the Gagarinsk squadron burned", "Nine aircraft of the Vorkuta squadron burned"
    assert later(frequencies, ours, theirs) == (Agreement.UNRELATED, Agreement.UNRELATED)


def later(frequencies: Frequencies, one: str, other: str) -> tuple[Agreement | None, ...]:
    """How the two stand when they are told within days, and when they are told far apart."""
    profiles = [
        prepare(a_claim(text, article=an_article(text, url=f"https://{number}.example")), frequencies)
        for number, text in enumerate((one, other))
    ]
    found = [compare_profiles(*profiles, far=far) for far in (False, True)]
    return tuple(each.agreement if each else None for each in found)


def test_a_denial_and_a_negation_of_one_thing_do_not_exclude_each_other(frequencies: Frequencies) -> None:
    denied = "The operator denied that a warning had reached it"
    assert agreement(frequencies, denied, "No warning had reached the operator") is not Agreement.CONFLICTS
    assert agreement(frequencies, denied, "A warning had reached the operator") is Agreement.CONFLICTS


def test_who_denies_any_strike_denies_nothing_told_of_no_strike(frequencies: Frequencies) -> None:
    denied = "there had been any air strike against the regional administration offices"
    stormed = "Protesters stormed the regional administration offices"
    struck = "An air strike against the regional administration offices killed a guard"
    assert agreement(frequencies, denied, stormed, "denied") is not Agreement.CONFLICTS
    assert agreement(frequencies, denied, struck, "denied") is Agreement.CONFLICTS


PLAIN = "The drone that hit the market in Sumy came from Kursk"


def test_a_figure_that_the_other_gives_as_the_former_one_is_revised(frequencies: Frequencies) -> None:
    one = "The death toll of the flood in Derna rose to 40 people from 30 people"
    other = "The death toll of the flood in Derna is 30 people"
    assert agreement(frequencies, one, other) is Agreement.FIGURES_DIFFER
    assert "figure-revised" in reason_codes(frequencies, one, other)


def test_a_figure_that_the_other_only_rejects_is_not_its_former_one(frequencies: Frequencies) -> None:
    one = "The death toll of the flood in Derna is 40 people rather than 30 people"
    codes = reason_codes(frequencies, one, "The death toll of the flood in Derna is 30 people")
    assert "figure-rejected" in codes
    assert "figure-revised" not in codes


def test_a_former_figure_of_another_thing_revises_nothing(frequencies: Frequencies) -> None:
    one = "The flood in Derna drove 40 people from 30 villages"
    assert "figure-revised" not in reason_codes(frequencies, one, "The flood in Derna reached 30 villages")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (PLAIN, True),
        (f"{PLAIN}.", True),
        ("The drone that hit the market at Sumy came from Kursk", True),
        ("A drone that came from Kursk hit the market in Sumy", False),
    ],
)
def test_one_sentence_word_for_word_or_nearly_is_a_reason(frequencies: Frequencies, other: str, same: bool) -> None:
    assert agreement(frequencies, PLAIN, other) is Agreement.AGREES
    assert ("same-sentence" in reason_codes(frequencies, PLAIN, other)) is same


def test_five_words_alike_are_no_sentence_of_one_hand(frequencies: Frequencies) -> None:
    assert agreement(frequencies, "Drones hit Sumy's old market", "Drones hit Sumy's old market") is Agreement.AGREES
    assert "same-sentence" not in reason_codes(frequencies, *["Drones hit Sumy's old market"] * 2)


@pytest.mark.parametrize(
    ("one", "other", "only_one"),
    [
        ("The drone that hit the market in Sumy may have come from Kursk", PLAIN, True),
        ("The drone that hit the market in Sumy allegedly came from Kursk", PLAIN, True),
        ("The drone that hit the market in Sumy in May came from Kursk", PLAIN, False),
        ("The drone that hit the market in Sumy perhaps came from Kursk", f"Apparently, {PLAIN}", False),
    ],
)
def test_words_that_make_a_possibility_of_one_side_alone_are_a_reason(
    frequencies: Frequencies, one: str, other: str, only_one: bool
) -> None:
    assert agreement(frequencies, one, other) is Agreement.AGREES
    assert ("possibility" in reason_codes(frequencies, one, other)) is only_one


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (
            "The second round of talks in Istanbul began on 2 June",
            "The second round of talks in Istanbul began on 3 June",
            "days-differ",
        ),
        (
            "The second round of talks in Istanbul began at 13:00",
            "The second round of talks in Istanbul began at 2 p.m.",
            "times-differ",
        ),
    ],
)
def test_another_day_or_time_of_one_happening_differs(
    frequencies: Frequencies, one: str, other: str, code: str
) -> None:
    assert agreement(frequencies, one, other) is Agreement.FIGURES_DIFFER
    assert code in reason_codes(frequencies, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Observers counted 30 tanks near Maiorsk", "Observers counted 90 tanks near Berezove"),
        ("Observers counted 30 tanks on 26 September", "Observers counted 90 tanks on 27 September"),
        ("The plant cost $5m to build", "The plant cost €7m to build"),
        (
            "The town lies 35 kilometers (20 miles) north of Donetsk",
            "The town lies 90 kilometers (60 miles) north of Kyiv",
        ),
    ],
)
def test_figures_of_another_place_day_or_currency_do_not_differ(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.UNRELATED


def test_a_cue_that_denies_refutes_the_content(frequencies: Frequencies) -> None:
    text = "Russia abducted the children"
    assert agreement(frequencies, text, text, cue="denied that") is Agreement.CONFLICTS
    assert agreement(frequencies, text, text, cue="said that") is Agreement.AGREES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LASTED.format("a little over an hour"), LASTED.format("only two hours")),
        ("The meeting ran from 14:43 to 15:57", LASTED.format("only two hours")),
        (LIST.format("339 children"), LIST.format("nearly 400 abducted children")),
        (
            "A list naming 339 children was received from the Ukrainian team",
            LIST.format("nearly 400 abducted children"),
        ),
        (LIST.format("339 children"), "There are over 500 children on the list"),
        (LIST.format("nearly 400 children"), "There are over 500 children on the list"),
        ("Up to 20 Russian aircraft were hit in the strike", "Zelenskyy said 41 Russian aircraft were hit"),
    ],
)
def test_other_figures_of_one_thing_differ(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.FIGURES_DIFFER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine has returned only 22 children to Russia", LIST.format("339 children")),
        ("Russia had returned 101 children to Ukraine", "Ukraine has returned only 22 children to Russia"),
        (UNILATERALLY, "Ukraine and Russia agreed to exchange 1,000 prisoners of war each"),
        (UNILATERALLY, "Only 15% of the 6,000 bodies that Russia wants to hand over have been identified"),
        (LASTED.format("about an hour"), "The Russian delegation has flown to Istanbul for the second round of talks"),
        ("The second round of talks took place in Istanbul", "The first round of talks took place in Istanbul"),
        (
            "The Russian delegation was headed by Vladimir Medinsky",
            "The Ukrainian delegation was headed by Rustem Umerov",
        ),
        (
            "Up to 20 Russian aircraft were hit in the Ukrainian drone strike",
            "The Russian aircraft were damaged in the Ukrainian drone strike, not destroyed",
        ),
        (
            "Russia had agreed to work on the return of 10 of the children",
            "Russia had returned 101 children to Ukraine",
        ),
        ("Police arrested four protesters in Tbilisi", "Police arrested four protesters in Yerevan"),
        ("Umerov rejected the offer", "Tymoshenko rejected the offer"),
        ("There are over 500 children on the list", "An earthquake in Chile killed 339 children"),
        ("There are over 500 children on the list", "Ukraine has returned only 22 children to Russia"),
        ("Moscow returned 22 children", "Moscow received a list of 339 children"),
        ("The Russian delegation flew home from Istanbul to Moscow", "The Russian delegation slept badly in Istanbul"),
        ("That story was a hoax from beginning to end", "The story of the lighthouse keeper won a prize"),
        ("No child was kidnapped", "The children returned to school"),
        ("Kyiv has not accepted the ceasefire", "Kyiv rejected the ceasefire"),
        ("No aircraft was destroyed in the strike at the airfield", "Aircraft left the airfield before the strike"),
        ("Ukraine announced new sanctions against Russian airlines", "Canada imposes sanctions on Russia over Ukraine"),
        ("About 10 aircraft were destroyed", "Up to 20 Russian aircraft were hit in the Ukrainian drone strike"),
        (
            "The sides agreed to exchange all wounded prisoners and all soldiers under the age of 25",
            "The delegations could not agree on a ceasefire",
        ),
        (
            "Turkey hosted the meeting, as it had hosted the first one in May",
            "Turkey is the host of the second round as well, and the meeting is planned for a single day",
        ),
    ],
)
def test_one_topic_is_not_yet_one_claim(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.UNRELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv accepted the ceasefire that Moscow rejected", "Moscow rejected the ceasefire"),
        ("The strike not only destroyed aircraft but shut the airfield", "The strike destroyed aircraft"),
        ("The delegations exchanged documents", "The delegations exchanged documents and drank tea"),
        ("Umerov rejected the offer", "Umierov rejected the offer"),
        ("Apple Plans To Shut Down Beats Music", "Apple Shutting Down Beats Music Service"),
        (
            "The talks between Russia and Ukraine lasted about an hour",
            "The talks between Ukraine and Russia in Istanbul lasted just over an hour",
        ),
    ],
)
def test_what_looks_opposed_or_partial_may_yet_agree(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.AGREES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "a loss in either village would knock her out of the race",
            "to knock Ostrander out of the race by driving him to a loss in Lagos",
        ),
        (
            "The delegations exchanged documents",
            "The delegations spoke Russian, exchanged documents, drank tea and left by a side door at midnight",
        ),
    ],
)
def test_a_phrase_with_other_things_said_of_it_is_not_yet_one_claim(
    frequencies: Frequencies, one: str, other: str
) -> None:
    assert agreement(frequencies, one, other) is Agreement.UNRELATED


def test_what_shares_many_rare_words_may_be_put_another_way(frequencies: Frequencies) -> None:
    one, other = (
        "The ferry workers voted to end the strike after six weeks",
        "The strike of six weeks ended with a vote of the ferry workers",
    )
    assert agreement(frequencies, one, other) is Agreement.AGREES


def test_a_figure_vouches_for_what_is_put_another_way_but_not_a_mere_handful(frequencies: Frequencies) -> None:
    one, other = (
        "Pilots say that {} ferries are too many for the harbour",
        "in the harbour the mayor has named {} ferries after her daughters",
    )
    assert agreement(frequencies, one.format("40"), other.format("40")) is Agreement.AGREES
    assert agreement(frequencies, one.format("two"), other.format("two")) is Agreement.UNRELATED


def test_another_place_in_the_same_role_is_told_as_the_reason(frequencies: Frequencies) -> None:
    won = "Lopatin won the vote of the harbour pilots in {} by a wide margin"
    comparison = compared(frequencies, won.format("South Odesa"), won.format("Batumi"))
    assert comparison
    assert comparison.agreement is Agreement.UNRELATED
    (reason,) = comparison.reasons
    assert (reason.code, reason.text) == ("other-names", "Others are named: “South Odesa” against “Batumi”.")
    assert [span.of(won.format("South Odesa")) for span in reason.left] == ["South Odesa"]
    assert [span.of(won.format("Batumi")) for span in reason.right] == ["Batumi"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Lopatin", "Mayor Lopatin"),
        ("Lopatin in Odesa", "on a Monday of October Lopatin"),
        ("the Republican Lopatin", "Lopatin in Odesa"),
        ("Lopatin in Odesa near Batumi", "Lopatin"),
    ],
)
def test_a_first_name_a_title_a_day_and_what_one_side_alone_names_make_no_other_actor(
    frequencies: Frequencies, one: str, other: str
) -> None:
    won = "Yesterday {} won the vote of the harbour pilots by a wide margin"
    assert agreement(frequencies, won.format(one), won.format(other)) is Agreement.AGREES


def test_figures_of_joint_names_are_of_one_thing_in_either_order(frequencies: Frequencies) -> None:
    one, other = "Talks between Russia and Ukraine lasted {}", "Talks between Ukraine and Russia lasted {}"
    assert agreement(frequencies, one.format("an hour"), other.format("two hours")) is Agreement.FIGURES_DIFFER


def test_twelve_thousand_both_ways_is_six_thousand_one_way(frequencies: Frequencies) -> None:
    assert "both-ways" in reason_codes(frequencies, BOTH_WAYS, ONE_WAY)
    assert agreement(frequencies, BOTH_WAYS, ONE_WAY) is Agreement.AGREES
    assert (
        agreement(frequencies, "Russia will return the bodies of 12,000 soldiers", ONE_WAY) is Agreement.FIGURES_DIFFER
    )


def test_claims_without_a_word_in_common_are_not_compared(frequencies: Frequencies) -> None:
    assert compared(frequencies, "Russia returned the children", "A bank in Lagos closed") is None
    assert compared(frequencies, "сообщил источник", "the and of") is None


def test_cyrillic_claims_are_compared(frequencies: Frequencies) -> None:
    assert agreement(frequencies, "Россия передаст 339 детей", "Россия передаст 339 детей") is Agreement.AGREES


def test_reasons_carry_the_words_of_both_sides(frequencies: Frequencies) -> None:
    one = a_claim(LIST.format("339 children"), article=an_article("one", url="https://one.example"))
    other = a_claim("There are over 500 children on the list", article=an_article("other", url="https://other.example"))
    comparison = compare(one, other, frequencies)
    assert comparison
    left, right = (one, other) if comparison.left == one.id else (other, one)
    reason = comparison.reasons[0]
    words = {span.of(left.text) for span in reason.left} | {span.of(right.text) for span in reason.right}
    assert (reason.code, words) == ("figures-differ", {"339 children", "over 500 children"})


TEXTS = st.sampled_from(
    [
        UNILATERALLY,
        EACH,
        BOTH_WAYS,
        ONE_WAY,
        LASTED.format("barely an hour"),
        LASTED.format("only two hours"),
        LIST.format("339 children"),
        LIST.format("nearly 400 abducted children"),
        "There are over 500 children on the list",
        "No child was kidnapped",
        "Selenskyj denied it",
        "Zelenskyy said 41 aircraft were hit",
    ]
)


@given(one=TEXTS, other=TEXTS)
def test_the_order_of_two_claims_plays_no_part(frequencies: Frequencies, one: str, other: str) -> None:
    left = a_claim(one, article=an_article("one", url="https://one.example"))
    right = a_claim(other, article=an_article("other", url="https://other.example"))
    there, back = compare(left, right, frequencies), compare(right, left, frequencies)
    assert there == back
    texts = {left.id: one, right.id: other}
    for reason in there.reasons if there else ():
        assert all(span.end <= len(texts[there.left]) for span in reason.left)
        assert all(span.end <= len(texts[there.right]) for span in reason.right)


@given(one=st.text(max_size=60).filter(str.strip), other=st.text(max_size=60).filter(str.strip))
def test_no_text_breaks_a_comparison(frequencies: Frequencies, one: str, other: str) -> None:
    comparison = compared(frequencies, one, other)
    assert comparison is None or 0 < comparison.similarity <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Republican front-runner Pavel Ostrander", "Republican front-runner Pavel Ostrander"),
        ("a single-payer health system", "the single-payer health system"),
        ("she is with former secretary of state Dana Whitlock", "the former secretary of state"),
        ("Sen. Ted Ostrander, R-Ohio", "Ohio Sen. Ted Ostrander"),
        ("“Shamelessly slandered,”", "“Shamelessly slandered.”"),
    ],
)
def test_a_bare_name_of_a_thing_agrees_with_nothing(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.UNRELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to build a wall along the southern border", "building a wall along the southern border"),
        ("Pavel Ostrander Drops Out Of Race In Iowa", "Pavel Ostrander dropped out of the race in Iowa"),
        ("Медведчук передав Москві список полонених", "Медведчук передав Москві список полонених у середу"),
    ],
)
def test_what_is_done_or_to_be_done_is_said_of_something(frequencies: Frequencies, one: str, other: str) -> None:
    assert agreement(frequencies, one, other) is Agreement.AGREES
