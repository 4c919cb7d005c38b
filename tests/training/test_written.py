"""The articles written whole: every one can be read, and keeps the conventions of annotation."""

from collections import Counter
from typing import Any

import pytest

from training.sentences.written import read_written

ARTICLES: list[dict[str, Any]] = list(read_written())
"""Any: they become JSON."""
KINDS = {"person", "organisation", "document", "outlet", "unnamed", "none"}
WAYS = {None, "told", "quoted", "reported", "cited", "according", "obtained", "interview", "reporter"}

every_attribution = pytest.mark.parametrize("article", ARTICLES, ids=[article["id"] for article in ARTICLES])


def test_there_are_hundreds_each_with_an_id_of_its_own() -> None:
    assert len(ARTICLES) > 500
    assert max(Counter(article["id"] for article in ARTICLES).values()) == 1
    assert max(Counter(article["text"] for article in ARTICLES).values()) == 1


@every_attribution
def test_the_spans_of_an_article_keep_the_conventions(article: dict[str, Any]) -> None:
    text = article["text"]
    for row in article["attributions"]:
        content = [text[start:end] for start, end in row["content"]]
        assert content
        assert not content[0].startswith("that ")
        assert all(words == words.strip() and words for words in content)
        assert content[-1][-1] not in ",;:"
        for start, end in (*row["source"], *row["cue"]):
            assert not any(start < last and end > first for first, last in row["content"]), text[start:end]


@every_attribution
def test_the_speakers_and_outlets_of_an_article_keep_the_conventions(article: dict[str, Any]) -> None:
    for row in article["attributions"]:
        assert row["speaker_kind"] in KINDS
        assert row["via_type"] in WAYS
        assert bool(row["via"]) == bool(row["via_type"])
        assert bool(row["source"]) == (row["speaker_kind"] != "none")
