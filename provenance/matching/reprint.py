"""Whether one article reprints another, word for word or claim by claim in other words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from provenance.matching.alignment import align_words, said_words
from provenance.matching.policy import (
    REPRINT_CLAIMS_LEAST,
    REPRINT_COVERAGE_LONGER,
    REPRINT_COVERAGE_SHORTER,
    REPRINT_OPENING,
    REPRINT_ORDER,
    REPRINT_VERBATIM,
    REPRINT_WORDS_LEAST,
)
from provenance.model import Agreement, Article, Claim, Comparison

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
"""A rough one: where it errs, it does so in both texts."""


class ReprintKind(StrEnum):
    VERBATIM = "verbatim"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with its claims, in the order of its text."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """Two articles of which one repeats the other; `left` and `right` are article ids with left < right. `overlap` is
    the part of the shorter one that is found in the other, in words or in claims. Which came first is not said."""

    left: str
    right: str
    kind: ReprintKind
    overlap: float
    reason: str

    def __post_init__(self) -> None:
        if not self.left < self.right:
            raise ValueError("a reprint holds two different articles, the smaller id left")


def find_reprint(left: Reading, right: Reading, comparisons: Iterable[Comparison]) -> Reprint | None:
    """None where neither repeats the other. `comparisons` may hold other claims' as well."""
    if left.article.id == right.article.id:
        return None
    if right.article.id < left.article.id:
        left, right = right, left
    return find_verbatim(left.article, right.article) or find_reworded(left, right, comparisons)


def find_verbatim(left: Article, right: Article) -> Reprint | None:
    """By the sentences of the shorter article that stand in the longer, as they were or edited."""
    shorter, longer = sorted((read_wording(left.text), read_wording(right.text)), key=lambda wording: wording.length)
    if shorter.length < REPRINT_WORDS_LEAST or shared_at_most(shorter, longer) < REPRINT_VERBATIM:
        return None
    overlap, opening = shared_parts(shorter, longer)
    if overlap < REPRINT_VERBATIM or opening < REPRINT_OPENING:
        return None
    text = f"{overlap:.0%} of the shorter article's words stand in the other in the same order, sentence by sentence."
    return Reprint(left=left.id, right=right.id, kind=ReprintKind.VERBATIM, overlap=round(overlap, 4), reason=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of an article's sentences, how many there are, and how often each stands in it."""

    sentences: tuple[tuple[str, ...], ...]
    length: int
    counts: Mapping[str, int]


@lru_cache(maxsize=256)
def read_wording(text: str) -> Wording:
    """Kept from one pair of articles to the next."""
    sentences = tuple(words for part in SENTENCE_END.split(text) if (words := said_words(part)))
    counts = Counter(word for words in sentences for word in words)
    return Wording(sentences=sentences, length=counts.total(), counts=counts)


def shared_at_most(shorter: Wording, longer: Wording) -> float:
    """The part of the shorter one's words that stand in the other in any order: aligned sentences share no more."""
    common = sum(min(count, longer.counts.get(word, 0)) for word, count in shorter.counts.items())
    return common / shorter.length


def shared_parts(shorter: Wording, longer: Wording) -> tuple[float, float]:
    """The parts of the shorter one's words, and of those of its first half, that stand in the longer one in the same
    order, sentence by sentence."""
    ends = list(accumulate(len(words) for words in shorter.sentences))
    half = shorter.length / 2
    whole = opening = 0.0
    for pair in align_words(shorter.sentences, longer.sentences):
        (one,), (other,) = pair.left, pair.right
        length = len(shorter.sentences[one])
        common = pair.similarity * (length + len(longer.sentences[other])) / 2
        whole += common
        opening += common * min(1.0, max(0.0, 1 - (ends[one] - half) / length))
    return whole / shorter.length, opening / half


def can_be_reworded(claims: int, agreeing: int) -> bool:
    """Whether an article with so many claims, of which so many agree with another's, can reprint it in other words."""
    return agreeing >= REPRINT_CLAIMS_LEAST and agreeing >= REPRINT_COVERAGE_LONGER * claims


def find_reworded(left: Reading, right: Reading, comparisons: Iterable[Comparison]) -> Reprint | None:
    """By claims that agree one by one, in the same order, and are most of what either article claims."""
    places = paired_places(left.claims, right.claims, comparisons)
    shorter, longer = sorted((len(left.claims), len(right.claims)))
    if len(places) < REPRINT_CLAIMS_LEAST or len(places) < REPRINT_COVERAGE_SHORTER * shorter:
        return None
    if len(places) < REPRINT_COVERAGE_LONGER * longer or order_correlation(places) < REPRINT_ORDER:
        return None
    text = (
        f"{len(places)} claims agree one by one with the other article's, in the same order; "
        f"the two have {shorter} and {longer} claims."
    )
    return Reprint(
        left=left.article.id,
        right=right.article.id,
        kind=ReprintKind.REWORDED,
        overlap=round(len(places) / shorter, 4),
        reason=text,
    )


def paired_places(
    left: Sequence[Claim], right: Sequence[Claim], comparisons: Iterable[Comparison]
) -> list[tuple[int, int]]:
    """The places of agreeing claims in either article, most similar pairs first taken, each claim once."""
    ours = {claim.id: place for place, claim in enumerate(left)}
    theirs = {claim.id: place for place, claim in enumerate(right)}
    pairs = []
    for comparison in comparisons:
        ends = comparison.left, comparison.right
        one, other = ends if comparison.left in ours else ends[::-1]
        if comparison.agreement is Agreement.AGREES and one in ours and other in theirs:
            pairs.append((-comparison.similarity, ours[one], theirs[other]))
    taken: set[tuple[int, int]] = set()
    chosen = []
    for _, ours_at, theirs_at in sorted(pairs):
        if not {(0, ours_at), (1, theirs_at)} & taken:
            taken |= {(0, ours_at), (1, theirs_at)}
            chosen.append((ours_at, theirs_at))
    return sorted(chosen)


def order_correlation(places: Sequence[tuple[int, int]]) -> float:
    """Kendall's tau: 1 for the same order, -1 for the opposite; at least two pairs."""
    pairs = [(one, other) for index, one in enumerate(places) for other in places[index + 1 :]]
    agreeing = sum((one[0] - other[0]) * (one[1] - other[1]) > 0 for one, other in pairs)
    return 2 * agreeing / len(pairs) - 1
