"""How alike two claims are in their words: shared stems, weighed by how rare they are in news."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from provenance.matching.policy import SPELLED_STEM_LENGTH, SPELLING_SIMILARITY
from provenance.matching.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """`shared` stems stand in both, `spelled` are pairs of stems spelled nearly alike. `similarity` is the weighted
    Jaccard coefficient, `substance` the same without figures and names: what is said, not of whom. `in_right` is the
    part of what the left one says, names aside, that stands in the right, `in_left` the other way about; `names` is the
    shared part of both claims' names, 1 where either has none."""

    shared: tuple[str, ...]
    spelled: tuple[tuple[str, str], ...]
    similarity: float
    substance: float
    in_right: float
    in_left: float
    names: float


def overlap(left: Profile, right: Profile) -> Overlap:
    shared = sorted(left.weights.keys() & right.weights.keys())
    spelled = spelled_alike(left, right)
    spelled_pairs = tuple((one, other) for _, one, other in spelled)
    figures = frozenset(stem for stem in left.weights.keys() | right.weights.keys() if stem.startswith("#"))
    names = left.names | right.names
    both = frozenset(shared).union(*spelled_pairs)
    alike = sum(ratio * (left.weights[one] + right.weights[other]) / 2 for ratio, one, other in spelled)

    def likeness(aside: frozenset[str], more: float = 0.0) -> float:
        common = more + weigh(left, [stem for stem in shared if stem not in aside])
        return jaccard(common, weigh(left, left.stems - aside) + weigh(right, right.stems - aside))

    def held(profile: Profile) -> float:
        """The greater part, with figures and without: figures that can both hold need not be spelled alike."""
        own = profile.stems - names
        said = own & both
        return max(
            part(weigh(profile, said), weigh(profile, own)),
            part(weigh(profile, said - figures), weigh(profile, own - figures)),
        )

    return Overlap(
        shared=tuple(shared),
        spelled=spelled_pairs,
        similarity=likeness(frozenset(), alike),
        substance=likeness(figures | names),
        in_right=held(left),
        in_left=held(right),
        names=shared_names(left, right, both),
    )


def weigh(profile: Profile, stems: Iterable[str]) -> float:
    """In one order, so that the last digit does not depend on the process."""
    return sum(profile.weights[stem] for stem in sorted(stems))


def part(common: float, whole: float) -> float:
    return min(1.0, common / whole) if common > 0 else 0.0


def shared_names(left: Profile, right: Profile, both: frozenset[str]) -> float:
    """A word written as a name on one side counts wherever it stands on the other."""
    if not left.names or not right.names:
        return 1.0
    weights = {stem: left.weights.get(stem) or right.weights[stem] for stem in sorted(left.names | right.names)}
    return sum(weight for stem, weight in weights.items() if stem in both) / sum(weights.values())


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
    return [stem for stem in stems if len(stem) >= SPELLED_STEM_LENGTH and not stem.startswith("#")]
