"""Days, times of day and years that a claim gives, and where it says that things happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance.matching.numbers import adjoins, word_at
from provenance.matching.tokens import Kind, Token
from provenance.matching.vocabulary import MONTHS, PLACE_WORDS, STOP_WORDS, YEAR_WORDS
from provenance.model import Span

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
MONTH_LETTERS = 3
"""By which "September", "Sept" and "Sep" are one."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
AFAR = 5
"""Tokens between a word of place and the name it governs: "near the government-controlled town of X"."""


class Precision(StrEnum):
    DAY = "day"
    TIME = "time"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """`value` is what two moments of one precision are held against each other by: "sep-26", "19:00", "2014"."""

    precision: Precision
    value: str
    span: Span


def read_moments(tokens: Sequence[Token]) -> tuple[Moment, ...]:
    """In the order of the text."""
    if all(token.kind is Kind.WORD or token.kind is Kind.MARK for token in tokens):
        return ()
    return tuple(sorted({*read_days(tokens), *read_times(tokens), *read_years(tokens)}, key=lambda one: one.span))


def read_days(tokens: Sequence[Token]) -> Iterator[Moment]:
    """ "26 September", "September 26th", "the 2nd of June"."""
    for index, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER or not token.word.isdigit() or not 1 <= int(token.word) <= 31:
            continue
        end = index + 1
        if word_at(tokens, end) in ORDINAL_ENDINGS and adjoins(tokens, end):
            end += 1
        behind = end + 1 if word_at(tokens, end) == "of" else end
        if is_month(tokens, index - 1):
            yield day_of(tokens, index - 1, index - 1, token, end - 1)
        elif is_month(tokens, behind):
            yield day_of(tokens, behind, index, token, behind)


def is_month(tokens: Sequence[Token], index: int) -> bool:
    return word_at(tokens, index) in MONTHS and tokens[index].capital


def day_of(tokens: Sequence[Token], month: int, first: int, day: Token, last: int) -> Moment:
    value = f"{tokens[month].word[:MONTH_LETTERS]}-{int(day.word)}"
    return Moment(Precision.DAY, value, Span(tokens[first].start, tokens[last].end))


def read_times(tokens: Sequence[Token]) -> Iterator[Moment]:
    """ "19:00", "7 p.m.", "7:30pm", "23.30 p.m."."""
    for index, token in enumerate(tokens):
        if token.kind is not Kind.CLOCK and token.kind is not Kind.NUMBER:
            continue
        half, end = half_of_day(tokens, index + 1)
        if token.kind is not Kind.CLOCK and not (token.kind is Kind.NUMBER and half):
            continue
        hours, _, minutes = token.word.replace(".", ":").partition(":")
        if not hours.isdigit() or int(hours) > 24 or not (minutes or "0").isdigit():
            continue
        hour = int(hours) % 12 + 12 if half == "p" and int(hours) <= 12 else int(hours)
        value = f"{hour:02}:{minutes or '00'}"
        yield Moment(Precision.TIME, value, Span(token.start, tokens[end - 1].end))


def half_of_day(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """ "a" or "p" where "a.m." or "p.m." stands there, and where it ends."""
    word = word_at(tokens, index)
    if word in ("am", "pm"):
        return word[0], index + 1
    if word in ("a", "p") and word_at(tokens, index + 1) == "." and word_at(tokens, index + 2) == "m":
        return word, index + 3
    return "", index


def read_years(tokens: Sequence[Token]) -> Iterator[Moment]:
    """Four digits behind "in", "since", a month and the like."""
    for index, token in enumerate(tokens):
        if token.kind is Kind.NUMBER and token.word.isdigit() and FIRST_YEAR <= int(token.word) <= LAST_YEAR:
            before = word_at(tokens, index - 1)
            if before in YEAR_WORDS or is_month(tokens, index - 1):
                yield Moment(Precision.YEAR, token.word, token.span)


def read_grounds(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of names that words of place govern: Maiorsk in "at a checkpoint near Maiorsk"."""
    grounds: set[str] = set()
    for start, token in enumerate(tokens):
        if token.word not in PLACE_WORDS:
            continue
        for index in range(start + 1, min(start + 1 + AFAR, len(tokens))):
            if tokens[index].capital and tokens[index].word not in STOP_WORDS:
                grounds.add(tokens[index].stem)
                break
            if tokens[index].word in (".", ",", ";") or tokens[index].word in PLACE_WORDS:
                break
    return frozenset(grounds)


def differing_moments(ours: Sequence[Moment], theirs: Sequence[Moment]) -> tuple[tuple[Moment, Moment], ...]:
    """Where both sides give exactly one of a precision, and not the same."""
    pairs = []
    for precision in Precision:
        here = [moment for moment in ours if moment.precision is precision]
        there = [moment for moment in theirs if moment.precision is precision]
        if len(here) == len(there) == 1 and here[0].value != there[0].value:
            pairs.append((here[0], there[0]))
    return tuple(pairs)


def other_day(ours: Sequence[Moment], theirs: Sequence[Moment]) -> bool:
    """Whether both give days or years, and none in common."""
    for precision in (Precision.DAY, Precision.YEAR):
        here = {moment.value for moment in ours if moment.precision is precision}
        there = {moment.value for moment in theirs if moment.precision is precision}
        if here and there and not here & there:
            return True
    return False
