"""Sentences written for it: names that mean an outlet are found, what only looks like one is left alone or open.

`name_sentences.tsv` holds a sentence and what it names: "words=id", parted by semicolons; "wider words@words=id" where
the words stand in it more than once. What the directory leaves open, with a reason, counts as not found.
"""

from functools import cache
from pathlib import Path

from tests.core.outlets.shipped import with_packs

SENTENCES = Path(__file__).with_name("name_sentences.tsv")
Named = frozenset[tuple[int, int, str]]


def rows() -> list[tuple[str, str]]:
    _, *lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [(sentence, named) for sentence, _, named in (line.partition("\t") for line in lines)]


def expected(sentence: str, named: str) -> Named:
    return frozenset(_place(sentence, *one.rsplit("=", 1)) for one in named.split(";") if one)


def _place(sentence: str, words: str, outlet: str) -> tuple[int, int, str]:
    around, _, own = words.rpartition("@")
    outer = sentence.index(around)
    start = sentence.index(own, outer)
    return start, start + len(own), outlet


def found(sentence: str) -> Named:
    return frozenset(
        (mention.span.start, mention.span.end, mention.outlets[0])
        for mention in with_packs().mentions(sentence)
        if mention.open is None
    )


@cache
def compared() -> list[tuple[str, Named, Named]]:
    return [(sentence, expected(sentence, named), found(sentence)) for sentence, named in rows()]


def test_the_sentences_are_enough_and_in_equal_parts() -> None:
    naming = sum(1 for _, named in rows() if named)
    assert len(rows()) >= 320
    assert len({sentence for sentence, _ in rows()}) == len(rows())
    assert 0.45 < naming / len(rows()) < 0.55


def test_names_are_found_and_what_only_looks_like_one_is_left_alone() -> None:
    right = sum(len(wanted & got) for _, wanted, got in compared())
    precision = right / sum(len(got) for _, _, got in compared())
    recall = right / sum(len(wanted) for _, wanted, _ in compared())
    wrong = [
        f"{sentence}\n    missed: {_told(sentence, wanted - got)}; wrong: {_told(sentence, got - wanted)}"
        for sentence, wanted, got in compared()
        if wanted != got
    ]
    print(f"precision {precision:.3f}, recall {recall:.3f}", *wrong, sep="\n")  # noqa: T201 - for who reads a failure
    assert precision >= 0.98, precision
    assert recall >= 0.95, recall


def _told(sentence: str, named: Named) -> str:
    return ", ".join(f"{sentence[start:end]} ({outlet})" for start, end, outlet in sorted(named)) or "nothing"
