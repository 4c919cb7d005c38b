"""How alike two claims are in their words: shared stems, weighed by how rare they are in news."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from provenance.matching.policy import SPELLING_SIMILARITY
from provenance.matching.profile import Profile, said_masses


class Overlap(NamedTuple):
    """`shared` stems stand in both, `spelled` are pairs of stems spelled nearly alike. `similarity` is the weighted
    Jaccard coefficient, `substance` the same without figures and names: what is said, not of whom. `in_right` is the
    part of what the left one says, names aside, that stands in the right, with figures or without, whichever is more
    (figures that can both hold need not be spelled alike), `in_left` the other way about; `names` is the
    shared part of both claims' names, 1 where either has none. `weight` is that of all they share."""

    shared: tuple[str, ...]
    spelled: tuple[tuple[str, str], ...]
    similarity: float
    substance: float
    in_right: float
    in_left: float
    names: float
    weight: float


def shares(left: Profile, right: Profile, least: float) -> bool:
    """Whether the stems that stand in both make so much of the weighted Jaccard coefficient."""
    theirs = right.weights
    common = sum([weight for stem, weight in left.weights.items() if stem in theirs])
    return jaccard(common, left.mass + right.mass) >= least


def overlap(left: Profile, right: Profile) -> Overlap:
    ours, theirs = left.weights, right.weights
    shared = tuple([stem for stem in ours if stem in theirs])
    common = sum([ours[stem] for stem in shared])
    names = left.names | right.names
    unnamed = [stem for stem in shared if stem not in names]
    both = sum([ours[stem] for stem in unnamed])
    figures = sum([ours[stem] for stem in unnamed if stem[0] == "#"]) if left.has_figures else 0.0
    spelled = spelled_alike(left, right)
    ones, others = tuple([one for _, one, _ in spelled]), tuple([other for _, _, other in spelled])
    in_right, in_left = both, both
    if spelled:
        common += sum([ratio * (ours[one] + theirs[other]) / 2 for ratio, one, other in spelled])
        in_right += sum([ours[one] for one in ones if one not in names])
        in_left += sum([theirs[other] for other in others if other not in names])
    (own, own_plain), (their, their_plain) = said_beside(left, right), said_beside(right, left)
    return Overlap(
        shared=shared,
        spelled=tuple(zip(ones, others, strict=True)),
        similarity=jaccard(common, left.mass + right.mass),
        substance=jaccard(both - figures, own_plain + their_plain),
        in_right=max(part(in_right, own), part(in_right - figures, own_plain)),
        in_left=max(part(in_left, their), part(in_left - figures, their_plain)),
        names=shared_names(left, right, shared + ones + others),
        weight=common,
    )


def said_beside(profile: Profile, other: Profile) -> tuple[float, float]:
    """As `Profile.said`, a stem aside that the other claim writes as a name."""
    names = other.names - profile.names
    if names.isdisjoint(profile.weights):
        return profile.said
    return said_masses(profile.weights, profile.names | names)


def weigh(profile: Profile, stems: Iterable[str]) -> float:
    return sum([profile.weights[stem] for stem in stems])


def part(common: float, whole: float) -> float:
    return min(1.0, common / whole) if common > 0 else 0.0


def shared_names(left: Profile, right: Profile, both: Sequence[str]) -> float:
    """A word written as a name on one side counts wherever it stands on the other. `both` are the stems that do."""
    if not left.names or not right.names:
        return 1.0
    alone = (left.names | right.names).difference(both)
    if not alone:
        return 1.0
    weights = {**left.weights, **right.weights}
    shared = sum([weights[stem] for stem in both if stem in left.names or stem in right.names])
    return shared / (shared + sum([weights[stem] for stem in alone]))


def jaccard(common: float, total: float) -> float:
    """Of two weighted sets, from what they share and the sum of both."""
    return min(1.0, common / (total - common)) if common > 0 else 0.0


def spelled_alike(left: Profile, right: Profile) -> list[tuple[float, str, str]]:
    """Stems that are two spellings of one word (Umerov, Umierov): the nearest pairs first, each stem once."""
    others = [other for other in right.long_stems if other not in left.weights]
    if not others:
        return []
    pairs = [
        (ratio, one, other)
        for one in left.long_stems
        if one not in right.weights
        for other in others
        if one[0] == other[0]
        and (ratio := JaroWinkler.similarity(one, other, score_cutoff=SPELLING_SIMILARITY)) >= SPELLING_SIMILARITY
    ]
    if not pairs:
        return []
    chosen: list[tuple[float, str, str]] = []
    taken: set[tuple[int, str]] = set()
    for ratio, one, other in sorted(pairs, key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:]))):
        if (0, one) not in taken and (1, other) not in taken:
            chosen.append((ratio, one, other))
            taken |= {(0, one), (1, other)}
    return chosen
