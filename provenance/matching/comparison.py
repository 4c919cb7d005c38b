"""Two claims side by side: do their words agree, exclude each other, give other figures, or speak of other things?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.matching.alignment import word_similarity
from provenance.matching.exclusion import find_opposition, opposites
from provenance.matching.figures import Figures, figure_reasons, hold_figures
from provenance.matching.frequencies import Frequencies
from provenance.matching.moments import differing_moments
from provenance.matching.policy import (
    AGREEING_LIKENESS,
    AGREEING_NAMES,
    AGREEING_OTHER_NAMES,
    AGREEING_SIMILARITY,
    AGREEING_SUBSTANCE_LEAST,
    AGREEING_SUBSTANCE_MOST,
    AGREEING_WEIGHT,
    CONTAINED_SIMILARITY,
    CONTAINED_STEMS,
    CONTAINED_SUBSTANCE,
    COUNTED_SIMILARITY,
    FAR_SIMILARITY,
    FIGURE_LEAST,
    FIGURE_MOST,
    FIGURE_NAMES,
    FIGURE_SUBSTANCE,
    LEAST_SIMILARITY,
    LIKENESS_WEIGHT,
    MOMENT_NAMES,
    MOMENT_PART,
    SAME_SENTENCE,
    SAME_SENTENCE_WORDS,
    UNCONFIRMED_CONTAINMENT,
)
from provenance.matching.profile import Profile, Worded, prepare
from provenance.matching.revisions import find_revisions
from provenance.matching.similarity import Overlap, overlap, part, shares, weigh
from provenance.model import Agreement, Comparison, Reason, Span, Spans

SHOWN = 6
"""Shared words named in a reason, the rarest ones."""


def compare(left: Worded, right: Worded, frequencies: Frequencies) -> Comparison | None:
    """As `compare_profiles`, for claims that are compared once."""
    return compare_profiles(prepare(left, frequencies), prepare(right, frequencies))


def compare_profiles(one: Profile, other: Profile, *, far: bool = False) -> Comparison | None:
    """The same whichever claim comes first; None when the two have nothing in common. `far`: they are told far apart in
    time."""
    least = FAR_SIMILARITY if far else LEAST_SIMILARITY
    return compare_related(one, other, far=far) if shares(one, other, least) else None


def compare_related(one: Profile, other: Profile, *, far: bool = False, explained: bool = True) -> Comparison:
    """The same of two that are known to have something in common. Reasons make a good part of the work: who only groups
    asks for none."""
    left, right = (one, other) if one.claim < other.claim else (other, one)
    common = overlap(left, right)
    judged = judge(left, right, common, far=far)
    return Comparison(
        left=left.claim,
        right=right.claim,
        agreement=judged.agreement,
        similarity=round(common.similarity, 4),
        reasons=explain(left, right, common, judged) if explained else (),
    )


def without_reasons(one: str, other: str, agreement: Agreement, similarity: float) -> Comparison:
    """Of two claims, by their ids."""
    left, right = (one, other) if one < other else (other, one)
    return Comparison(left=left, right=right, agreement=agreement, similarity=round(similarity, 4))


@dataclass(frozen=True, slots=True)
class Judged:
    """`against` are the reasons why the two do not say the same, `figures` those of both, where they were looked at."""

    agreement: Agreement
    against: tuple[Reason, ...] = ()
    figures: Figures | None = None


def judge(left: Profile, right: Profile, common: Overlap, *, far: bool = False) -> Judged:
    """Opposed words weigh more than figures, figures more than shared words."""
    opposed = find_opposition(left, right, common, far=far)
    if opposed:
        return Judged(Agreement.CONFLICTS, opposed)
    figures = hold_figures(left, right, common.substance)
    revised = find_revisions(left, right)
    if (figures.differing and not far and can_differ(common)) or (revised and common.substance >= FIGURE_SUBSTANCE):
        differing = figure_reasons("figures-differ", left, right, figures.differing)
        return Judged(Agreement.FIGURES_DIFFER, (*revised, *differing), figures)
    moved = moments(left, right)
    alone = figures.left_alone or figures.right_alone
    if moved and not alone and common.names >= MOMENT_NAMES and beside_moments(left, right) >= MOMENT_PART:
        return Judged(Agreement.FIGURES_DIFFER, moved, figures)
    if not figures.differing and not moved and not stands_against(left, right) and agrees(left, right, common, figures):
        others = tuple(find_other_names(left, right, common))
        return Judged(Agreement.UNRELATED if others else Agreement.AGREES, others, figures)
    return Judged(Agreement.UNRELATED, (), figures)


def explain(left: Profile, right: Profile, common: Overlap, judged: Judged) -> tuple[Reason, ...]:
    """What was judged in words that a journalist reads, what decides first."""
    figures = judged.figures
    both_ways = tuple(figure_reasons("both-ways", left, right, figures.both_ways)) if figures else ()
    if judged.agreement is Agreement.UNRELATED:
        return (*judged.against, *both_ways)
    shared = shared_words(left, right, common)
    if judged.agreement is not Agreement.AGREES:
        return (*judged.against, shared)
    compatible = figure_reasons("figures-agree", left, right, figures.compatible) if figures else ()
    put = (*find_possibility(left, right), *find_same_sentence(left, right))
    return (shared, *compatible, *both_ways, *put)


def can_differ(common: Overlap) -> bool:
    """Whether figures on both sides can be of one thing. Long after they may be right both times."""
    least, most = sorted((common.in_left, common.in_right))
    enough = least >= FIGURE_LEAST and most >= FIGURE_MOST
    return enough and common.substance >= FIGURE_SUBSTANCE and common.names >= FIGURE_NAMES


def agrees(left: Profile, right: Profile, common: Overlap, figures: Figures) -> bool:
    """Whether the two say something, nothing of it stands against the other's, they have enough in common, and they put
    it alike: figures of one thing that can both hold vouch for that by themselves."""
    if left.signals.is_wish != right.signals.is_wish or another_in_order(left, right):
        return False
    counted = figures.vouch
    if not states_enough(left, right, common) or adds_figures(common, figures) or not shares_enough(common, counted):
        return False
    return counted or put_alike(common.similarity, common.weight, left.said_stems, right.said_stems)


def states_enough(left: Profile, right: Profile, common: Overlap) -> bool:
    """A bare name of a thing says nothing that could be the same, nor does what weighs little, nor of other names."""
    return left.states and right.states and common.weight >= AGREEING_WEIGHT and common.names >= AGREEING_NAMES


def shares_enough(common: Overlap, counted: bool) -> bool:
    """So much of either stands in the other, or nearly all of one; less where their figures vouch for it."""
    least, most = sorted((common.in_left, common.in_right))
    if most >= CONTAINED_SUBSTANCE and len(common.shared) >= CONTAINED_STEMS:
        return common.similarity >= CONTAINED_SIMILARITY
    needed = COUNTED_SIMILARITY if counted else AGREEING_SIMILARITY
    return least >= AGREEING_SUBSTANCE_LEAST and most >= AGREEING_SUBSTANCE_MOST and common.similarity >= needed


def put_alike(similarity: float, weight: float, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two claims that share so much are alike also in how they put it: given the stems of all their words."""
    return similarity + word_similarity(ours, theirs) + weight / LIKENESS_WEIGHT >= AGREEING_LIKENESS


