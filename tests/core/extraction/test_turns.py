"""Transcripts: a turn belongs to the one whose name it begins with, up to the next name."""

from provenance.extraction import Reader
from provenance.model import Mode
from tests.core.extraction.telling import read

TRANSCRIPT = """Interview with the harbour master

Host: Good evening. Is the harbour open again?

Olga Danko: It has been open since nine this morning.

Eleven ships have come in already. Two were turned back.

Host: Why were they turned back?

Olga Danko: They carried no papers."""


def test_each_turn_is_its_speakers(reader: Reader) -> None:
    claims = read(reader, TRANSCRIPT)
    assert [(claim.chain.speakers[0].agent.name, len(claim.spans)) for claim in claims] == [
        ("Host", 1),
        ("Olga Danko", 2),
        ("Host", 1),
        ("Olga Danko", 1),
    ]


def test_nothing_in_a_turn_is_the_publishers_own_voice(reader: Reader) -> None:
    assert all(claim.mode is not Mode.OWN for claim in read(reader, TRANSCRIPT))


def test_a_colon_alone_makes_no_transcript(reader: Reader) -> None:
    text = "The verdict: guilty.\n\nThe sentence: nine years.\n\nThe judge: a former mayor of the town."
    assert all(not claim.chain.speakers or len(claim.spans) == 1 for claim in read(reader, text))
    assert "Eleven ships came in" in [claim.text for claim in read(reader, f"{text}\n\nEleven ships came in.")]


def test_lines_that_announce_a_quotation_make_no_transcript(reader: Reader) -> None:
    lines = ("The mayor said: “It is safe.”", "He added: “Quite safe.”", "He added: “Very.”", "Ten men were hurt.")
    claims = read(reader, "\n\n".join(lines))
    assert [claim.text for claim in claims if claim.mode is Mode.OWN] == ["Ten men were hurt"]
