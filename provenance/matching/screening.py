"""What a look at their stems, in numbers, settles of many pairs of claims: in a large archive most of those that share
enough keys have too little in common to be worth reading."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from provenance.matching.keys import Flags, Numbers
from provenance.matching.keytable import Rows, StemTable
from provenance.matching.policy import (
    AGREEING_NAMES,
    AGREEING_OTHER_NAMES,
    AGREEING_SIMILARITY,
    AGREEING_SUBSTANCE_LEAST,
    AGREEING_SUBSTANCE_MOST,
    AGREEING_WEIGHT,
    CONTAINED_SIMILARITY,
    CONTAINED_STEMS,
    CONTAINED_SUBSTANCE,
    COUNTED_SIMILARITY,
    FAR_SIMILARITY,
    FIGURE_SUBSTANCE,
    LEAST_SIMILARITY,
    OPPOSED_SUBSTANCE,
    SPELLED_STEM_LENGTH,
    SPELLING_SIMILARITY,
)

Weights = npt.NDArray[np.float64]

UNRELATED_SIMILARITY = min(CONTAINED_SIMILARITY, COUNTED_SIMILARITY)
"""No claims agree below it."""

UNRELATED_SUBSTANCE = min(OPPOSED_SUBSTANCE, FIGURE_SUBSTANCE)
"""No claims conflict, nor do their figures differ, below it; days, times and years stand where there are numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """By place among the pairs: `related` have enough in common to be compared, `settled` are those of them of which
    nothing else needs to be known, but for `alike`, those of these that agree where they are put alike; the others are
    unrelated, with no reason to give. `similarity` is that of what is settled, `weight` that of all the alike share."""

    related: Flags
    settled: Flags
    alike: Flags
    similarity: Weights
    weight: Weights


def screen(table: StemTable, ones: Numbers, others: Numbers, far: Flags) -> Screened:
    """Of pairs of rows; `far` says which lie far apart in time. What is settled is what `compare_profiles` would find,
    to the last digit: sums of weights are exact."""
    left, right = table.codes_of(ones), table.codes_of(others)
    ours, theirs = table.weights[left >> 1], table.weights[right >> 1]
    plain, named = _found(left, right)
    similarity = _jaccard((ours * (plain | named)).sum(axis=0), ours.sum(axis=0) + theirs.sum(axis=0))
    related = similarity >= np.where(far, FAR_SIMILARITY, LEAST_SIMILARITY)
    settled, alike, weight = np.zeros_like(related), np.zeros_like(related), np.zeros_like(similarity)
    at = np.flatnonzero(related)
    left, right, ones, others = left[:, at], right[:, at], ones[at], others[at]
    held = _hold(table, left, right, plain[:, at], named[:, at], similarity[at])
    enough = _share_enough(held)
    plainly = table.plain[ones] & table.plain[others] & ~(enough & (held.names < AGREEING_OTHER_NAMES))
    apart = (held.similarity < UNRELATED_SIMILARITY) & (held.substance < UNRELATED_SUBSTANCE)
    open_to = np.flatnonzero(plainly | (apart & ~(table.counts[ones] & table.counts[others])))
    known = open_to[~_spelled(table, left[:, open_to], right[:, open_to])]
    settled[at[known]] = True
    alike[at[known]] = (plainly & enough)[known]
    weight[at] = held.weight
    return Screened(related=related, settled=settled, alike=alike, similarity=similarity, weight=weight)


