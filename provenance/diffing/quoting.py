"""What became of the quotations of a sentence."""

from collections.abc import Iterator

from provenance.diffing.reading import Telling
from provenance.matching import containment, said_words, word_similarity
from provenance.model import Edit, EditCode, Span, Spans

LEAST = 0.5
"""From this part of shared words on two quotations are one, altered."""

STANDING = 0.8
"""So much of a quotation's words must stand in the other sentence for it to be there without marks, or with marks."""

Pair = tuple[Span, Span]


def quotation_edits(before: Telling, after: Telling, sentence: Span, counterpart: Span) -> Iterator[Edit]:
    """Places count in the articles' texts."""
    ours, theirs = before.quotations_within(sentence), after.quotations_within(counterpart)
    pairs = _paired(before, after, ours, theirs)
    for one, other in pairs:
        if said_words(before.text_of(one)) != said_words(after.text_of(other)):
            text = f"The quotation “{before.text_of(one)}” now reads “{after.text_of(other)}”."
            yield Edit(code=EditCode.QUOTATION_ALTERED, text=text, before=(one,), after=(other,))
    for quotation in ours:
        if all(quotation is not one for one, _ in pairs):
            yield _gone(before.text_of(quotation), quotation, after.text_of(counterpart))
    for quotation in theirs:
        if all(quotation is not other for _, other in pairs):
            yield _come(after.text_of(quotation), quotation, before.text_of(sentence))


def _paired(before: Telling, after: Telling, ours: Spans, theirs: Spans) -> list[Pair]:
    """The most similar first, each once. A quotation that was cut short is the one that it was cut from."""
    found = []
    for one in ours:
        for other in theirs:
            left, right = said_words(before.text_of(one)), said_words(after.text_of(other))
            shorter, longer = sorted((left, right), key=len)
            likeness = max(word_similarity(left, right), containment(shorter, longer) if len(shorter) > 2 else 0.0)
            found.append((-likeness, -word_similarity(left, right), one, other))
    pairs: list[Pair] = []
    for likeness, _, one, other in sorted(found):
        if -likeness >= LEAST and all(one is not left and other is not right for left, right in pairs):
            pairs.append((one, other))
    return sorted(pairs)


def _gone(words: str, place: Span, counterpart: str) -> Edit:
    if containment(said_words(words), said_words(counterpart)) >= STANDING:
        text = f"“{words}” stood in quotation marks and no longer does."
        return Edit(code=EditCode.QUOTATION_UNMARKED, text=text, before=(place,))
    return Edit(code=EditCode.QUOTATION_LOST, text=f"The quotation “{words}” is gone.", before=(place,))


def _come(words: str, place: Span, sentence: str) -> Edit:
    if containment(said_words(words), said_words(sentence)) >= STANDING:
        text = f"“{words}” did not stand in quotation marks and now does."
        return Edit(code=EditCode.QUOTATION_MARKED, text=text, after=(place,))
    return Edit(code=EditCode.QUOTATION_GAINED, text=f"The quotation “{words}” is new.", after=(place,))
