"""One side gives the other's figure as one that no longer holds: "raised the toll to 40 from 30"."""

from collections.abc import Iterator

from provenance.matching.profile import Profile
from provenance.matching.quantities import Quantity
from provenance.model import Reason


def find_revisions(left: Profile, right: Profile) -> Iterator[Reason]:
    """A reason for every figure of one side that the other side gives as the former one, with the one that replaced
    it."""
    for revising, other in ((left, right), (right, left)):
        for former, given, new in revised(revising, other):
            words = f"“{new.span.of(revising.text)}” now, “{former.span.of(revising.text)}” before"
            here, there = tuple(sorted((former.span, new.span))), (given.span,)
            yield Reason(
                code="figure-revised",
                text=f"One gives {words}, the other “{given.span.of(other.text)}”.",
                left=here if revising is left else there,
                right=there if revising is left else here,
            )


def revised(revising: Profile, other: Profile) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """The former figure, the same as the other side gives it, and the one that stands for it now."""
    for former in revising.quantities:
        if not former.is_former:
            continue
        news = [one for one in revising.quantities if not one.is_former and one.dimension is former.dimension]
        for given in other.quantities:
            if given.dimension is former.dimension and given.stated == former.stated:
                yield from ((former, given, new) for new in news[:1] if new.stated != former.stated)
