"""A claim prepared for comparing: read once, compared many times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from provenance.matching.frequencies import Frequencies
from provenance.matching.moments import Moment, read_grounds, read_moments
from provenance.matching.numbers import figure_stem, may_begin_number, read_number
from provenance.matching.opposition import Signals, read_signals
from provenance.matching.policy import SPELLED_STEM_LENGTH
from provenance.matching.possibility import read_possibilities
from provenance.matching.quantities import Quantity, read_clock_range, read_quantities
from provenance.matching.stems import stem_of
from provenance.matching.tokens import Kind, Token, tokenise
from provenance.matching.vocabulary import NO_VERBS, ORDINALS, STOP_WORDS, VERBS
from provenance.model import Span, Spans

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


Found = tuple[str, int, int]
"""A stem with the numbers of its first and last token."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """`found` are its stems in the order of the text; `weights` gives every stem's weight, in the order of the
    alphabet; `names` are the stems that are written as names. The rest is read when it is first asked for: most claims
    that are compared have too little in common for it to matter."""

    claim: str
    text: str
    cue: str | None
    tokens: tuple[Token, ...]
    found: tuple[Found, ...]
    weights: Mapping[str, float]
    names: frozenset[str]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.weights)

    @cached_property
    def places(self) -> Mapping[str, tuple[Span, ...]]:
        """By stem, in the order of the text."""
        places: dict[str, tuple[Span, ...]] = {}
        for stem, first, last in self.found:
            places[stem] = (*places.get(stem, ()), Span(self.tokens[first].start, self.tokens[last].end))
        return places

    @cached_property
    def said(self) -> tuple[float, float]:
        """As `said_masses`, names aside."""
        return said_masses(self.weights, self.names)

    @cached_property
    def has_figures(self) -> bool:
        """Whether any of its stems is a number."""
        return any(stem[0] == "#" for stem in self.weights)

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
    def possibilities(self) -> Spans:
        """The words by which it is a possibility alone."""
        return read_possibilities(self.tokens)

    @cached_property
    def signals(self) -> Signals:
        return read_signals(self.tokens, self.cue)


def prepare(claim: Worded, frequencies: Frequencies) -> Profile:
    """What comparing a claim needs; keep it as long as the claim is compared."""
    tokens = tokenise(claim.text)
    found = tuple(read_stems(tokens))
    weights = weigh_stems(found, frequencies)
    return Profile(
        claim=claim.id,
        text=claim.text,
        cue=claim.cue,
        tokens=tokens,
        found=found,
        weights=weights,
        names=read_names(tokens, frequencies) & weights.keys(),
    )


def weigh_stems(found: Iterable[Found], frequencies: Frequencies) -> dict[str, float]:
    """By stem, in the order of the alphabet."""
    weight = frequencies.weight
    return {stem: weight(stem) for stem in sorted({stem for stem, _, _ in found})}


def said_masses(weights: Mapping[str, float], names: frozenset[str]) -> tuple[float, float]:
    """The weight of all stems that are no names, and of those that are no figures either."""
    unnamed = [stem for stem in weights if stem not in names]
    return sum([weights[stem] for stem in unnamed]), sum([weights[stem] for stem in unnamed if stem[0] != "#"])


def read_stems(tokens: Sequence[Token]) -> Iterator[Found]:
    """The stems that say something of the matter, in the order of the text; a number is one stem in any spelling,
    "#6000"."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not may_begin_number(token):
            if token.kind is not Kind.MARK and token.word not in STOP_WORDS:
                yield token.stem, index, index
            index += 1
            continue
        first, index = index, index + 1
        if found := read_clock_range(tokens, first):
            index = found[1]
            yield from ((stem, first, index - 1) for stem in CLOCK_RANGE)
        elif number := read_number(tokens, first):
            index = number.end
            yield figure_stem(number), first, index - 1
        elif token.word not in STOP_WORDS:
            yield token.stem, first, first


def read_names(tokens: Sequence[Token], frequencies: Frequencies) -> frozenset[str]:
    """The stems of capitalised words; of the first word only if the table takes it for a name; none in a headline that
    capitalises most words."""
    words = saying(tokens)
    if in_title_case(words):
        return frozenset()
    capitalised = [token for token in words if token.capital]
    return frozenset(token.stem for token in capitalised if token is not tokens[0] or frequencies.is_name(token.stem))


def in_title_case(words: Sequence[Token]) -> bool:
    """Of the words of a text that say something."""
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
    if any(token.word in VERBS for token in words):
        return True
    if not all(token.word.isascii() for token in words):
        return True
    titled = in_title_case(saying(tokens))
    small = [titled or not token.capital for token in words]
    return any(plain and ends_like_verb(token.word) for plain, token in zip(small, words, strict=True)) or any(
        former.word == "to" and plain for former, plain in zip(words, small[1:], strict=False)
    )


def ends_like_verb(word: str) -> bool:
    return word.endswith(VERB_ENDINGS) and word not in NO_VERBS
