"""The figures of two claims held against one another."""

from provenance.matching.profile import Profile
from provenance.matching.quantities import Dimension, Quantity
from provenance.model import Reason, Span

Pair = tuple[Quantity, Quantity]


def hold_figures(left: Profile, right: Profile) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Those of one thing that cannot both hold, and those that can. Each figure is held against one other, compatible
    ones first: "22 children" differs in nothing from "101 and 22"."""
    pairs = [(one, other) for one in left.quantities for other in right.quantities]
    taken: set[tuple[str, Span]] = set()
    paired = take([pair for pair in pairs if both_ways(*pair, left, right)], taken)
    compatible = take([pair for pair in pairs if pair[0].aligned(pair[1]) and pair[0].compatible(pair[1])], taken)
    differing = take([pair for pair in pairs if pair[0].aligned(pair[1])], taken)
    return (
        tuple(reason("figures-differ", "{} against {}.", left, right, pair) for pair in differing),
        (
            *(reason("both-ways", "{} and {}: counted both ways and one way.", left, right, pair) for pair in paired),
            *(reason("figures-agree", "{} and {} can both hold.", left, right, pair) for pair in compatible),
        ),
    )


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


def reason(code: str, sentence: str, left: Profile, right: Profile, pair: Pair) -> Reason:
    words = (f"“{pair[0].span.of(left.text)}”", f"“{pair[1].span.of(right.text)}”")
    return Reason(code=code, text=sentence.format(*words), left=(pair[0].span,), right=(pair[1].span,))
