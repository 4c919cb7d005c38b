"""Sentences as a reader counts them."""

from provenance.extraction import Reader, cut_sentences
from provenance.model import Article


def cut(reader: Reader, text: str, title: str | None = None) -> list[str]:
    return [span.of(text) for span in cut_sentences(Article(text=text, title=title), reader.finder)]


def test_a_dateline_stands_alone_and_the_first_sentence_without_it(reader: Reader) -> None:
    text = "ISTANBUL, June 2. /TASS/. The talks lasted an hour. The sides exchanged documents."
    assert cut(reader, text) == [
        "ISTANBUL, June 2. /TASS/.",
        "The talks lasted an hour.",
        "The sides exchanged documents.",
    ]


def test_navigation_and_rows_of_marks_are_no_sentences_and_headlines_are(reader: Reader) -> None:
    text = "The talks are over\n* * *\nThe talks lasted an hour.\nRead also: the list of prisoners"
    assert cut(reader, text) == ["The talks are over", "The talks lasted an hour."]


def test_nothing_has_no_sentences(reader: Reader) -> None:
    assert cut(reader, "") == []
