"""Figures and negations of two texts, one of which was made of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.matching.numbers import read_number
from provenance.matching.opposition import read_negations
from provenance.matching.quantities import Quantity, read_quantities
from provenance.matching.tokens import Kind, Token, tokenise
from provenance.model import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as the text has it, with what qualifies it and what it counts ("nearly 400 children"). `value` tells two
    of them apart: the bounds that the words leave open and the qualifier, or the time of day."""

    value: tuple[float, float, str] | str
    span: Span


_ALIKE = (
    frozenset({"over", "more than", "above", "in excess of", "upwards of"}),
    frozenset({"nearly", "almost", "close to"}),
    frozenset({"up to", "as many as", "at most", "no more than"}),
    frozenset({"at least", "no fewer than", "no less than"}),
    frozenset({"less than", "fewer than", "under", "below"}),
    frozenset({"about", "around", "approximately", "roughly", "some", "circa"}),
)
"""Qualifiers of which one may stand for another."""


def read_figures(text: str) -> tuple[Figure, ...]:
    """In the order of the text: quantities, dates and numbers in names alike."""
    tokens = tokenise(text)
    quantities = [_figure(quantity, tokens) for quantity in read_quantities(tokens)]
    bare = [figure for figure in _bare(tokens) if not any(one.span.overlaps(figure.span) for one in quantities)]
    return tuple(sorted((*quantities, *bare), key=lambda figure: figure.span))


def _figure(quantity: Quantity, tokens: Sequence[Token]) -> Figure:
    words = [token for token in tokens if quantity.span.contains(token.span)]
    first = next((place for place in range(len(words)) if read_number(words, place)), 0)
    qualifier = " ".join(token.word for token in words[:first])
    named = next((min(alike) for alike in _ALIKE if qualifier in alike), qualifier)
    return Figure(value=(quantity.low, quantity.high, named), span=quantity.span)


def _bare(tokens: Sequence[Token]) -> Iterator[Figure]:
    index = 0
    while index < len(tokens):
        token, end = tokens[index], index + 1
        if token.kind is Kind.CLOCK:
            yield Figure(value=token.word, span=token.span)
        elif number := read_number(tokens, index):
            end = number.end
            yield Figure(value=(number.low, number.high, ""), span=Span(token.start, tokens[end - 1].end))
        index = end


def lost_negations(before: str, after: str) -> Spans:
    """Negations of one text that the other lacks, though it says what they deny: "did not fire" has become "fired"."""
    ours, theirs = tokenise(before), tokenise(after)
    stems = {token.stem for token in theirs}
    denied_there = {stem for negation in read_negations(theirs)[0] for stem in negation.stems}
    return tuple(
        negation.span
        for negation in read_negations(ours)[0]
        if all(stem in stems and stem not in denied_there for stem in negation.stems)
    )
