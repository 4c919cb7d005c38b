"""What an article without a title is called."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from provenance.extraction.layout import BlockKind, find_blocks
from provenance.ingest import first_words
from provenance.ingest.calling import LONGEST


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("Bridge is safe, mayor says\n\nThe mayor spoke.", "Bridge is safe, mayor says"),
        ("\n \n  Bridge   is safe \n", "Bridge is safe"),
        (
            "The mayor said that the bridge was safe. A source said that it was not.",
            "The mayor said that the bridge was safe…",
        ),
        ("The mayor, Mr. Brown, spoke. More was said.", "The mayor, Mr. Brown, spoke…"),
        ("Is the bridge safe?", "Is the bridge safe?…"),
        (
            "The dam will close for a week, he told the news agency, and no ship will sail until it opens. More.",
            "The dam will close for a week, he told the news agency, and no ship will sail…",
        ),
        ("a" * 200, "a" * LONGEST + "…"),
        ("", None),
        (" \n\x00\n", None),
    ],
)
def test_the_first_line_or_sentence_shortened_at_a_word(words: str, called: str | None) -> None:
    assert first_words(words) == called


@given(text())
def test_it_fits_a_row_of_a_list_and_stands_in_one_line(words: str) -> None:
    called = first_words(words)
    assert called is None or (0 < len(called) <= LONGEST + 1 and "\n" not in called)


@pytest.mark.parametrize("words", ["The bridge is safe.", "Is it safe?", "“It is safe”", "He said: safe:"])
def test_running_text_is_not_taken_for_a_headline_because_it_is_called_by_its_words(words: str) -> None:
    (block,) = find_blocks(words, first_words(words))
    assert block.kind is BlockKind.PROSE
