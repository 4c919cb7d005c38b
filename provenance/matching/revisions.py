"""One side gives the other's figure as one that no longer holds: "raised the toll to 40 from 30"."""

from collections.abc import Iterator

from provenance.matching.profile import Profile
from provenance.matching.quantities import Quantity
from provenance.model import Reason


def find_revisions(left: Profile, right: Profile) -> tuple[Reason, ...]:
    """A reason for every figure of one side that the other side gives as the former one, or says it is not, with the
    one that stands in its place: of the side that gives two figures, the one that holds comes first."""
    if not left.quantities or not right.quantities:
        return ()
    return tuple(revising_figures(left, right))


def revising_figures(left: Profile, right: Profile) -> Iterator[Reason]:
    for revising, other in ((left, right), (right, left)):
        for former, given, new in revised(revising, other):
            now, before = new.span.of(revising.text), former.span.of(revising.text)
            words = f"“{now}” now, “{before}” before" if former.is_former else f"“{now}”, not “{before}”"
            here, there = (new.span, former.span), (given.span,)
            yield Reason(
                code="figure-revised" if former.is_former else "figure-rejected",
                text=f"One gives {words}, the other “{given.span.of(other.text)}”.",
                left=here if revising is left else there,
                right=there if revising is left else here,
            )


def revised(revising: Profile, other: Profile) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """The figure that holds no more, the same as the other side gives it, and the one in its place."""
    holding = [one for one in revising.quantities if not one.is_former and not one.is_rejected]
    for former in revising.quantities:
        if former in holding:
            continue
        news = [new for new in holding if of_one_kind(new, former) and new.stated != former.stated]
        for given in other.quantities:
            if given.stated == former.stated and of_one_kind(given, former):
                yield from ((former, given, new) for new in news[:1] if of_one_kind(new, given))


def of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Nothing tells that they measure different things; "up from 30" says of nothing what it counts."""
    if one.dimension is not other.dimension or one.currency != other.currency:
        return False
    return not one.things or not other.things or bool(one.things & other.things)
