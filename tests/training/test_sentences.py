"""Our own training texts: the writer repeats itself, and every row keeps the conventions of annotation."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from training.sentences.banks import HERE
from training.sentences.markup import attributions, read_markup
from training.sentences.write import articles, curly, sentences

Row = dict[str, Any]
"""A line of a file of rows. Any: it is JSON."""


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


SENTENCES, ARTICLES = rows("sentences.jsonl"), rows("articles.jsonl")


def contents() -> Iterator[tuple[Row, str]]:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            for start, end in attribution["content"]:
                yield row, row["text"][start:end]


def test_the_writer_gives_the_committed_sentences_byte_for_byte() -> None:
    assert sentences() == (HERE / "sentences.jsonl").read_text(encoding="utf-8")


def test_the_writer_gives_the_committed_articles_byte_for_byte() -> None:
    assert articles() == (HERE / "articles.jsonl").read_text(encoding="utf-8")


def test_every_span_is_trimmed_holds_words_and_lies_in_its_text() -> None:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            for part in ("content", "source", "cue", "via"):
                for start, end in attribution[part]:
                    words = row["text"][start:end]
                    assert 0 <= start < end <= len(row["text"]), row["id"]
                    assert words == words.strip(), (row["id"], words)


def test_every_attribution_has_content_and_a_cue() -> None:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            assert attribution["content"], row["id"]
            assert attribution["cue"], row["id"]


def test_no_content_begins_with_that_or_ends_with_a_stop_outside_the_quotation() -> None:
    for row, words in contents():
        assert not words.lower().startswith("that "), (row["id"], words)
        assert not re.search("[a-z],$", words), (row["id"], words)


def test_no_outlet_is_credited_inside_the_content_it_carries() -> None:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            for start, end in attribution["via"]:
                assert not any(s < end and start < e for s, e in attribution["content"]), (row["id"], start)


def test_no_source_reaches_into_the_relative_clause_behind_it() -> None:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            assert not any(" who " in row["text"][s:e] for s, e in attribution["source"]), row["id"]


def test_a_kind_of_via_stands_exactly_where_an_outlet_is_credited() -> None:
    kinds = {"told", "quoted", "reported", "according", "obtained", "interview", "reporter", "cited"}
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            assert bool(attribution["via"]) == (attribution["via_type"] in kinds), row["id"]


def test_a_source_that_is_missing_names_no_speaker() -> None:
    for row in SENTENCES + ARTICLES:
        for attribution in row["attributions"]:
            assert (attribution["speaker_kind"] == "none") == (not attribution["source"]), row["id"]


def test_no_slot_or_markup_is_left_in_a_text() -> None:
    for row in SENTENCES + ARTICLES:
        assert not re.search(r"[{}~¶↵|]\w|\[[a-z]", row["text"]), row["id"]


def test_straight_and_curly_quotation_marks_both_occur_often() -> None:
    for marks in ('"', "“"):
        assert sum(marks in row["text"] for row in SENTENCES) > 350
        assert sum(marks in row["text"] for row in ARTICLES) > 40


def test_a_third_of_the_sentences_attribute_nothing() -> None:
    bare = sum(not row["attributions"] for row in SENTENCES)
    assert 0.3 < bare / len(SENTENCES) < 0.4


def test_hardly_any_text_occurs_twice() -> None:
    counts = Counter(row["text"].lower() for row in SENTENCES + ARTICLES)
    assert sum(count - 1 for count in counts.values()) < 0.01 * len(counts)


def test_the_readme_counts_the_rows_of_every_family() -> None:
    found = Counter(re.sub(r"(-\d+)?/\d+$", "", row["id"]) for row in SENTENCES)
    text = (HERE / "README.md").read_text(encoding="utf-8")
    assert {name: int(count) for name, count in re.findall(r"^\| (\w+) \| (\d+) \|", text, re.MULTILINE)} == found


def test_markup_becomes_offsets_with_pieces_nesting_and_an_agent() -> None:
    marked = read_markup("[c It], [s [a|Ana Ruiz|person Ruiz]~ who left] [q told] [v:told TASS], [c is [s2 he]].[c2 x]")
    first, second = attributions(marked)
    assert marked.text == "It, Ruiz who left told TASS, is he.x"
    assert first == {
        "content": [[0, 2], [29, 34]],
        "source": [[4, 8]],
        "cue": [[18, 22]],
        "via": [[23, 27]],
        "via_type": "told",
        "speaker": "Ana Ruiz",
        "speaker_kind": "person",
    }
    assert (second["source"], second["speaker"], second["speaker_kind"]) == ([[32, 34]], None, "person")


@pytest.mark.parametrize("passage", ["[c open", "shut]", "[s nobody] [q said]"])
def test_markup_that_does_not_close_or_has_no_content_is_refused(passage: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|content"):
        attributions(read_markup(passage))


def test_curly_marks_open_before_words_and_close_behind_them() -> None:
    assert curly('"It\'s \'odd\'," he said: ("No")') == "“It’s ‘odd’,” he said: (“No”)"
