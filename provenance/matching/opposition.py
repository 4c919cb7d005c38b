"""Words by which two claims can exclude each other: refutations, negations, opposites."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from provenance.matching.numbers import figure_stem, may_begin_number, read_number
from provenance.matching.stems import stem_of
from provenance.matching.tokens import Kind, Token, Word, fold
from provenance.matching.vocabulary import (
    DEMAND_CUES,
    DETERMINERS,
    LACKS,
    LOOSE_ADVERBS,
    MONEY,
    NEGATIONS,
    NO_NEGATIONS,
    NO_REFUTATIONS,
    OPPOSITES,
    PAIRINGS,
    REFUSAL_CUES,
    REFUTATIONS,
    STOP_WORDS,
)
from provenance.model import Span

SCOPE = 3
"""Words that say something behind a negation that it covers."""

NUMBER_FOR_NUMBER = ("n", "for", "n")

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Negation:
    """`stems` must all stand un-negated on the other side for the two to exclude each other."""

    stems: tuple[str, ...]
    span: Span


@dataclass(frozen=True, kw_only=True)
class Signals:
    """`refuting` places say that something is not so, `refuting_cue` is the cue that does, `denied_any` the stems that
    follow its "any" ("any air strike"); `lacking` are stems of what the claim is without; `sides` are the sides of
    lines of opposites that stand un-negated, `pairing` the words for counting both ways. `is_wish`: the speaker wants
    it done or will not do it, which says nothing of what is."""

    refuting: tuple[Span, ...]
    refuting_cue: str | None
    negations: tuple[Negation, ...]
    lacking: frozenset[str]
    denied_any: frozenset[str]
    is_wish: bool
    sides: Mapping[tuple[int, int], Span]
    pairing: tuple[Span, ...]

    @cached_property
    def refutes(self) -> bool:
        return bool(self.refuting) or self.refuting_cue is not None

    @cached_property
    def denies(self) -> bool:
        """Whether anything is said not to be so."""
        return bool(self.negations) or self.refutes

    @property
    def negated(self) -> frozenset[str]:
        return self.lacking.union(stem for negation in self.negations for stem in negation.stems)


def stemmed(phrase: str) -> Phrase:
    return NUMBER_FOR_NUMBER if phrase == "n for n" else tuple(stem_of(word) for word in phrase.split())


def by_first_stem(phrases: Iterable[Phrase]) -> Phrases:
    """Longest first, so that the longest is found."""
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def sides_of(lines: Sequence[tuple[str, str]]) -> dict[Phrase, tuple[tuple[int, int], ...]]:
    """Every phrase to the lines and sides it stands on."""
    table: dict[Phrase, tuple[tuple[int, int], ...]] = {}
    for number, line in enumerate(lines):
        for side, phrases in enumerate(line):
            for phrase in sorted({stemmed(phrase) for phrase in phrases.split("|")}):
                table[phrase] = (*table.get(phrase, ()), (number, side))
    return table


REFUTING = by_first_stem(map(stemmed, REFUTATIONS))
UNREFUTING = by_first_stem(map(stemmed, NO_REFUTATIONS))
WISHES = frozenset(tuple(fold(phrase).split()) for phrase in (*DEMAND_CUES, *REFUSAL_CUES))
PAIRING = by_first_stem(map(stemmed, PAIRINGS))
SIDES = sides_of(OPPOSITES)
OPPOSING = by_first_stem(SIDES)
SIGNALLING = NEGATIONS | LACKS | {"any", "and", "for"}
SIGNALLING_PHRASES = by_first_stem(
    phrase for phrases in (REFUTING, PAIRING, OPPOSING) for found in phrases.values() for phrase in found
)
UNNEGATING = by_first_stem(tuple(phrase.split()) for phrase in NO_NEGATIONS)


def read_signals(tokens: Sequence[Token], cue: str | None) -> Signals:
    """What a claim's words and its cue ("denied") say against something."""
    words, stems = {token.word for token in tokens}, {token.stem for token in tokens}
    negations, covered = ((), frozenset[int]()) if words.isdisjoint(NEGATIONS) else read_negations(tokens)
    lacks = [] if words.isdisjoint(LACKS) else [start for start, token in enumerate(tokens) if token.word in LACKS]
    lacking = [index for start in lacks for index in scope(tokens, start)]
    sides: dict[tuple[int, int], Span] = {}
    for start, phrase in find_phrases(tokens, OPPOSING) if may_hold(OPPOSING, words, stems) else ():
        if start not in covered and start not in lacking:
            sides.update((side, place(tokens, start, phrase)) for side in SIDES[phrase] if side not in sides)
    refuting = find_phrases(tokens, REFUTING) if may_hold(REFUTING, words, stems) else ()
    pairing = find_phrases(tokens, PAIRING) if may_hold(PAIRING, words, stems) else ()
    denies = bool(cue and is_denial(cue))
    return Signals(
        refuting=tuple(place(tokens, *found) for found in refuting if not longest(tokens, found[0], UNREFUTING)),
        refuting_cue=cue if denies else None,
        negations=negations,
        lacking=frozenset(said_at(tokens, index) for index in lacking),
        denied_any=read_denied_any(tokens) if denies else frozenset(),
        is_wish=bool(cue and is_wish(cue)),
        sides=sides,
        pairing=(*(place(tokens, *found) for found in pairing), *(joint_subjects(tokens) if "and" in words else ())),
    )


