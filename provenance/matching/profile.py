"""A claim prepared for comparing: read once, compared many times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.matching.frequencies import Frequencies
from provenance.matching.numbers import read_number
from provenance.matching.opposition import Signals, read_signals
from provenance.matching.quantities import Quantity, read_quantities
from provenance.matching.tokens import Kind, Token, tokenise
from provenance.matching.vocabulary import STOP_WORDS
from provenance.model import Claim, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`weights` gives every stem's weight, `places` where it stands in the claim's text."""

    claim: str
    text: str
    weights: Mapping[str, float]
    places: Mapping[str, tuple[Span, ...]]
    quantities: tuple[Quantity, ...]
    signals: Signals

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(self.weights)


def prepare(claim: Claim, frequencies: Frequencies) -> Profile:
    """Everything that comparing a claim needs; keep it as long as the claim is compared."""
    tokens = tokenise(claim.text)
    quantities = read_quantities(tokens)
    places = read_places(tokens)
    return Profile(
        claim=claim.id,
        text=claim.text,
        weights={stem: frequencies.weight(stem) for stem in sorted(places)},
        places=places,
        quantities=quantities,
        signals=read_signals(tokens, claim.cue),
    )


def read_places(tokens: Sequence[Token]) -> dict[str, tuple[Span, ...]]:
    """The stems that say something of the matter, with their places; a number is one stem in any spelling, "#6000"."""
    places: dict[str, tuple[Span, ...]] = {}
    index = 0
    while index < len(tokens):
        token, end = tokens[index], index + 1
        stem = token.stem
        if number := read_number(tokens, index):
            end = number.end
            stem = f"#{number.high:.10g}"
        if number or (token.kind is not Kind.MARK and token.word not in STOP_WORDS):
            span = Span(token.span.start, tokens[end - 1].span.end)
            places[stem] = (*places.get(stem, ()), span)
        index = end
    return places
