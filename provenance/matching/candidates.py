"""The comparisons of many claims at once: of every two that share enough to be worth it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from provenance.matching.comparison import compare_related, put_alike, without_reasons
from provenance.matching.frequencies import Frequencies
from provenance.matching.keys import Numbers, lie_far, read_keys
from provenance.matching.keytable import KeyTable, number_keys
from provenance.matching.opposition import is_plain_cue
from provenance.matching.profile import Profile, Worded, prepare, say_stems
from provenance.matching.screening import screen
from provenance.matching.sharing import sharing_pairs
from provenance.matching.tokens import read_words
from provenance.model import Agreement, Comparison

PROFILES_KEPT = 20_000
"""Claims whose profile is kept while their like are compared."""

SCREENED_AT_ONCE = 1 << 16
"""Pairs."""


def compare_claims(
    claims: Iterable[Worded], frequencies: Frequencies, days: Mapping[str, int] | None = None
) -> Iterator[Comparison]:
    """Each pair once, in an order of its own. `days` are the day numbers of the claims' articles by claim id; a claim
    that is not there is undated."""
    worded = {claim.id: claim for claim in claims}
    keyed = ((claim, read_keys(each.text, frequencies)) for claim, each in worded.items())
    return compare_keyed(worded, number_keys(keyed, days or {}), frequencies)


def compare_keyed(
    worded: Mapping[str, Worded], table: KeyTable, frequencies: Frequencies, *, explained: bool = True
) -> Iterator[Comparison]:
    """As `compare_claims`, given the claims by id and the keys of all; without reasons where none are asked for."""

    @lru_cache(maxsize=PROFILES_KEPT)
    def profile(claim: str) -> Profile:
        return prepare(worded[claim], frequencies)

    @lru_cache(maxsize=PROFILES_KEPT)
    def said(claim: str) -> tuple[str, ...]:
        return say_stems(read_words(worded[claim].text))

    names = table.names
    quiet = np.array([is_plain_cue(worded[name].cue) for name in names], bool)
    stems = replace(table.stems, plain=table.stems.plain & quiet)
    for pairs in _parts(sharing_pairs(table)):
        lesser, greater = np.divmod(pairs, len(names))
        far = lie_far(table.days[lesser], table.days[greater])
        screened = screen(stems, lesser, greater, far)
        settled = screened.settled & ~screened.alike if explained else screened.settled
        rest = screened.related & ~settled
        unsettled = (lesser, greater, far)
        for one, other, apart in zip(*[column[rest].tolist() for column in unsettled], strict=True):
            yield compare_related(profile(names[one]), profile(names[other]), far=apart, explained=explained)
        known = (lesser, greater, screened.alike, screened.similarity, screened.weight)
        for one, other, alike, similarity, weight in zip(*[column[settled].tolist() for column in known], strict=True):
            agree = alike and put_alike(similarity, weight, said(names[one]), said(names[other]))
            agreement = Agreement.AGREES if agree else Agreement.UNRELATED
            yield without_reasons(names[one], names[other], agreement, similarity)


def _parts(found: Iterable[Numbers]) -> Iterator[Numbers]:
    for pairs in found:
        for start in range(0, len(pairs), SCREENED_AT_ONCE):
            yield pairs[start : start + SCREENED_AT_ONCE]
