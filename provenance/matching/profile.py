"""A claim prepared for comparing: read once, compared many times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from provenance.matching.frequencies import Frequencies
from provenance.matching.moments import Moment, read_grounds, read_moments
from provenance.matching.numbers import figure_stem, read_number
from provenance.matching.opposition import Signals, read_signals
from provenance.matching.policy import SPELLED_STEM_LENGTH
from provenance.matching.quantities import Quantity, read_clock_range, read_quantities
from provenance.matching.stems import stem_of
from provenance.matching.tokens import Kind, Token, tokenise
from provenance.matching.vocabulary import NO_VERBS, ORDINALS, STOP_WORDS, VERBS
from provenance.model import Span

CLOCK_RANGE = tuple(stem_of(word) for word in ("lasted", "hour"))
"""What "from 14:43 to 15:57" says in words."""

VERB_ENDINGS = ("ed", "ing")

TITLE_CASE = 0.8
FEW_WORDS = 3
"""Where more of a text's words are capitalised, and they are more than a few, capitals do not tell names."""


class Worded(Protocol):
    """What comparing needs of a claim."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def cue(self) -> str | None: ...


@dataclass(frozen=True, kw_only=True)
class Profile:
    """`weights` gives every stem's weight, `places` where it stands in the claim's text; `names` are the stems that are
    written as names. The rest is read when it is first asked for: most claims that are compared have too little in
    common for it to matter."""

    claim: str
    text: str
    cue: str | None
    tokens: tuple[Token, ...]
    weights: Mapping[str, float]
    places: Mapping[str, tuple[Span, ...]]
    names: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(self.weights)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All of them and the numbers, in the order of the text."""
        return tuple(token.word for token in self.tokens if token.kind is not Kind.MARK)

    @cached_property
    def states(self) -> bool:
        """Whether it says something of something: "she is the front-runner", not "the front-runner"."""
        return read_statement(self.tokens)

    @cached_property
    def mass(self) -> float:
        """The weight of all stems."""
        return sum(self.weights.values())

    @cached_property
    def long_stems(self) -> tuple[str, ...]:
        """Those that may be a spelling of another word's."""
        return tuple(stem for stem in self.weights if len(stem) >= SPELLED_STEM_LENGTH and stem[0] != "#")

    @cached_property
    def orders(self) -> Mapping[str, frozenset[str]]:
        """Of which in order a stem is spoken: "round" of the second."""
        return read_orders(self.tokens)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return read_quantities(self.tokens)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return read_moments(self.tokens)

    @cached_property
    def grounds(self) -> frozenset[str]:
        """The stems of places where things happened."""
        return read_grounds(self.tokens)

    @cached_property
    def signals(self) -> Signals:
        return read_signals(self.tokens, self.cue)


def prepare(claim: Worded, frequencies: Frequencies) -> Profile:
    """What comparing a claim needs; keep it as long as the claim is compared."""
    tokens = tokenise(claim.text)
    places = read_places(tokens)
    return Profile(
        claim=claim.id,
        text=claim.text,
        cue=claim.cue,
        tokens=tokens,
        weights={stem: frequencies.weight(stem) for stem in sorted(places)},
        places=places,
        names=read_names(tokens, frequencies) & places.keys(),
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
    if in_title_case(tokens):
        return frozenset()
    capitalised = [token for token in saying(tokens) if token.capital]
    return frozenset(token.stem for token in capitalised if token is not tokens[0] or frequencies.is_name(token.stem))


def in_title_case(tokens: Sequence[Token]) -> bool:
    words = saying(tokens)
    return len(words) > FEW_WORDS and sum(token.capital for token in words) > TITLE_CASE * len(words)


def saying(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.kind is Kind.WORD and token.word not in STOP_WORDS]


def read_orders(tokens: Sequence[Token]) -> dict[str, frozenset[str]]:
    """Stems with the ordinals right before them."""
    orders: dict[str, frozenset[str]] = {}
    for ordinal, token in pairwise(tokens):
        if ordinal.word in ORDINALS and token.kind is Kind.WORD:
            orders[token.stem] = orders.get(token.stem, frozenset()) | {ordinal.word}
    return orders


def read_statement(tokens: Sequence[Token]) -> bool:
    """Whether a word is there that states; of texts in other alphabets that is taken for granted."""
    words = [token for token in tokens if token.kind is Kind.WORD]
    if not all(token.word.isascii() for token in words):
        return True
    titled = in_title_case(tokens)
    small = [titled or not token.capital for token in words]
    return (
        any(token.word in VERBS for token in words)
        or any(plain and ends_like_verb(token.word) for plain, token in zip(small, words, strict=True))
        or any(former.word == "to" and plain for former, plain in zip(words, small[1:], strict=False))
    )


def ends_like_verb(word: str) -> bool:
    return word.endswith(VERB_ENDINGS) and word not in NO_VERBS
