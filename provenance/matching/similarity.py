"""How alike two claims are in their words: shared stems, weighed by how rare they are in news."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from provenance.matching.policy import SPELLED_STEM_LENGTH, SPELLING_SIMILARITY
from provenance.matching.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """`shared` stems stand in both, `spelled` are pairs of stems spelled nearly alike. `similarity` is the weighted
    Jaccard coefficient, `topic` the same without figures, `substance` without figures and names: what is said, not of
    whom. The last two are the parts of either claim's substance found in the other."""

    shared: tuple[str, ...]
    spelled: tuple[tuple[str, str], ...]
    similarity: float
    containment: float
    topic: float
    substance: float
    substance_of_left: float
    substance_of_right: float


def overlap(left: Profile, right: Profile) -> Overlap:
    shared = sorted(left.weights.keys() & right.weights.keys())
    spelled = spelled_alike(left, right)
    names = left.names | right.names
    alike = sum(ratio * (left.weights[one] + right.weights[other]) / 2 for ratio, one, other in spelled)
    common = sum(left.weights[stem] for stem in shared) + alike
    figures = sum(left.weights[stem] for stem in shared if is_figure(stem))
    said = sum(left.weights[stem] for stem in shared if not is_figure(stem) and stem not in names)
    ours, theirs = weigh(left), weigh(right)
    our_substance, their_substance = weigh_substance(left, names), weigh_substance(right, names)
    return Overlap(
        shared=tuple(shared),
        spelled=tuple((one, other) for _, one, other in spelled),
        similarity=jaccard(common, ours + theirs),
        containment=part(common, min(ours, theirs)),
        topic=jaccard(common - figures, weigh_words(left) + weigh_words(right)),
        substance=jaccard(said, our_substance + their_substance),
        substance_of_left=part(said, our_substance),
        substance_of_right=part(said, their_substance),
    )


def is_figure(stem: str) -> bool:
    return stem.startswith("#")


def weigh(profile: Profile) -> float:
    return sum(profile.weights.values())


def weigh_words(profile: Profile) -> float:
    return sum(weight for stem, weight in profile.weights.items() if not is_figure(stem))


def weigh_substance(profile: Profile, names: frozenset[str]) -> float:
    return sum(weight for stem, weight in profile.weights.items() if not is_figure(stem) and stem not in names)


def part(common: float, whole: float) -> float:
    return min(1.0, common / whole) if common > 0 else 0.0


def jaccard(common: float, total: float) -> float:
    """Of two weighted sets, from what they share and the sum of both."""
    return min(1.0, common / (total - common)) if common > 0 else 0.0


def spelled_alike(left: Profile, right: Profile) -> list[tuple[float, str, str]]:
    """Stems that are two spellings of one word (Umerov, Umierov): the nearest pairs first, each stem once."""
    pairs = [
        (ratio, one, other)
        for one in long_stems(left.weights.keys() - right.weights.keys())
        for other in long_stems(right.weights.keys() - left.weights.keys())
        if one[0] == other[0]
        and (ratio := JaroWinkler.similarity(one, other, score_cutoff=SPELLING_SIMILARITY)) >= SPELLING_SIMILARITY
    ]
    chosen: list[tuple[float, str, str]] = []
    taken: set[tuple[int, str]] = set()
    for ratio, one, other in sorted(pairs, key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:]))):
        if (0, one) not in taken and (1, other) not in taken:
            chosen.append((ratio, one, other))
            taken |= {(0, one), (1, other)}
    return chosen


def long_stems(stems: Iterable[str]) -> list[str]:
    return [stem for stem in stems if len(stem) >= SPELLED_STEM_LENGTH and not is_figure(stem)]
