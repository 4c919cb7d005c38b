"""What the network reads at a time, and that nothing beside it matters."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction import Reader
from provenance.extraction.layout import find_blocks
from provenance.extraction.passages import read_passages
from provenance.extraction.sentences import find_sentences
from provenance.extraction.windows import LONGEST, find_units, find_windows
from provenance.model import Span

PARAGRAPHS = [
    "The mayor said the bridge was safe.",
    "“We will rebuild it in a year,” Anna Petrova told Reuters. “Not a day later.”",
    "According to the police, ten people were hurt.",
    "The river rose by two metres during the night.",
    "It was reportedly the third time this year.",
]


def units(text: str) -> list[str]:
    return [unit.of(text) for unit in find_units(text, [block.span for block in find_blocks(text, None)])]


def test_what_a_colon_announces_is_read_with_it() -> None:
    assert units("The mayor said:\n\nThe bridge is safe.\n\nNobody came.") == [
        "The mayor said:\n\nThe bridge is safe.",
        "Nobody came.",
    ]


def test_a_quotation_that_goes_on_in_the_next_line_is_read_with_it() -> None:
    text = "“It is safe,” he said.\n“Quite safe.”\nNobody came."
    assert units(text) == ["“It is safe,” he said.\n“Quite safe.”", "Nobody came."]


def test_a_quotation_behind_a_headline_is_not_read_with_it() -> None:
    assert units("Bridge is safe\n“Quite safe,” he said.") == ["Bridge is safe", "“Quite safe,” he said."]


def test_windows_hold_every_word_once_and_are_never_too_long(reader: Reader) -> None:
    text = " ".join(f"The mayor said that bridge number {n} was safe." for n in range(200))
    windows = find_windows(text, Span(0, len(text)), reader.tagger.tokenizer)
    assert all(len(window.pieces) <= LONGEST for window in windows)
    places = [(int(s), int(e)) for w in windows for s, e in zip(w.starts[1:-1], w.ends[1:-1], strict=True)]
    assert places == sorted(places)
    assert "".join(text[start:end] for start, end in places) == text.replace(" ", "")


def test_a_word_of_which_the_vocabulary_leaves_nothing_moves_no_other(reader: Reader) -> None:
    text = "Reuters \u00ad said on Monday that the bridge was safe, and the mayor reportedly \u00ad agreed."
    (passage,) = read_passages(text, find_blocks(text, None), reader.tagger)
    assert "said" in [span.of(text) for a in passage.attributions for span in a.cue]
    text = ", she told TASS. Reuters \u00ad reportedly"
    assert read_passages(text, find_blocks(text, None), reader.tagger)


@settings(max_examples=25)
@given(st.permutations(PARAGRAPHS))
def test_a_passage_is_read_alike_whatever_stands_around_it(reader: Reader, paragraphs: list[str]) -> None:
    def told(text: str) -> list[tuple[str, ...]]:
        passages = read_passages(text, find_blocks(text, None), reader.tagger)
        return [
            tuple(span.of(text) for a in passage.attributions for span in (*a.content, *a.source, *a.cue, *a.via))
            for passage in passages
        ]

    alone = list(itertools.chain.from_iterable(told(paragraph) for paragraph in paragraphs))
    assert told("\n\n".join(paragraphs)) == alone


def test_sentences_end_at_stops_and_at_lines_but_not_behind_titles() -> None:
    text = "Mr. Petrov met U.S. officials on Jan. 5. He left.\nNobody came"
    found = find_sentences(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == ["Mr. Petrov met U.S. officials on Jan. 5.", "He left.", "Nobody came"]