def find_other_names(left: Profile, right: Profile, common: Overlap) -> Iterator[Reason]:
    """Either names somebody or some place that the other does not, and they share few names: another actor or another
    place in the same role."""
    if common.names >= AGREEING_OTHER_NAMES:
        return
    both = frozenset(common.shared).union(*common.spelled)
    ours, theirs = ([named.span for named in side.named if not named.stems & both] for side in (left, right))
    if ours and theirs:
        sides = (
            ", ".join(f"“{span.of(text)}”" for span in spans)
            for text, spans in ((left.text, ours), (right.text, theirs))
        )
        text = f"Others are named: {' against '.join(sides)}."
        yield Reason(code="other-names", text=text, left=tuple(ours), right=tuple(theirs))


def adds_figures(common: Overlap, figures: Figures) -> bool:
    """Figures of one side alone are news that the other does not confirm, unless the other is wholly part of it."""
    if figures.left_alone and figures.right_alone:
        return True
    return (figures.left_alone and common.in_left < UNCONFIRMED_CONTAINMENT) or (
        figures.right_alone and common.in_right < UNCONFIRMED_CONTAINMENT
    )


def stands_against(left: Profile, right: Profile) -> bool:
    """What one side denies, or has the opposite of, the other does not confirm, even where the two do not exclude each
    other."""
    ours, theirs = left.signals, right.signals
    if ours.refutes != theirs.refutes or bool(ours.negations) != bool(theirs.negations):
        return True
    return any(opposites(left, right))


