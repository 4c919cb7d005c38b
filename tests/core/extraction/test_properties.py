"""What holds for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction import Reader
from provenance.model import joined
from tests.core.extraction.telling import read

PIECES = [
    *("The mayor said the bridge was safe.", "“We will rebuild,” he said.", "“Never,", "she told TASS.", "Reuters"),
    *("ISTANBUL (Reuters) -", "According to the BBC,", "\n\n", "\n", "Source: Interfax", "reportedly", "Russia and"),
    *("Ukraine", "20 planes were hit", ",", "”", "‘", "- ", "/TASS/", "И сказал он.", "\u00a0", "\u00ad", "He"),
    "the minister said",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_every_claim_shows_its_characters(reader: Reader, text: str) -> None:
    for claim in read(reader, text):
        spans = (*claim.spans, *claim.cue_spans, *claim.source_spans, *(x.span for x in claim.chain.links if x.span))
        assert all(span.end <= len(text) for span in spans)
        assert claim.text == joined(claim.spans, text)
        assert all(link.mention == link.span.of(text) for link in claim.chain.links if link.span)


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = "The mayor said the bridge was safe.\n\nA source told TASS that it was not."
    assert read(reader, text) == read(reader, text)


def test_a_paragraph_is_read_alike_whatever_stands_beside_it(reader: Reader) -> None:
    first, second = "Ten people were hurt, the BBC reported.", "The river rose by two metres during the night."
    together = [claim.text for claim in read(reader, f"{first}\n\n{second}")]
    assert together == [claim.text for text in (first, second) for claim in read(reader, text)]


def test_an_empty_text_makes_no_claims(reader: Reader) -> None:
    assert [read(reader, text) for text in ("", " \n\n ", "Yes.")] == [(), (), ()]
