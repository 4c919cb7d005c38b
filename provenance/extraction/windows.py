"""The windows a tagger reads: an article's blocks in units, each in word pieces with what the vocabulary leaves out.

A window is made of its unit alone, so that what is found in it depends on nothing else that is read beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from provenance.model import Span

Numbers = NDArray[np.int64]

LONGEST = 256
"""Pieces of a window, both ends included: what the encoder was trained on."""
NO_WORD = -1
FEATURES = 11
"""Five classes of capitals, each outside and inside quotation marks; the last one for the ends of a window."""

_LONGEST_UNIT = 1_200
_OPENERS, _CLOSERS, _STRAIGHT = "“«„", "”»", '"'
_SENTENCE_ENDS = (".", "?", "!", "…")
_WORD = re.compile(r"\w+(?:(?:[-‐‑&/'’@_]|\.(?=[a-z])|(?<=\b\w)\.|(?<=\d)[.,:](?=\d))\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Pieces with their features; `starts`, `ends` are their characters in the text, `words` the number of the word
    they belong to (NO_WORD for the two ends)."""

    pieces: Numbers
    features: Numbers
    starts: Numbers
    ends: Numbers
    words: Numbers


def find_units(text: str, blocks: Sequence[Span]) -> list[Span]:
    """Blocks that are read together: with what a colon announces, with a quotation that goes on in the next line."""
    units: list[Span] = []
    for block in sorted(blocks):
        if units and _goes_on(text, units[-1], block):
            units[-1] = Span(units[-1].start, block.end)
        else:
            units.append(block)
    return units


def _goes_on(text: str, unit: Span, block: Span) -> bool:
    gap = text[unit.end : block.start]
    if gap.strip() or block.end - unit.start > _LONGEST_UNIT:
        return False
    words = unit.of(text)
    quoted = text[block.start] in _OPENERS + _STRAIGHT and any(mark in words for mark in _CLOSERS + _STRAIGHT)
    return words.endswith(":") or (quoted and gap.count("\n") == 1)


def find_windows(text: str, unit: Span, tokenizer: Tokenizer) -> list[Window]:
    """In the order of the text; a unit without a letter, digit or mark gives none."""
    words = np.array([match.span() for match in _WORD.finditer(text, unit.start, unit.end)], dtype=np.int64)
    if not len(words):
        return []
    encoding = tokenizer.encode(unit.of(text), add_special_tokens=False)
    places = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + unit.start
    numbers = np.maximum(np.searchsorted(words[:, 0], places[:, 0], side="right") - 1, 0)
    quoted = np.array(_quoted(unit.of(text)), dtype=np.int64)
    capitals = np.array([_capitals(text[start:end]) for start, end in words], dtype=np.int64)
    features = capitals[numbers] * 2 + quoted[words[numbers, 0] - unit.start]
    ids = np.array(encoding.ids, dtype=np.int64)
    before, behind = (np.array([tokenizer.token_to_id(name)], dtype=np.int64) for name in ("[CLS]", "[SEP]"))
    return [
        Window(
            pieces=np.concatenate((before, ids[a:b], behind)),
            features=_between(features[a:b], FEATURES - 1),
            starts=_between(places[a:b, 0], 0),
            ends=_between(places[a:b, 1], 0),
            words=_between(numbers[a:b], NO_WORD),
        )
        for a, b in _cuts(encoding, numbers)
    ]


def _between(inner: Numbers, end: int) -> Numbers:
    return np.concatenate(([end], inner, [end]))


def _cuts(encoding: Encoding, words: Numbers) -> list[tuple[int, int]]:
    """Ranges of pieces that fit into a window: cut behind the last sentence that fits, else behind a word."""
    room, pieces = LONGEST - 2, encoding.tokens
    cuts, first = [], 0
    while len(pieces) - first > room:
        last = first + room
        ends = [n for n in range(first + room // 3, last) if pieces[n] in _SENTENCE_ENDS]
        cut = ends[-1] + 1 if ends else last
        if ends and cut < last and pieces[cut] in _CLOSERS + _STRAIGHT:
            cut += 1
        while not ends and cut > first + 1 and words[cut] == words[cut - 1]:
            cut -= 1
        cuts.append((first, cut))
        first = cut
    return [*cuts, (first, len(pieces))] if first < len(pieces) else cuts


def _quoted(unit: str) -> list[bool]:
    """For each character whether it stands in quotation marks, marks included."""
    inside, marks = False, []
    for character in unit:
        before = inside
        if character in _OPENERS:
            inside = True
        elif character in _CLOSERS:
            inside = False
        elif character in _STRAIGHT:
            inside = not inside
        marks.append(before or inside)
    return marks


def _capitals(word: str) -> int:
    """No letter or digit, small, capital, capitals only, number."""
    if not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 4
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if word[0].isupper() else 1
