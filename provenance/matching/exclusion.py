"""What excludes what: a refutation, a negation or opposite words, held between two claims."""

from collections.abc import Iterator

from provenance.matching.policy import (
    DENIED_LEAST,
    DENIED_PART,
    DENIED_PART_BY_FEW,
    DENIED_STEMS,
    OPPOSED_LEAST,
    OPPOSED_NAMES,
    OPPOSED_SUBSTANCE,
)
from provenance.matching.profile import Profile
from provenance.matching.similarity import Overlap
from provenance.matching.vocabulary import NEGATIONS
from provenance.model import Reason


def find_opposition(left: Profile, right: Profile, common: Overlap, *, far: bool) -> tuple[Reason, ...]:
    """Only between claims that speak of one thing. Who denies goes back to what was said before; what is told long
    after without the "not", or the other way round, may have come about since."""
    ours, theirs = left.signals, right.signals
    if not (ours.denies or theirs.denies or (ours.sides and theirs.sides)):
        return ()
    if common.substance < OPPOSED_SUBSTANCE or common.names < OPPOSED_NAMES or ours.is_wish or theirs.is_wish:
        return ()
    refuted = refutation(left, right) if denies_it(common) else ()
    if far:
        return tuple(refuted)
    negated = negation(left, right) if denies_it(common) and one_negates(left, right) else ()
    opposed = opposites(left, right) if min(common.in_left, common.in_right) >= OPPOSED_LEAST else ()
    return (*refuted, *negated, *opposed)


def denies_it(common: Overlap) -> bool:
    """Whether what a claim denies can be what the other says."""
    least, most = sorted((common.in_left, common.in_right))
    stems = len(common.shared) + len(common.spelled)
    needed = DENIED_PART if stems > DENIED_STEMS else DENIED_PART_BY_FEW
    return stems >= DENIED_STEMS and most >= needed and least >= DENIED_LEAST


def one_negates(left: Profile, right: Profile) -> bool:
    """Where both have a "not" it takes a grammar to know which of them is held against what."""
    return left.has_any(NEGATIONS) != right.has_any(NEGATIONS)


def refutation(left: Profile, right: Profile) -> Iterator[Reason]:
    """One of the two says that it is not so ("denied", "hoax"), the other does not, nor does it negate anything.
    Who denies any strike denies nothing that is told of no strike."""
    if left.signals.refutes == right.signals.refutes:
        return
    refuting, other = (left, right) if left.signals.refutes else (right, left)
    denied = refuting.signals.denied_any
    if other.signals.negations or (denied and not denied & other.stems):
        return
    places = refuting.signals.refuting
    words = places[0].of(refuting.text) if places else refuting.signals.refuting_cue
    yield Reason(
        code="refutation",
        text=f"Only one of the two refutes: “{words}”.",
        left=places if refuting is left else (),
        right=places if refuting is right else (),
    )


def negation(left: Profile, right: Profile) -> Iterator[Reason]:
    """One of the two negates a word that the other asserts. Who denies that it was asserts nothing of it."""
    for denying, asserting in ((left, right), (right, left)):
        if asserting.signals.refutes or not denying.signals.negations:
            continue
        asserted_stems = asserting.weights.keys() - asserting.signals.negated
        for denial in denying.signals.negations:
            if not asserted_stems >= set(denial.stems):
                continue
            asserted = tuple(sorted(span for stem in denial.stems for span in asserting.places[stem]))
            words = f"“{denial.span.of(denying.text)}”, the other “{asserted[-1].of(asserting.text)}”"
            yield Reason(
                code="negation",
                text=f"One says {words}.",
                left=(denial.span,) if denying is left else asserted,
                right=(denial.span,) if denying is right else asserted,
            )


def opposites(left: Profile, right: Profile) -> Iterator[Reason]:
    """The two use words that cannot both hold of one thing."""
    ours, theirs = left.signals.sides, right.signals.sides
    if not ours or not theirs:
        return
    for line, side in sorted(ours):
        here, there = ours[line, side], theirs.get((line, 1 - side))
        if there and (line, 1 - side) not in ours and (line, side) not in theirs:
            text = f"“{here.of(left.text)}” and “{there.of(right.text)}” exclude each other."
            yield Reason(code="opposites", text=text, left=(here,), right=(there,))
