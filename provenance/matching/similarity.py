"""How alike two claims are in their words: shared stems, weighed by how rare they are in news."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from provenance.matching.policy import SPELLING_SIMILARITY
from provenance.matching.profile import Profile, said_masses


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """`shared` stems stand in both, `spelled` are pairs of stems spelled nearly alike. `similarity` is the weighted
    Jaccard coefficient, `substance` the same without figures and names: what is said, not of whom. `in_right` is the
    part of what the left one says, names aside, that stands in the right, `in_left` the other way about; `names` is the
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
    weights = left.weights
    shared = tuple([stem for stem in weights if stem in right.weights])
    spelled = spelled_alike(left, right)
    ones, others = [one for _, one, _ in spelled], [other for _, _, other in spelled]
    both = frozenset((*shared, *ones, *others))
    names = left.names | right.names
    common = sum([weights[stem] for stem in shared])
    if spelled:
        common += sum([ratio * (weights[one] + right.weights[other]) / 2 for ratio, one, other in spelled])
    ours = parts(left, [*shared, *ones], names)
    theirs = parts(right, [*shared, *others], names)
    plain = sum([weights[stem] for stem in shared if stem not in names and stem[0] != "#"])
    return Overlap(
        shared=shared,
        spelled=tuple(zip(ones, others, strict=True)),
        similarity=jaccard(common, left.mass + right.mass),
        substance=jaccard(plain, ours.plain + theirs.plain),
        in_right=ours.held,
        in_left=theirs.held,
        names=shared_names(left, right, both),
        weight=common,
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What one claim says, names aside, without figures as `plain`; `held` is the greater part of it that the other
    says, too, with figures and without: figures that can both hold need not be spelled alike."""

    plain: float
    held: float


def parts(profile: Profile, said: list[str], names: frozenset[str]) -> Parts:
    """`said` are its stems that stand in the other; `names` the names of both."""
    weights = profile.weights
    own, plain = profile.said if names & weights.keys() == profile.names else said_masses(weights, names)
    unnamed = sorted([stem for stem in said if stem not in names])
    both = sum([weights[stem] for stem in unnamed])
    both_plain = sum([weights[stem] for stem in unnamed if stem[0] != "#"]) if profile.has_figures else both
    return Parts(plain, max(part(both, own), part(both_plain, plain)))


def weigh(profile: Profile, stems: Iterable[str]) -> float:
    """In one order, so that the last digit does not depend on the process."""
    return sum(profile.weights[stem] for stem in sorted(stems))


def part(common: float, whole: float) -> float:
    return min(1.0, common / whole) if common > 0 else 0.0


def shared_names(left: Profile, right: Profile, both: frozenset[str]) -> float:
    """A word written as a name on one side counts wherever it stands on the other."""
    if not left.names or not right.names or (left.names <= both and right.names <= both):
        return 1.0
    weights = {stem: left.weights.get(stem) or right.weights[stem] for stem in sorted(left.names | right.names)}
    return sum(weight for stem, weight in weights.items() if stem in both) / sum(weights.values())


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
