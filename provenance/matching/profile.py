"""A claim prepared for comparing: read once, compared many times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Protocol

from provenance.matching.frequencies import Frequencies
from provenance.matching.moments import Moment, read_grounds, read_moments
from provenance.matching.numbers import COUNTING_WORDS, figure_stem, holds_digits, may_begin_number, read_number
from provenance.matching.opposition import Signals, cue_signals, may_signal, read_signals
from provenance.matching.policy import SPELLED_STEM_LENGTH
from provenance.matching.possibility import read_possibilities
from provenance.matching.quantities import Quantity, read_clock_range, read_quantities
from provenance.matching.stems import stem_of
from provenance.matching.tokens import Kind, Token, Word, read_words, tokenise
from provenance.matching.vocabulary import NO_NAMES, NO_VERBS, ORDINALS, PLACE_WORDS, POSSIBILITIES, VERBS
from provenance.model import Span, Spans

CLOCK_RANGE = tuple(stem_of(word) for word in ("lasted", "hour"))
"""What "from 14:43 to 15:57" says in words."""

VERB_ENDINGS = ("ed", "ing")

STATED_WORDS = 3
"""Fewer words say nothing of anything: a word or two that somebody is quoted with."""

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


@dataclass(frozen=True, slots=True)
class Named:
    """The stems by which a name is told from others, and where its words stand side by side: “South Carolina”."""

    stems: frozenset[str]
    span: Span


@dataclass(frozen=True, kw_only=True)
class Profile:
    """`words` are all of them, with numbers and marks; `counted` are the tokens where it may give a number, else none;
    `weights` gives every stem's weight; `names` are the stems that are written as names. The rest is read when it is
    first asked for, and the text is cut into tokens only where one of its words calls for it: most claims give no
    figure, no place and no denial."""

    claim: str
    text: str
    cue: str | None
    words: tuple[Word, ...]
    counted: tuple[Token, ...]
    weights: Mapping[str, float]
    names: frozenset[str]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.counted or tokenise(self.text)

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words as they are compared with lists."""
        return frozenset([word.word for word in self.words])

    def has_any(self, listed: frozenset[str]) -> bool:
        """Whether one of its words is listed."""
        return not self.folded.isdisjoint(listed)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.weights)

    @cached_property
    def places(self) -> Mapping[str, tuple[Span, ...]]:
        """By stem, in the order of the text."""
        places: dict[str, tuple[Span, ...]] = {}
        for stem, first, last in read_stems(self.tokens):
            places[stem] = (*places.get(stem, ()), Span(self.tokens[first].start, self.tokens[last].end))
        return places

    @cached_property
    def said(self) -> tuple[float, float]:
        """As `said_masses`, names aside."""
        return said_masses(self.weights, self.names)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Whom and which places it names."""
        return read_named(self.tokens, self.names) if self.names else ()

    @cached_property
    def has_figures(self) -> bool:
        """Whether any of its stems is a number."""
        return any(stem[0] == "#" for stem in self.weights)

    @cached_property
    def said_words(self) -> tuple[str, ...]:
        """All words and numbers, in the order of the text."""
        return tuple([word.word for word in self.words if word.kind is not Kind.MARK])

    @cached_property
    def said_stems(self) -> tuple[str, ...]:
        """As `say_stems`."""
        return say_stems(self.words)

    @cached_property
    def states(self) -> bool:
        """Whether it says something of something: "she is the front-runner", not "the front-runner" nor "we'll see"."""
        return len(self.said_words) >= STATED_WORDS and (self.has_any(VERBS) or read_statement(self.words))

    @cached_property
    def mass(self) -> float:
        """The weight of all stems."""
        return sum(self.weights.values())

    @cached_property
    def long_stems(self) -> tuple[str, ...]:
        """Those that may be a spelling of another word's."""
        return tuple([stem for stem in self.weights if len(stem) >= SPELLED_STEM_LENGTH and stem[0] != "#"])

    @cached_property
    def orders(self) -> Mapping[str, frozenset[str]]:
        """Of which in order a stem is spoken: "round" of the second."""
        return read_orders(self.words) if self.has_any(ORDINALS) else {}

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return read_quantities(self.counted)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return read_moments(self.counted)

    @cached_property
    def grounds(self) -> frozenset[str]:
        """The stems of places where things happened."""
        return read_grounds(self.tokens) if self.has_any(PLACE_WORDS) else frozenset()

    @cached_property
    def possibilities(self) -> Spans:
        """The words by which it is a possibility alone."""
        return read_possibilities(self.tokens) if self.has_any(POSSIBILITIES) else ()

    @cached_property
    def is_plain(self) -> bool:
        """It states something, and its words alone tell whether another plain one agrees: they give no number, say
        nothing against anything, and nothing of which in order a thing is."""
        said = self.counted or may_signal(self.words) or self.has_any(ORDINALS)
        return not said and self.states

    @cached_property
    def signals(self) -> Signals:
        return read_signals(self.tokens, self.cue) if may_signal(self.words) else cue_signals(self.cue)


