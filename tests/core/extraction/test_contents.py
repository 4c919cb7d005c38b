"""Where a content begins and ends, and whether it is quoted."""

import pytest

from provenance.extraction import Reader
from provenance.model import Mode
from tests.core.extraction.telling import read


def test_a_quotation_broken_by_its_speaker_is_one_claim(reader: Reader) -> None:
    text = "“We have a plan,” said Maria Ivanova. “Nobody will be left behind.”"
    (claim,) = read(reader, text)
    assert [span.of(text) for span in claim.spans] == ["“We have a plan,”", "“Nobody will be left behind.”"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We will not leave the city,” the mayor said.", Mode.DIRECT),
        ("The mayor said the city would not be left.", Mode.INDIRECT),
        ("The mayor said the city would be held “to the last stone”.", Mode.MIXED),
        ("The mayor called the plan “a joke”.", Mode.MIXED),
    ],
)
def test_a_claim_is_direct_indirect_or_both(reader: Reader, text: str, mode: Mode) -> None:
    assert [claim.mode for claim in read(reader, text)] == [mode]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said that the bridge had been rebuilt.", "the bridge had been rebuilt"),
        ("The mayor said on Monday that the bridge had been rebuilt.", "the bridge had been rebuilt"),
        ("The bridge had been rebuilt, the mayor said after the visit.", "The bridge had been rebuilt"),
        (
            "The mayor said the bridge would be rebuilt, possibly alluding to the strike that destroyed it.",
            "the bridge would be rebuilt",
        ),
        (
            "The mayor said the bridge had been rebuilt, Interfax reported on Friday.",
            "the bridge had been rebuilt",
        ),
    ],
)
def test_a_content_has_no_frame_at_its_ends(reader: Reader, text: str, content: str) -> None:
    assert [claim.text for claim in read(reader, text)] == [content]


def test_a_content_does_not_break_off_after_a_word_that_wants_more(reader: Reader) -> None:
    text = (
        "The Russian negotiators proposed a truce of two or three days along certain stretches of the front line, "
        "Medinsky explained, to let both armies gather their dead."
    )
    contents = {claim.text for claim in read(reader, text)}
    assert "a truce of two or three days along certain stretches of the front line" in contents


def test_what_somebody_did_not_say_is_no_claim_of_theirs(reader: Reader) -> None:
    claims = read(reader, "The police have not said whether the two men were among those arrested in May.")
    assert all(not claim.chain.speakers for claim in claims)


def test_a_content_of_pronouns_alone_is_no_claim(reader: Reader) -> None:
    assert all(claim.text != "it so" for claim in read(reader, "The minister called it so."))


def test_who_is_told_something_does_not_say_it(reader: Reader) -> None:
    text = "Vladimir Medinsky, who reportedly told the Ukrainian delegation that Russia would fight on, left at noon."
    speakers = {link.agent.name for claim in read(reader, text) for link in claim.chain.speakers}
    assert speakers == {"Vladimir Medinsky"}


def test_speech_inside_a_quotation_is_the_quoted_ones_story(reader: Reader) -> None:
    (claim,) = read(reader, "“I think he said too much in that interview,” Maria Ivanova said.")
    assert [link.agent.name for link in claim.chain.speakers] == ["Maria Ivanova"]


def test_a_quotation_that_is_never_closed_does_not_run_into_the_next_paragraph(reader: Reader) -> None:
    text = "The mayor said: “We shall rebuild the bridge in a year.\n\nThe river rose by two metres during the night."
    first, second = read(reader, text)
    assert "river" not in first.text
    assert second.mode is Mode.OWN


def test_a_claim_names_the_states_it_speaks_of(reader: Reader) -> None:
    (claim,) = read(reader, "Hakan Fidan said that Kyiv and Moscow would meet again in Turkey.")
    assert claim.about == ("RU", "TR", "UA")
