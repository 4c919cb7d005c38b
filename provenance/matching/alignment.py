"""Which sentence of one text stands in another, as it was or changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from provenance.matching.policy import ALIGNED, ALIGNED_GAIN
from provenance.matching.tokens import Kind, read_words

_ROWS = 256
"""Sentences held against all others at once: bounds the memory."""

_FIRST_SIGN = 0x10000


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Neighbouring sentences of the left text, by number, with those of the right that hold their words: most often one
    each. `similarity` is from 0 to 1, the part of both sides' words that stand in both in the same order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float


def said_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text as they are compared: no marks, no capitals."""
    return tuple([word.word for word in read_words(text) if word.kind is not Kind.MARK])


def word_similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """The part of both sides' words that stand in both in the same order."""
    return float(Indel.normalized_similarity(left, right))


def containment(part: Sequence[str], whole: Sequence[str]) -> float:
    """The part of the words that stand in the other side in the same order."""
    common = (len(part) + len(whole) - Indel.distance(part, whole)) / 2
    return common / len(part) if part else 0.0


def align_sentences(left: Sequence[str], right: Sequence[str]) -> tuple[Aligned, ...]:
    """In the order of the left text; every sentence is in one pair at most. Those with the same words come first, in
    their order; then the most similar ones, nearest places first."""
    return align_words([said_words(one) for one in left], [said_words(other) for other in right])


def align_words(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> tuple[Aligned, ...]:
    """The same of sentences that are read already."""
    same = list(_same(ours, theirs))
    taken_left, taken_right = {one for one, _ in same}, {other for _, other in same}
    pairs = [Aligned(left=(one,), right=(other,), similarity=1.0) for one, other in same]
    for likeness, one, other in _by_likeness(ours, theirs, taken_left, taken_right):
        if one not in taken_left and other not in taken_right:
            taken_left.add(one)
            taken_right.add(other)
            pairs.append(Aligned(left=(one,), right=(other,), similarity=likeness))
    return tuple(sorted(pairs, key=lambda pair: pair.left))


def join_neighbours(pairs: Sequence[Aligned], left: Sequence[str], right: Sequence[str]) -> tuple[Aligned, ...]:
    """Two sentences made into one, and one cut in two: a sentence without a counterpart joins its neighbour's pair
    where that makes the pair more similar."""
    ours, theirs = [said_words(one) for one in left], [said_words(other) for other in right]
    free_left = set(range(len(ours))) - {one for pair in pairs for one in pair.left}
    free_right = set(range(len(theirs))) - {other for pair in pairs for other in pair.right}
    joined = []
    for pair in sorted(pairs, key=lambda pair: pair.left):
        grown = pair
        while better := _grown(grown, ours, theirs, free_left, free_right):
            grown = better
            free_left -= set(grown.left)
            free_right -= set(grown.right)
        joined.append(grown)
    return tuple(joined)


def _grown(
    pair: Aligned,
    ours: Sequence[tuple[str, ...]],
    theirs: Sequence[tuple[str, ...]],
    free_left: set[int],
    free_right: set[int],
) -> Aligned | None:
    """The pair with one more neighbour on either side, where that makes it clearly more similar."""
    longer = [replace(pair, left=run) for run in _longer(pair.left, free_left)]
    longer += [replace(pair, right=run) for run in _longer(pair.right, free_right)]
    found = [replace(one, similarity=_joined_similarity(one, ours, theirs)) for one in longer]
    best = max(found, key=lambda one: one.similarity, default=None)
    return best if best and best.similarity >= pair.similarity + ALIGNED_GAIN else None


def _longer(run: tuple[int, ...], free: set[int]) -> Iterator[tuple[int, ...]]:
    if run[0] - 1 in free:
        yield (run[0] - 1, *run)
    if run[-1] + 1 in free:
        yield (*run, run[-1] + 1)


def _joined_similarity(pair: Aligned, ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> float:
    return word_similarity(
        [word for one in pair.left for word in ours[one]], [word for other in pair.right for word in theirs[other]]
    )


def _same(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Sentences with the same words, the first with the first."""
    waiting: dict[tuple[str, ...], list[int]] = {}
    for number, words in reversed(list(enumerate(theirs))):
        waiting.setdefault(words, []).append(number)
    for number, words in enumerate(ours):
        if words and waiting.get(words):
            yield number, waiting[words].pop()


def _by_likeness(
    ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]], taken_left: set[int], taken_right: set[int]
) -> list[tuple[float, int, int]]:
    """Similarity and numbers of all that are similar enough, the most similar first."""
    signs: dict[str, str] = {}
    for words in (*ours, *theirs):
        for word in words:
            signs.setdefault(word, chr(_FIRST_SIGN + len(signs)))
    rows = [number for number, words in enumerate(ours) if words and number not in taken_left]
    columns = [number for number, words in enumerate(theirs) if words and number not in taken_right]
    spelled = ["".join(signs[word] for word in theirs[number]) for number in columns]
    found = []
    for start in range(0, len(rows) if columns else 0, _ROWS):
        part = rows[start : start + _ROWS]
        lines = ["".join(signs[word] for word in ours[number]) for number in part]
        likeness = cdist(lines, spelled, scorer=Indel.normalized_similarity, score_cutoff=ALIGNED, dtype=np.float32)
        found += [(round(float(likeness[x, y]), 4), part[x], columns[y]) for x, y in np.argwhere(likeness >= ALIGNED)]
    span = max(len(ours), 1), max(len(theirs), 1)
    return sorted(found, key=lambda one: (-one[0], abs(one[1] / span[0] - one[2] / span[1]), one[1:]))
