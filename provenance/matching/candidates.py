"""Which claims are worth comparing: those that share one of each other's rarest stems."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from provenance.matching.comparison import compare_profiles
from provenance.matching.frequencies import Frequencies
from provenance.matching.policy import BLOCKING_KEYS
from provenance.matching.profile import Profile, prepare, read_places
from provenance.matching.tokens import tokenise
from provenance.model import Claim, Comparison


def claim_keys(text: str, frequencies: Frequencies) -> tuple[str, ...]:
    """The rarest stems of a claim's text, rarest first: what another claim must share one of."""
    return rarest(read_places(tokenise(text)), frequencies)


def rarest(stems: Iterable[str], frequencies: Frequencies) -> tuple[str, ...]:
    return tuple(sorted(stems, key=lambda stem: (-frequencies.weight(stem), stem))[:BLOCKING_KEYS])


def compare_claims(claims: Iterable[Claim], frequencies: Frequencies) -> tuple[Comparison, ...]:
    """Every pair of claims that has anything in common, sorted: the comparisons of a small archive at once."""
    profiles = {claim.id: prepare(claim, frequencies) for claim in claims}
    found = (
        compare_profiles(profiles[one], profiles[other]) for one, other in candidates(profiles.values(), frequencies)
    )
    return tuple(comparison for comparison in found if comparison)


def candidates(profiles: Iterable[Profile], frequencies: Frequencies) -> Sequence[tuple[str, str]]:
    """Pairs of claim ids that share a key, sorted, each once."""
    holders: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for key in rarest(profile.weights, frequencies):
            holders[key].add(profile.claim)
    return sorted({pair for ids in holders.values() for pair in combinations(sorted(ids), 2)})