def prepare(claim: Worded, frequencies: Frequencies) -> Profile:
    """What comparing a claim needs; keep it as long as the claim is compared."""
    return read_profile(claim.text, frequencies, claim=claim.id, cue=claim.cue)


def read_profile(text: str, frequencies: Frequencies, *, claim: str = "", cue: str | None = None) -> Profile:
    """Of a text, whichever claim it is of."""
    words = read_words(text)
    counted = count_tokens(text, words)
    weights = weigh_stems(words, counted, frequencies)
    names = read_names(words, frequencies) & weights.keys()
    return Profile(claim=claim, text=text, cue=cue, words=words, counted=counted, weights=weights, names=names)


def count_tokens(text: str, words: Sequence[Word]) -> tuple[Token, ...]:
    """The tokens of a text that may give a number, for that is read with what stands beside it; none of any other."""
    counts = holds_digits(text) or not COUNTING_WORDS.isdisjoint([word.word for word in words])
    return tokenise(text) if counts else ()


def weigh_stems(words: Sequence[Word], counted: Sequence[Token], frequencies: Frequencies) -> dict[str, float]:
    """By stem, in the order of the text."""
    stems = [stem for stem, _, _ in read_stems(counted)] if counted else [word.stem for word in words if word.says]
    weight, unlisted = frequencies.weights.get, frequencies.unlisted
    return {stem: weight(stem, unlisted) for stem in stems}


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
            if token.says:
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
        elif token.says:
            yield token.stem, first, first


def read_names(words: Sequence[Word], frequencies: Frequencies) -> frozenset[str]:
    """The stems of capitalised words; of the first word only if the table takes it for a name; none in a headline that
    capitalises most words."""
    if in_title_case(words):
        return frozenset()
    following = [word.stem for word in words[1:] if word.capital and word.says]
    first = [word.stem for word in words[:1] if word.capital and word.says and frequencies.is_name(word.stem)]
    return frozenset(first + following)


def read_named(tokens: Sequence[Token], names: frozenset[str]) -> tuple[Named, ...]:
    """Initials, titles, days and the like tell nobody from another."""
    found = []
    for written, run in groupby(tokens, lambda token: token.capital and token.stem in names):
        words = tuple(run) if written else ()
        if stems := frozenset(one.stem for one in words if len(one.word) > 1 and one.word not in NO_NAMES):
            found.append(Named(stems, Span(words[0].start, words[-1].end)))
    return tuple(found)


def in_title_case(words: Sequence[Word]) -> bool:
    """Of the words of a text that say something."""
    capitals = [word.capital for word in words if word.says and word.kind is Kind.WORD]
    return len(capitals) > FEW_WORDS and sum(capitals) > TITLE_CASE * len(capitals)


def say_stems(words: Iterable[Word]) -> tuple[str, ...]:
    """The stems of all words and numbers, small words too, in the order of the text."""
    return tuple([word.stem for word in words if word.kind is not Kind.MARK])


def read_orders(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """Stems with the ordinals right before them."""
    orders: dict[str, frozenset[str]] = {}
    for ordinal, word in pairwise(words):
        if ordinal.word in ORDINALS and word.kind is Kind.WORD:
            orders[word.stem] = orders.get(word.stem, frozenset()) | {ordinal.word}
    return orders


def read_statement(words: Sequence[Word]) -> bool:
    """Whether a word is there that ends as one that states; of texts in other alphabets that is taken for granted."""
    letters = [word for word in words if word.kind is Kind.WORD]
    if not all(word.word.isascii() for word in letters):
        return True
    titled = in_title_case(words)
    small = [titled or not word.capital for word in letters]
    return any(plain and ends_like_verb(word.word) for plain, word in zip(small, letters, strict=True)) or any(
        former.word == "to" and plain for former, plain in zip(letters, small[1:], strict=False)
    )


def ends_like_verb(word: str) -> bool:
    return word.endswith(VERB_ENDINGS) and word not in NO_VERBS