def _found(left: Rows, right: Rows) -> tuple[Flags, Flags]:
    """Which stems of the left stand in the right, plainly and as a name."""
    stems = left & ~1
    plain = [(right == stem).any(axis=0) for stem in stems]
    named = [(right == stem + 1).any(axis=0) for stem in stems]
    return np.array(plain, bool).reshape(left.shape), np.array(named, bool).reshape(left.shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """As in `Overlap`, for many pairs, of which no words are two spellings of one; `in_right` and `in_left` of such as
    give no figures."""

    shared: Numbers
    similarity: Weights
    substance: Weights
    in_right: Weights
    in_left: Weights
    names: Weights
    weight: Weights


def _hold(table: StemTable, left: Rows, right: Rows, plain: Flags, named: Flags, similarity: Weights) -> _Held:
    """What is a name on either side counts on neither where what is said is weighed, nor do figures."""
    ours, theirs = table.weights[left >> 1], table.weights[right >> 1]
    said = np.array([*(not spelling.startswith("#") for spelling in table.spellings), False])
    mine, yours, found = (left & 1).astype(bool), (right & 1).astype(bool), plain | named
    both = (ours * (plain & ~mine & said[left >> 1])).sum(axis=0)
    own = (ours * (~mine & ~named & said[left >> 1])).sum(axis=0)
    their = (theirs * (~yours & said[right >> 1])).sum(axis=0) - (ours * (plain & mine)).sum(axis=0)
    names = (ours * (named | (plain & mine))).sum(axis=0)
    alone = (ours * (mine & ~found)).sum(axis=0) + (theirs * yours).sum(axis=0) - (ours * named).sum(axis=0)
    of_both = mine.any(axis=0) & yours.any(axis=0) & (alone > 0)
    return _Held(
        shared=(found & (left >> 1 != len(said) - 1)).sum(axis=0),
        similarity=similarity,
        substance=_jaccard(both, own + their),
        in_right=_part(both, own),
        in_left=_part(both, their),
        names=np.where(of_both, _part(names, names + alone), 1.0),
        weight=(ours * found).sum(axis=0),
    )


def _share_enough(held: _Held) -> Flags:
    """As `comparison.agrees`, of plain claims, but for how they are put."""
    least, most = np.minimum(held.in_left, held.in_right), np.maximum(held.in_left, held.in_right)
    contained = (most >= CONTAINED_SUBSTANCE) & (held.shared >= CONTAINED_STEMS)
    alike = (least >= AGREEING_SUBSTANCE_LEAST) & (most >= AGREEING_SUBSTANCE_MOST)
    needed = np.where(contained, CONTAINED_SIMILARITY, AGREEING_SIMILARITY)
    enough = (held.weight >= AGREEING_WEIGHT) & (held.names >= AGREEING_NAMES)
    share_enough: Flags = enough & (contained | alike) & (held.similarity >= needed)
    return share_enough


def _part(common: Weights, whole: Weights) -> Weights:
    return np.minimum(1.0, np.divide(common, whole, out=np.zeros_like(common), where=common > 0))


def _jaccard(common: Weights, total: Weights) -> Weights:
    return np.divide(common, total - common, out=np.zeros_like(common), where=common > 0)


def _spelled(table: StemTable, left: Rows, right: Rows) -> Flags:
    """Whether stems that only one of the two has may be spellings of one word."""
    initials = np.array([*map(_initial, table.spellings), 0], np.int32)
    spelled = np.zeros(left.shape[1], bool)
    ours = np.where(np.logical_or(*_found(left, right)), 0, initials[left >> 1])
    theirs = np.where(np.logical_or(*_found(right, left)), 0, initials[right >> 1])
    for stems, letters in zip(left >> 1, ours, strict=True):
        rows, pairs = np.nonzero((theirs == letters) & (letters != 0))
        alike = _alike(table, stems[pairs], right[rows, pairs] >> 1)
        spelled[pairs[alike]] = True
    return spelled


def _initial(stem: str) -> int:
    """The first letter of what may be a spelling of another word, 0 for others."""
    return ord(stem[0]) if len(stem) >= SPELLED_STEM_LENGTH and stem[0] != "#" else 0


def _alike(table: StemTable, ones: Rows, others: Rows) -> Flags:
    distinct, places = np.unique(ones.astype(np.int64) * len(table.weights) + others, return_inverse=True)
    sides = [[table.spellings[stem] for stem in stems.tolist()] for stems in np.divmod(distinct, len(table.weights))]
    likeness = cpdist(*sides, scorer=JaroWinkler.similarity, score_cutoff=SPELLING_SIMILARITY, dtype=np.float64)
    return (likeness >= SPELLING_SIMILARITY)[places]
