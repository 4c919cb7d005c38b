"""Sentences that say the same in other words: by the claims in them, as articles of a store are compared."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from provenance.diffing.reading import Telling
from provenance.matching import Aligned, Frequencies, candidates, compare_profiles, number_keys, prepare, read_keys
from provenance.model import Agreement, Claim

Placed = tuple[Claim, int]
Pair = tuple[str, str]

SAYING = (Agreement.AGREES, Agreement.FIGURES_DIFFER, Agreement.CONFLICTS)


def retold(
    before: Telling, after: Telling, aligned: Sequence[Aligned], frequencies: Frequencies
) -> tuple[Aligned, ...]:
    """Pairs of sentences that stand in none yet, the most similar first; each sentence in one pair at most."""
    ours = _free(before, {number for row in aligned for number in row.left})
    theirs = _free(after, {number for row in aligned for number in row.right})
    profiles = {claim.id: prepare(claim, frequencies) for claim, _ in (*ours.values(), *theirs.values())}
    found = []
    for one, other in _candidates(ours, theirs, frequencies):
        comparison = compare_profiles(profiles[one], profiles[other])
        if comparison and comparison.agreement in SAYING:
            found.append((-comparison.similarity, ours[one][1], theirs[other][1]))
    pairs: list[Aligned] = []
    for likeness, one_at, other_at in sorted(found):
        if all((one_at,) != pair.left and (other_at,) != pair.right for pair in pairs):
            pairs.append(Aligned(left=(one_at,), right=(other_at,), similarity=-likeness))
    return tuple(pairs)


def _candidates(ours: Mapping[str, Placed], theirs: Mapping[str, Placed], frequencies: Frequencies) -> list[Pair]:
    """Claims of the two sides that share enough rare stems."""
    keyed = ((claim.id, read_keys(claim.text, frequencies)) for claim, _ in (*ours.values(), *theirs.values()))
    pairs = [(one, other) for one, others in candidates(number_keys(keyed, {})) for other in others]
    return sorted(
        (one, other) for pair in pairs for one, other in (pair, pair[::-1]) if one in ours and other in theirs
    )


def _free(telling: Telling, taken: set[int]) -> dict[str, Placed]:
    """The claims of sentences without a counterpart, by id, each with the sentence it begins in."""
    starts = [sentence.start for sentence in telling.sentences]
    found: dict[str, Placed] = {}
    for claim in telling.claims if starts else ():
        first = min(claim.spans)
        place = max(bisect_right(starts, first.start) - 1, 0)
        if place not in taken and telling.sentences[place].overlaps(first):
            found[claim.id] = (claim, place)
    return found
