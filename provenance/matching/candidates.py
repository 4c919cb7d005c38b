"""The comparisons of many claims at once: of every two that share enough to be worth it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from provenance.matching.comparison import compare_profiles
from provenance.matching.frequencies import Frequencies
from provenance.matching.keys import read_keys
from provenance.matching.keytable import KeyTable, number_keys
from provenance.matching.profile import Profile, Worded, prepare
from provenance.matching.sharing import candidates
from provenance.model import Comparison

PROFILES_KEPT = 20_000
"""Claims whose profile is kept while their like are compared."""


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

    for claim, others in candidates(table):
        for other in others:
            if comparison := compare_profiles(profile(claim), profile(other), explained=explained):
                yield comparison