def another_in_order(left: Profile, right: Profile) -> bool:
    """The first round is not the second."""
    if not left.orders or not right.orders:
        return False
    shared = left.orders.keys() & right.orders.keys()
    return any(not left.orders[stem] & right.orders[stem] for stem in shared)


def moments(left: Profile, right: Profile) -> tuple[Reason, ...]:
    """Another day, another time of day, another year."""
    if not left.moments or not right.moments:
        return ()
    return tuple(
        Reason(
            code=f"{one.precision}s-differ",
            text=f"“{one.span.of(left.text)}” against “{other.span.of(right.text)}”.",
            left=(one.span,),
            right=(other.span,),
        )
        for one, other in differing_moments(left.moments, right.moments)
    )


def beside_moments(left: Profile, right: Profile) -> float:
    """The lesser part of what either says, names and moments aside, that stands in the other."""
    parts = []
    for side, other in ((left, right), (right, left)):
        inside = {
            stem
            for stem, spans in side.places.items()
            if any(moment.span.start <= spans[0].start < moment.span.end for moment in side.moments)
        }
        said = side.stems - side.names - inside
        parts.append(part(weigh(side, said & other.stems), weigh(side, said)))
    return min(parts)


def shared_words(left: Profile, right: Profile, common: Overlap) -> Reason:
    """Both claims use these words, the rarest first: the rarer a word is in news, the more it says."""
    pairs = [*((stem, stem) for stem in common.shared), *common.spelled]
    pairs.sort(key=lambda pair: (-left.weights[pair[0]], pair))
    shown = pairs[:SHOWN]
    words = ", ".join(dict.fromkeys(f"“{left.places[one][0].of(left.text)}”" for one, _ in shown))
    return Reason(
        code="shared-words",
        text=f"Both speak of {words}.",
        left=all_places(left, [one for one, _ in shown]),
        right=all_places(right, [other for _, other in shown]),
    )


def all_places(profile: Profile, stems: Iterable[str]) -> Spans:
    """In the order of the text, each once."""
    places = {(span.start, span.end): span for stem in stems for span in profile.places[stem]}
    return tuple([places[ends] for ends in sorted(places)])


def find_possibility(left: Profile, right: Profile) -> Iterator[Reason]:
    """A reason where one of two claims that say the same has a word that makes it a possibility, and the other none."""
    ours, theirs = left.possibilities, right.possibilities
    if bool(ours) == bool(theirs):
        return
    text, places = (left.text, ours) if ours else (right.text, theirs)
    words = ", ".join(f"“{place.of(text)}”" for place in places)
    yield Reason(code="possibility", text=f"Only one of the two says {words}.", left=ours, right=theirs)


def find_same_sentence(left: Profile, right: Profile) -> Iterator[Reason]:
    """Word for word the same, or nearly, and too long for chance."""
    ours, theirs = left.said_words, right.said_words
    shorter, longer = sorted((len(ours), len(theirs)))
    if shorter < SAME_SENTENCE_WORDS or 2 * shorter < SAME_SENTENCE * (shorter + longer):
        return
    if word_similarity(ours, theirs) < SAME_SENTENCE:
        return
    places = (Span(0, len(left.text)),), (Span(0, len(right.text)),)
    text = "The same sentence, word for word." if ours == theirs else "The same sentence, nearly word for word."
    yield Reason(code="same-sentence", text=text, left=places[0], right=places[1])