def may_signal(words: Sequence[Word]) -> bool:
    """Whether a claim has the words that say anything against something, or pair what it tells of."""
    if not SIGNALLING.isdisjoint([word.word for word in words]):
        return True
    stems = {word.stem for word in words}
    return any(
        stems.issuperset(phrase) for first in stems & SIGNALLING_PHRASES.keys() for phrase in SIGNALLING_PHRASES[first]
    )


def is_plain_cue(cue: str | None) -> bool:
    """Whether who is attributed with these words neither denies nor wishes."""
    signals = cue_signals(cue)
    return not signals.refutes and not signals.is_wish


@lru_cache(maxsize=1 << 12)
def cue_signals(cue: str | None) -> Signals:
    """Of a claim without such a word. Kept: an archive has few cues."""
    return read_signals((), cue)


def may_hold(phrases: Phrases, words: AbstractSet[str], stems: AbstractSet[str]) -> bool:
    """Whether one of the phrases can be there at all."""
    return not stems.isdisjoint(phrases) or ("for" in words and NUMBER_FOR_NUMBER in phrases.get("n", ()))


def read_denied_any(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems behind an "any"."""
    starts = [start for start, token in enumerate(tokens) if token.word == "any"]
    return frozenset(said_at(tokens, index) for start in starts for index in scope(tokens, start)[:2])


def joint_subjects(tokens: Sequence[Token]) -> Iterator[Span]:
    """ "Russia and Ukraine": two names tied by an "and"."""
    for index in range(1, len(tokens) - 1):
        if tokens[index].word != "and":
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        if before.capital and after.capital:
            yield Span(before.start, after.end)


def is_denial(cue: str) -> bool:
    """Whether who is attributed with these words says that it is not so ("denied", "dismissed")."""
    return any((stem_of(word),) in REFUTING.get(stem_of(word), ()) for word in fold(cue).split())


def is_wish(cue: str) -> bool:
    """Whether who is attributed with these words wants something done, or will not do it ("called on", "refuses")."""
    said = tuple(fold(cue).split())
    pieces = (said[start:end] for start in range(len(said)) for end in range(start + 1, len(said) + 1))
    return any(piece in WISHES for piece in pieces)


def read_negations(tokens: Sequence[Token]) -> tuple[tuple[Negation, ...], frozenset[int]]:
    """The negations, and the tokens that they cover. "Not" denies the next word, "no" the next two together."""
    negations: list[Negation] = []
    covered: set[int] = set()
    for start, token in enumerate(tokens):
        if token.word not in NEGATIONS or longest(tokens, start, UNNEGATING, words=True):
            continue
        if start and tokens[start - 1].word == "or":
            continue
        indices = scope(tokens, start)
        covered.update(indices)
        denied = indices[: 2 if token.word in DETERMINERS else 1]
        if denied:
            place = Span(token.start, tokens[denied[-1]].end)
            negations.append(Negation(tuple(said_at(tokens, index) for index in denied), place))
    return tuple(negations), frozenset(covered)


def said_at(tokens: Sequence[Token], index: int) -> str:
    """The stem of a word, or of the number that begins there."""
    number = read_number(tokens, index)
    return figure_stem(number) if number else tokens[index].stem


def scope(tokens: Sequence[Token], start: int) -> list[int]:
    """The tokens that a negation covers: the next ones that say something, up to a mark or a "but"."""
    found: list[int] = []
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if (token.kind is Kind.MARK and token.word not in MONEY) or token.word == "but" or len(found) == SCOPE:
            break
        if token.kind is not Kind.MARK and token.word not in STOP_WORDS and token.word not in LOOSE_ADVERBS:
            found.append(index)
    return found


def find_phrases(tokens: Sequence[Token], phrases: Phrases) -> list[tuple[int, Phrase]]:
    """Every place where one of the phrases begins, with the longest that does; phrases do not overlap."""
    found = []
    counted = NUMBER_FOR_NUMBER in phrases.get("n", ())
    end = 0
    for start, token in enumerate(tokens):
        if start < end or not (token.stem in phrases or (counted and may_begin_number(token))):
            continue
        phrase = longest(tokens, start, phrases)
        if phrase is None and counted and number_for_number(tokens, start):
            phrase = NUMBER_FOR_NUMBER
        if phrase:
            found.append((start, phrase))
            end = start + len(phrase)
    return found


def longest(tokens: Sequence[Token], start: int, phrases: Phrases, *, words: bool = False) -> Phrase | None:
    """The longest phrase that begins there, by stems or, where asked, by words."""
    first = tokens[start].word if words else tokens[start].stem
    for phrase in phrases.get(first, ()):
        following = tokens[start : start + len(phrase)]
        if phrase == tuple(token.word if words else token.stem for token in following):
            return phrase
    return None


def number_for_number(tokens: Sequence[Token], start: int) -> bool:
    """ "6,000 for 6,000", "6,000-for-6,000", "one for one" left aside."""
    first = read_number(tokens, start)
    if first is None:
        return False
    words = [index for index in range(first.end, min(first.end + 4, len(tokens))) if tokens[index].word != "-"]
    if len(words) < 2 or tokens[words[0]].word != "for":
        return False
    second = read_number(tokens, words[1])
    return second is not None and second.high == first.high


def place(tokens: Sequence[Token], start: int, phrase: Phrase) -> Span:
    """From the first to the last character of a phrase; numbers of several words end with the second number."""
    if phrase != NUMBER_FOR_NUMBER:
        return Span(tokens[start].start, tokens[start + len(phrase) - 1].end)
    index = start
    while tokens[index].word != "for":
        index += 1
    index += 1
    while tokens[index].word == "-":
        index += 1
    second = read_number(tokens, index)
    end = second.end if second else index + 1
    return Span(tokens[start].start, tokens[end - 1].end)
