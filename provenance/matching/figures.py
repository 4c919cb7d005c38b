"""The figures of two claims held against one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.matching.moments import other_day
from provenance.matching.policy import COMMON_COUNT, SET_SUBSTANCE
from provenance.matching.profile import Profile
from provenance.matching.quantities import Dimension, Quantity
from provenance.model import Reason, Span

Pair = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of one thing that cannot both hold, figures that can, figures counted both ways and one way, each with
    the left one's first; and whether either side gives some that the other does not."""

    differing: tuple[Pair, ...]
    compatible: tuple[Pair, ...]
    both_ways: tuple[Pair, ...]
    left_alone: bool
    right_alone: bool

    @property
    def vouch(self) -> bool:
        """Whether figures that can both hold speak for one statement: a measure, or more than a dozen of a thing."""
        return any(
            one.dimension is not Dimension.COUNT or max(one.stated, other.stated) > COMMON_COUNT
            for one, other in self.compatible
        )


ONE_SIDED = {
    (left, right): Figures(differing=(), compatible=(), both_ways=(), left_alone=left, right_alone=right)
    for left, right in ((False, False), (False, True), (True, False))
}
"""Of two claims of which one at most gives figures, by who does."""

SENTENCES = {
    "figures-differ": "{} against {}.",
    "figures-agree": "{} and {} can both hold.",
    "both-ways": "{} is {}, counted both ways.",
}


def hold_figures(left: Profile, right: Profile, substance: float) -> Figures:
    """Each figure is held against one other, compatible ones first: "22 children" differs in nothing from "101 and
    22". `substance` is how similar the two are in what they say."""
    if not left.quantities or not right.quantities:
        return ONE_SIDED[bool(left.quantities), bool(right.quantities)]
    pairs = [(one, other) for one in left.quantities for other in right.quantities]
    aligned = [pair for pair in pairs if of_one_thing(*pair, left, right, substance)]
    if aligned and (other_ground(left, right) or other_day(left.moments, right.moments)):
        aligned = []
    taken: set[tuple[str, Span]] = set()
    paired = take([pair for pair in pairs if both_ways(*pair, left, right)], taken)
    compatible = take([pair for pair in aligned if pair[0].compatible(pair[1])], taken)
    differing = take(aligned, taken)
    ours = [one for one in left.quantities if ("left", one.span) not in taken]
    theirs = [one for one in right.quantities if ("right", one.span) not in taken]
    return Figures(
        differing=tuple(differing),
        compatible=tuple(compatible),
        both_ways=tuple(paired),
        left_alone=any(stands_alone(one, right.quantities) for one in ours),
        right_alone=any(stands_alone(one, left.quantities) for one in theirs),
    )


def other_ground(left: Profile, right: Profile) -> bool:
    """Either says that it happened in a place which the other does not name: figures of two happenings."""
    return bool(left.grounds - right.stems and right.grounds - left.stems)


def stands_alone(quantity: Quantity, others: tuple[Quantity, ...]) -> bool:
    return all(quantity.stated != other.stated for other in others)


def of_one_thing(one: Quantity, other: Quantity, left: Profile, right: Profile, substance: float) -> bool:
    """Aligned, and neither hung on different words nor told of different actors: "Russia returned 101 to Ukraine" and
    "Ukraine returned 22 to Russia" are two things."""
    if not one.aligned(other):
        return False
    settings = bool(one.setting) + bool(other.setting)
    met = one.setting & right.stems or other.setting & left.stems
    if not met and (settings == 2 or (settings == 1 and substance < SET_SUBSTANCE)):
        return False
    swapped = one.actor & right.stems or other.actor & left.stems
    return not (one.actor and other.actor and one.actor != other.actor and swapped)


def take(pairs: list[Pair], taken: set[tuple[str, Span]]) -> list[Pair]:
    """The closest pairs first, each figure once; `taken` remembers which are used up."""
    chosen = []
    for one, other in sorted(pairs, key=lambda pair: (distance(*pair), pair[0].span, pair[1].span)):
        ends = {("left", one.span), ("right", other.span)}
        if not ends & taken:
            taken |= ends
            chosen.append((one, other))
    return sorted(chosen, key=lambda pair: (pair[0].span, pair[1].span))


def distance(one: Quantity, other: Quantity) -> float:
    return abs(one.stated - other.stated) / max(one.stated, other.stated, 1.0)


def both_ways(one: Quantity, other: Quantity, left: Profile, right: Profile) -> bool:
    """12,000 is 6,000 from each side, where either claim speaks of two sides or of one side alone."""
    if one.dimension is not Dimension.COUNT or other.dimension is not Dimension.COUNT:
        return False
    less, more = sorted((one.stated, other.stated))
    same_thing = one.aligned(other) or not one.things or not other.things
    return same_thing and more == 2 * less > 0 and bool(left.signals.pairing or right.signals.pairing)


def figure_reasons(code: str, left: Profile, right: Profile, pairs: Iterable[Pair]) -> Iterator[Reason]:
    """One for each pair, in the words of `SENTENCES`."""
    for one, other in pairs:
        words = (f"“{one.span.of(left.text)}”", f"“{other.span.of(right.text)}”")
        yield Reason(code=code, text=SENTENCES[code].format(*words), left=(one.span,), right=(other.span,))
