from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import Frequencies, Judgement, PairModel, Stance, judge_pair, parse_pair_model
from provenance.matching.pairing import ALWAYS, COLUMNS
from provenance.matching.traits import read_traits
from provenance.matching.wording import read_wording
from tests.builders import a_claim, an_article


def packaged(name: str) -> str:
    return files("provenance.matching").joinpath("data", name).read_text("utf-8")


@pytest.fixture(scope="session")
def model() -> PairModel:
    return parse_pair_model(packaged("pair_weights.tsv"), packaged("pair_cues.tsv"))


def judged(frequencies: Frequencies, model: PairModel, one: str, other: str) -> Judgement:
    left = a_claim(one, article=an_article("one", url="https://one.example"))
    right = a_claim(other, article=an_article("other", url="https://other.example"))
    return judge_pair(left, right, frequencies, model)


@pytest.mark.parametrize(
    ("one", "other", "stance"),
    [
        ("Mayor to open new bridge in Ostrava", "New bridge in Ostrava to be opened by mayor", Stance.ENTAILS),
        ("Singer found dead in Lisbon hotel", "Singer’s death in Lisbon hotel is a hoax", Stance.CONTRADICTS),
        ("Acme will buy Widget", "No, Acme isn’t buying Widget", Stance.CONTRADICTS),
        ("Acme denies it will close the Leeds plant", "Acme to close the Leeds plant", Stance.CONTRADICTS),
        ("Acme will buy Widget", "Acme reportedly in talks to buy Widget", Stance.NEUTRAL),
        ("Mayor to open new bridge in Ostrava", "Rain stops play at Lord's", Stance.UNRELATED),
    ],
)
def test_two_given_claims_are_judged(
    frequencies: Frequencies, model: PairModel, one: str, other: str, stance: Stance
) -> None:
    assert judged(frequencies, model, one, other).stance is stance


def test_another_word_in_the_same_frame_is_told_with_the_words_of_both(
    frequencies: Frequencies, model: PairModel
) -> None:
    one, other = "The film was shot in a Canadian village.", "The film was shot in a Norwegian village."
    judgement = judged(frequencies, model, one, other)
    shown = {
        (span.of(one), other_span.of(other))
        for reason in judgement.reasons
        for span in reason.left
        for other_span in reason.right
    }
    assert judgement.stance is Stance.CONTRADICTS
    assert ("Canadian", "Norwegian") in shown


def test_a_paraphrase_is_ranked_above_a_claim_of_the_same_topic(frequencies: Frequencies, model: PairModel) -> None:
    claim = "The council approved the new tram line on Monday"
    paraphrase = "On Monday the new tram line was approved by the council"
    topic = "The council will discuss fares of the tram on Friday"
    same, other = (judged(frequencies, model, claim, text).sameness for text in (paraphrase, topic))
    assert same > other


TEXTS = st.sampled_from(
    [
        "Acme will buy Widget",
        "No, Acme isn’t buying Widget",
        "Report: Acme may buy Widget?",
        "At least 40 people died in the flood, up from 30",
        "İstanbul'da 40 kişi öldü",
        "",
    ]
)


@given(one=TEXTS.filter(bool), other=TEXTS.filter(bool))
def test_the_order_of_two_claims_plays_no_part(
    frequencies: Frequencies, model: PairModel, one: str, other: str
) -> None:
    there, back = judged(frequencies, model, one, other), judged(frequencies, model, other, one)
    assert there.sameness == back.sameness
    assert there.chances == back.chances
    assert sum(there.chances.values()) == pytest.approx(1)
    for reason in there.reasons:
        assert all(span.end <= len(one) for span in reason.left)
        assert all(span.end <= len(other) for span in reason.right)


def test_every_trait_has_a_weight_and_says_in_words_what_it_is(frequencies: Frequencies, model: PairModel) -> None:
    wording = read_wording(a_claim("Acme will buy Widget"), frequencies, model.cues)
    assert {*read_traits(wording, wording).values, ALWAYS} == model.words.keys()
    assert all(model.words.values())


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="write trait, words"):
        parse_pair_model("trait\tsame\n", "")
    with pytest.raises(ValueError, match="'similarity': 2 columns"):
        parse_pair_model("\t".join(COLUMNS) + "\nsimilarity\t1\n", "")
