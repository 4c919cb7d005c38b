"""A claim prepared for comparing: read once, compared many times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.matching.frequencies import Frequencies
from provenance.matching.moments import Moment, read_grounds, read_moments
from provenance.matching.numbers import figure_stem, read_number
from provenance.matching.opposition import Signals, read_signals
from provenance.matching.quantities import Quantity, read_clock_range, read_quantities
from provenance.matching.stems import stem_of
from provenance.matching.tokens import Kind, Token, tokenise
from provenance.matching.vocabulary import ORDINALS, STOP_WORDS
from provenance.model import Claim, Span

CLOCK_RANGE = tuple(stem_of(word) for word in ("lasted", "hour"))
"""What "from 14:43 to 15:57" says in words."""

TITLE_CASE = 0.8
FEW_WORDS = 3
"""Where more of a text's words are capitalised, and they are more than a few, capitals do not tell names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`weights` gives every stem's weight, `places` where it stands in the claim's text; `names` are the stems that are
    written as names, `orders` tells of which in order a stem is spoken: "round" of the second; `grounds` are the stems
    of places where things happened."""

    claim: str
    text: str
    weights: Mapping[str, float]
    places: Mapping[str, tuple[Span, ...]]
    names: frozenset[str]
    orders: Mapping[str, frozenset[str]]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    grounds: frozenset[str]
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
        names=read_names(tokens, frequencies) & places.keys(),
        orders=read_orders(tokens),
        quantities=quantities,
        moments=read_moments(tokens),
        grounds=read_grounds(tokens),
        signals=read_signals(tokens, claim.cue),
    )


def read_places(tokens: Sequence[Token]) -> dict[str, tuple[Span, ...]]:
    """The stems that say something of the matter, with their places; a number is one stem in any spelling, "#6000"."""
    places: dict[str, tuple[Span, ...]] = {}
    index = 0
    while index < len(tokens):
        token, end = tokens[index], index + 1
        if found := read_clock_range(tokens, index):
            quantity, index = found
            places.update((stem, (*places.get(stem, ()), quantity.span)) for stem in CLOCK_RANGE)
            continue
        stem = token.stem
        if number := read_number(tokens, index):
            end = number.end
            stem = figure_stem(number)
        if number or (token.kind is not Kind.MARK and token.word not in STOP_WORDS):
            span = Span(token.span.start, tokens[end - 1].span.end)
            places[stem] = (*places.get(stem, ()), span)
        index = end
    return places


def read_names(tokens: Sequence[Token], frequencies: Frequencies) -> frozenset[str]:
    """The stems of capitalised words; of the first word only if the table takes it for a name; none in a headline that
    capitalises most words."""
    words = [token for token in tokens if token.kind is Kind.WORD and token.word not in STOP_WORDS]
    capitalised = [token for token in words if token.capital]
    if len(capitalised) > TITLE_CASE * len(words) and len(words) > FEW_WORDS:
        return frozenset()
    return frozenset(token.stem for token in capitalised if token is not tokens[0] or frequencies.is_name(token.stem))


def read_orders(tokens: Sequence[Token]) -> dict[str, frozenset[str]]:
    """Stems with the ordinals right before them."""
    orders: dict[str, frozenset[str]] = {}
    for ordinal, token in pairwise(tokens):
        if ordinal.word in ORDINALS and token.kind is Kind.WORD:
            orders[token.stem] = orders.get(token.stem, frozenset()) | {ordinal.word}
    return orders
