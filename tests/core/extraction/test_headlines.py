"""A headline that says what the body says is linked to it; one that says something else stands for itself."""

from provenance.extraction import Reader, extract_all
from provenance.model import Article
from tests.core.extraction.telling import read

BODY = "The new bridge over the Dniester will be closed until May, the transport ministry said on Monday."


def test_a_headline_that_repeats_the_body_is_no_claim_of_its_own(reader: Reader) -> None:
    text = f"Dniester bridge will be closed until May, ministry says\n\n{BODY}"
    (claim,) = read(reader, text)
    assert claim.text == "The new bridge over the Dniester will be closed until May"
    assert [span.of(text) for span in claim.headline_spans] == ["Dniester bridge will be closed until May"]


def test_a_headline_that_says_something_else_stays(reader: Reader) -> None:
    text = f"Ferries to run all night, ministry says\n\n{BODY}"
    assert [claim.headline_spans for claim in read(reader, text)] == [(), ()]


def test_a_headline_by_another_speaker_stays(reader: Reader) -> None:
    text = f"Dniester bridge will be closed until May, Anna Petrova says\n\n{BODY}"
    assert len(read(reader, text)) == 2


def test_the_headlines_claims_can_be_had_apart(reader: Reader) -> None:
    text = f"Dniester bridge will be closed until May, ministry says\n\n{BODY}"
    assert len(extract_all(Article(text=text), reader)) == 2
