"""Whether one article reprints another, word for word or claim by claim in other words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance.matching.policy import (
    REPRINT_CLAIMS_LEAST,
    REPRINT_COVERAGE_LONGER,
    REPRINT_COVERAGE_SHORTER,
    REPRINT_ORDER,
    REPRINT_SHINGLE,
    REPRINT_SHINGLES_LEAST,
    REPRINT_VERBATIM,
)
from provenance.matching.tokens import PATTERN, fold
from provenance.model import Agreement, Article, Claim, Comparison


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
    """By the rows of five words that the shorter article shares with the longer."""
    ours, theirs = shingles(left.text), shingles(right.text)
    shorter = min(len(ours), len(theirs))
    if shorter < REPRINT_SHINGLES_LEAST:
        return None
    overlap = len(ours & theirs) / shorter
    if overlap < REPRINT_VERBATIM:
        return None
    text = f"{overlap:.0%} of the shorter article's rows of {REPRINT_SHINGLE} words stand in the other, word for word."
    return Reprint(left=left.id, right=right.id, kind=ReprintKind.VERBATIM, overlap=round(overlap, 4), reason=text)


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [fold(match.group()) for match in PATTERN.finditer(text) if match.lastgroup != "mark"]
    return frozenset(zip(*(words[start:] for start in range(REPRINT_SHINGLE)), strict=False))


def find_reworded(left: Reading, right: Reading, comparisons: Iterable[Comparison]) -> Reprint | None:
    """By claims that agree one by one, in the same order, and are most of what either article claims."""
    places = paired_places(left.claims, right.claims, comparisons)
    shorter, longer = sorted((len(left.claims), len(right.claims)))
    if len(places) < REPRINT_CLAIMS_LEAST or len(places) < REPRINT_COVERAGE_SHORTER * shorter:
        return None
    if len(places) < REPRINT_COVERAGE_LONGER * longer or order_correlation(places) < REPRINT_ORDER:
        return None
    text = f"{len(places)} of {shorter} claims agree one by one with the other article's, in the same order."
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
