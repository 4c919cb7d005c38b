"""The labels that the network learns: read back they give the annotation they were made of."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer

from provenance.extraction.decoding import Thresholds, decode
from provenance.extraction.labels import TAGS
from provenance.model import Attribution
from provenance.services.reading import load_reader
from training.data import Labelled, Line, label, read_articles, varied

ANY = Thresholds(cue=0.0, confidence=0.0, gap=0, shortest=1, overhang=0, overlap=1.0)
"""Nothing is left out, nothing is mended."""
NO_WORDS: dict[str, list[list[int]]] = {"person": [], "organisation": [], "past": [], "subject": []}


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_reader().tagger.tokenizer


def read_back(text: str, labelled: Labelled) -> Iterator[Attribution]:
    """What decoding makes of a network that is sure of every label."""
    for first, _, labels in labelled.pairs:
        tags = np.zeros((1, len(labels), TAGS), dtype=np.float32)
        tags[0, np.arange(len(labels)), np.minimum(labels, TAGS - 1)] = 1
        yield from decode(text, labelled.window, (np.array([first]), np.ones(1, np.float32), tags), ANY, frozenset())


def words(text: str, spans: Any) -> str:
    """Letters and digits alone: marks at the ends are a matter of taste. Any: gold has lists where spans are read."""
    pairs = [(span.start, span.end) if hasattr(span, "start") else span for span in spans]
    return "".join(character for start, end in pairs for character in text[start:end] if character.isalnum())


def test_the_labels_of_our_own_articles_read_back_give_their_attributions(tokenizer: Tokenizer) -> None:
    wanted, found = 0, 0
    for line in read_articles()[1]:
        text = line["text"]
        back = [a for each in label({**line, "words": NO_WORDS}, text, tokenizer) for a in read_back(text, each)]
        same = {(words(text, a.content), words(text, a.source)) for a in back}
        wanted += len(line["attributions"])
        found += sum((words(text, a["content"]), words(text, a["source"])) in same for a in line["attributions"])
    assert wanted > 300
    assert found >= 0.9 * wanted


def test_a_text_set_otherwise_keeps_every_character_in_its_place() -> None:
    import random  # noqa: PLC0415

    text = '“It’s done,” he said. "Quite done." Then he left.\n\nNobody came.'
    for seed in range(60):
        assert len(varied(text, random.Random(seed))) == len(text)  # noqa: S311


def test_what_is_held_out_is_never_trained_on() -> None:
    kept, held_out = read_articles()
    identities: list[set[Any]] = [{line["id"] for line in lines} for lines in (kept, held_out)]
    assert not identities[0] & identities[1]
    assert len(kept) > 8 * len(held_out) > 200


def test_a_gold_that_tells_no_kinds_leaves_them_open(tokenizer: Tokenizer) -> None:
    line: Line = {
        "id": "x",
        "text": "The mayor said the bridge was safe.",
        "attributions": [{"content": [[15, 34]], "source": [[0, 9]], "cue": [[10, 14]]}],
        "words": NO_WORDS,
    }
    (labelled,) = label(line, line["text"], tokenizer)
    assert [int(tag) for tag in labelled.pairs[0][2]] == [11, 9, 9, 2, 1, 1, 1, 1, 11, 11]
