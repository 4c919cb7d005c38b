"""What a look at their stems, in numbers, settles of many pairs of claims: in a large archive most of those that share
enough keys have too little in common to be worth reading."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from provenance.matching.keytable import Flags, Numbers, Rows, StemTable
from provenance.matching.policy import (
    CONTAINED_SIMILARITY,
    COUNTED_SIMILARITY,
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
    """By place among the pairs: `related` have enough in common to be compared, `unrelated` are those of them that are
    unrelated whatever their words are, with no reason to give. `similarity` is theirs, unless words of a pair may be
    two spellings of one."""

    related: Flags
    unrelated: Flags
    similarity: Weights


def screen(table: StemTable, ones: Numbers, others: Numbers) -> Screened:
    """Of pairs of rows. What is settled is what `compare_profiles` would find, to the last digit: sums of weights are
    exact."""
    left, right = table.codes_of(ones), table.codes_of(others)
    ours, theirs = table.weights[left >> 1], table.weights[right >> 1]
    plain, named = _found(left, right)
    similarity = _jaccard((ours * (plain | named)).sum(axis=0), ours.sum(axis=0) + theirs.sum(axis=0))
    related = similarity >= LEAST_SIMILARITY
    unrelated = related & (similarity < UNRELATED_SIMILARITY) & ~(table.counts[ones] & table.counts[others])
    at = np.flatnonzero(unrelated)
    unrelated[at] = _substance(table, left[:, at], right[:, at], plain[:, at], named[:, at]) < UNRELATED_SUBSTANCE
    at = np.flatnonzero(unrelated)
    unrelated[at[_spelled(table, left[:, at], right[:, at])]] = False
    return Screened(related=related, unrelated=unrelated, similarity=similarity)


def _found(left: Rows, right: Rows) -> tuple[Flags, Flags]:
    """Which stems of the left stand in the right, plainly and as a name."""
    stems = left & ~1
    plain = [(right == stem).any(axis=0) for stem in stems]
    named = [(right == stem + 1).any(axis=0) for stem in stems]
    return np.array(plain, bool).reshape(left.shape), np.array(named, bool).reshape(left.shape)


def _substance(table: StemTable, left: Rows, right: Rows, plain: Flags, named: Flags) -> Weights:
    """As in `Overlap`: what is a name on either side counts on neither, nor do figures."""
    said = np.array([*(not spelling.startswith("#") for spelling in table.spellings), False]) * table.weights
    ours, theirs = said[left >> 1], said[right >> 1]
    mine = (left & 1).astype(bool)
    beside = (ours * ((named & ~mine) | mine)).sum(axis=0) + (theirs * (right & 1)).sum(axis=0)
    beside += (ours * (plain & mine)).sum(axis=0)
    return _jaccard((ours * (plain & ~mine)).sum(axis=0), ours.sum(axis=0) + theirs.sum(axis=0) - beside)


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
