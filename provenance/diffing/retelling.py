"""Sentences that say the same in other words: by the claims in them, as articles of a store are compared."""

from collections.abc import Sequence

from provenance.diffing.reading import Telling
from provenance.matching import Aligned, Frequencies, compare_claims
from provenance.model import Agreement, Claim

SAYING = (Agreement.AGREES, Agreement.FIGURES_DIFFER, Agreement.CONFLICTS)


def retold(
    before: Telling, after: Telling, aligned: Sequence[Aligned], frequencies: Frequencies
) -> tuple[Aligned, ...]:
    """Pairs of sentences that stand in none yet, the most similar first; each sentence in one pair at most."""
    ours = _free(before, {number for row in aligned for number in row.left})
    theirs = _free(after, {number for row in aligned for number in row.right})
    found = []
    for comparison in compare_claims(
        [*(claim for claim, _ in ours.values()), *(c for c, _ in theirs.values())], frequencies
    ):
        one, other = comparison.left, comparison.right
        if other in ours:
            one, other = other, one
        if one in ours and other in theirs and comparison.agreement in SAYING:
            found.append((-comparison.similarity, ours[one][1], theirs[other][1]))
    pairs: list[Aligned] = []
    for likeness, one_at, other_at in sorted(found):
        if all((one_at,) != pair.left and (other_at,) != pair.right for pair in pairs):
            pairs.append(Aligned(left=(one_at,), right=(other_at,), similarity=-likeness))
    return tuple(pairs)


def _free(telling: Telling, taken: set[int]) -> dict[str, tuple[Claim, int]]:
    """The claims of sentences without a counterpart, by id, each with the sentence it begins in."""
    found: dict[str, tuple[Claim, int]] = {}
    for claim in telling.claims:
        first = min(claim.spans)
        place = next((n for n, sentence in enumerate(telling.sentences) if sentence.overlaps(first)), None)
        if place is not None and place not in taken:
            found[claim.id] = (claim, place)
    return found
