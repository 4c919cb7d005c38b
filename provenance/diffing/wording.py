"""Edits that the words alone show: hedges, figures, negations."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from provenance.diffing.reading import DiffWords
from provenance.matching import Figure, lost_negations, read_figures, said_words
from provenance.model import Edit, EditCode, Span


def wording_edits(before: str, after: str, words: DiffWords) -> tuple[Edit, ...]:
    """Places count in the two texts themselves."""
    return (
        *_hedges(before, after, words),
        *_negations(before, after),
        *_figures(before, after),
    )


def _hedges(before: str, after: str, words: DiffWords) -> Iterator[Edit]:
    ours, theirs = words.find_hedges(before), words.find_hedges(after)
    for place in _beyond(ours, before, theirs, after):
        yield Edit(code=EditCode.HEDGE_LOST, text=f"The hedge “{place.of(before)}” is gone.", before=(place,))
    for place in _beyond(theirs, after, ours, before):
        yield Edit(code=EditCode.HEDGE_GAINED, text=f"The hedge “{place.of(after)}” is new.", after=(place,))


def _beyond(places: Sequence[Span], text: str, others: Sequence[Span], other: str) -> Iterator[Span]:
    """Hedges beyond as many as the other side has: one in place of another leaves the sentence as hedged as it was."""
    there = [place.of(other).casefold() for place in others]
    unmatched = []
    for place in places:
        if place.of(text).casefold() in there:
            there.remove(place.of(text).casefold())
        else:
            unmatched.append(place)
    yield from unmatched[len(there) :]


def _negations(before: str, after: str) -> Iterator[Edit]:
    for place in lost_negations(before, after):
        yield Edit(code=EditCode.NEGATION_LOST, text=f"“{place.of(before)}” is no longer negated.", before=(place,))
    for place in lost_negations(after, before):
        yield Edit(code=EditCode.NEGATION_GAINED, text=f"“{place.of(after)}”: the negation is new.", after=(place,))


def _figures(before: str, after: str) -> Iterator[Edit]:
    """Figures in their order: those in the same place that differ have changed, the others came or went."""
    ours, theirs = read_figures(before), read_figures(after)
    matcher = SequenceMatcher(None, [one.value for one in ours], [other.value for other in theirs], autojunk=False)
    for kind, from_ours, to_ours, from_theirs, to_theirs in matcher.get_opcodes():
        if kind == "equal":
            continue
        left, right = ours[from_ours:to_ours], theirs[from_theirs:to_theirs]
        pairs = _paired(left, right, before, after)
        for one, other in pairs:
            text = f"“{one.span.of(before)}” has become “{other.span.of(after)}”."
            yield Edit(code=EditCode.NUMBER_CHANGED, text=text, before=(one.span,), after=(other.span,))
        for one in left:
            if all(one is not changed for changed, _ in pairs):
                text = f"The figure “{one.span.of(before)}” is gone."
                yield Edit(code=EditCode.NUMBER_LOST, text=text, before=(one.span,))
        for other in right:
            if all(other is not changed for _, changed in pairs):
                text = f"The figure “{other.span.of(after)}” is new."
                yield Edit(code=EditCode.NUMBER_GAINED, text=text, after=(other.span,))


def _paired(left: Sequence[Figure], right: Sequence[Figure], before: str, after: str) -> list[tuple[Figure, Figure]]:
    """In their order where they are as many; else those that count the same, by the words beside the number."""
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    shared = [
        (-len(_beside(one, before) & _beside(other, after)), abs(place - there), place, there)
        for place, one in enumerate(left)
        for there, other in enumerate(right)
    ]
    pairs: list[tuple[Figure, Figure]] = []
    for common, _, place, there in sorted(shared):
        one, other = left[place], right[there]
        if common and all(one is not mine and other is not theirs for mine, theirs in pairs):
            pairs.append((one, other))
    return pairs


def _beside(figure: Figure, text: str) -> set[str]:
    return {word for word in said_words(figure.span.of(text)) if word.isalpha()}
