"""Quantities: how much of what, with bounds, and whether two of them can both hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from provenance.matching.counted import read_actor, read_setting, read_things
from provenance.matching.numbers import Number, adjoins, may_begin_number, read_number, word_at
from provenance.matching.tokens import Kind, Token
from provenance.matching.vocabulary import (
    CURRENCIES,
    DURATIONS,
    FORMER_MARKS,
    MONEY,
    MONTHS,
    QUALIFIERS,
    REJECTING_MARKS,
)
from provenance.model import Span

MOMENTS = ("in", "within", "every", "per", "past")
"""Before a stretch of time: it says when."""

WHOLES = ("the", "them", "those", "these")
"""After "of": the number counts a part of something already told of."""

LENGTHS = frozenset(
    {"km", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles", "m", "metres", "meters"}
)
WHERE = ("north", "south", "east", "west", "away", "from", "off", "outside", "inside", "deep")
"""Behind a length: it says where something lies ("31km south-west of Luhansk"), as a calibre says which gun it is."""

BESIDE = LENGTHS | {"(", ")"}

CALIBRES = frozenset({"mm", "calibre", "caliber"})


LONGEST_MARK = 5
"""Words of the longest phrase that marks a figure as a former one."""

MARK_ENDINGS = frozenset(phrase.split()[-1] for phrase in FORMER_MARKS | REJECTING_MARKS)
QUALIFIER_ENDINGS = frozenset(phrase.split()[-1] for phrase in QUALIFIERS if phrase)
"""Without one of them before a figure no phrase stands there, and none is put together to be looked up."""


class Dimension(StrEnum):
    COUNT = "count"
    SUBSET = "subset"
    PART = "part"
    DURATION = "duration"
    AGE = "age"
    MONEY = "money"


UNITS_BEFORE = {
    **dict.fromkeys(MONEY, Dimension.MONEY),
    **dict.fromkeys(("aged", "age"), Dimension.AGE),
}
UNITS_BEHIND: tuple[tuple[tuple[str, ...], tuple[Dimension, float]], ...] = (
    (("years", "old"), (Dimension.AGE, 1.0)),
    (("year", "-", "old"), (Dimension.AGE, 1.0)),
    (("year", "-", "olds"), (Dimension.AGE, 1.0)),
    (("%",), (Dimension.PART, 1.0)),
    (("percent",), (Dimension.PART, 1.0)),
    (("per", "cent"), (Dimension.PART, 1.0)),
    *(((unit,), (Dimension.DURATION, minutes)) for unit, minutes in DURATIONS.items()),
    *(((unit,), (Dimension.MONEY, 1.0)) for unit in sorted(MONEY)),
)
"""Tried in this order."""
UNITS_BY_FIRST_WORD = {
    word: tuple(unit for unit in UNITS_BEHIND if unit[0][0] == word)
    for word in {phrase[0] for phrase, _ in UNITS_BEHIND}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """From `low` to `high`, both of which the words allow; `stated` is the number as printed. Durations are in minutes,
    parts in per cent. `things` are the stems of what is counted, `setting` that of the word the number hangs on ("list"
    in "a list of 339 names"), `actor` that of the name before it in its clause. `currency` is the first name of its
    currency, `is_former` tells that it was given formerly ("up from 339"), `is_rejected` that it is not it ("instead of
    339")."""

    low: float
    high: float
    stated: float
    dimension: Dimension
    things: frozenset[str]
    setting: frozenset[str]
    actor: frozenset[str]
    span: Span
    currency: str = ""
    is_former: bool = False
    is_rejected: bool = False

    def compatible(self, other: "Quantity") -> bool:
        """Whether one number could satisfy both."""
        return self.low <= other.high and other.low <= self.high

    def aligned(self, other: "Quantity") -> bool:
        """Whether both measure the same thing, as far as the words beside them tell."""
        if self.dimension is not other.dimension or self.currency != other.currency:
            return False
        if self.dimension in (Dimension.DURATION, Dimension.AGE):
            return True
        return bool((self.things | self.setting) & (other.things | other.setting))


def read_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """In the order of the text; dates, years, times of day and numbers in names are none."""
    quantities = []
    index = 0
    while index < len(tokens):
        if not may_begin_number(tokens[index]):
            index += 1
            continue
        found = read_clock_range(tokens, index) or read_quantity(tokens, index)
        if found is None:
            index += 1
            continue
        quantity, index = found
        quantities.append(quantity)
    return tuple(quantities)


def read_clock_range(tokens: Sequence[Token], start: int) -> tuple[Quantity, int] | None:
    """ "14:43 to 15:57" is a duration of 74 minutes."""
    joints = ("to", "until", "till", "and", "-", "–", "—")
    if start + 2 >= len(tokens) or tokens[start].kind is not Kind.CLOCK or tokens[start + 2].kind is not Kind.CLOCK:
        return None
    if tokens[start + 1].word not in joints:
        return None
    minutes = float((minute_of_day(tokens[start + 2].word) - minute_of_day(tokens[start].word)) % (24 * 60))
    quantity = Quantity(
        low=minutes,
        high=minutes,
        stated=minutes,
        dimension=Dimension.DURATION,
        things=frozenset(),
        setting=frozenset(),
        actor=frozenset(),
        span=Span(tokens[start].start, tokens[start + 2].end),
    )
    return quantity, start + 3


def minute_of_day(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def tells_where_or_which(tokens: Sequence[Token], end: int) -> bool:
    """Also with the length in another unit between: "35 kilometers (20 miles) northwest"."""
    unit = word_at(tokens, end)
    if unit not in LENGTHS:
        return unit in CALIBRES
    following = end + 1
    while following < len(tokens) and (tokens[following].kind is Kind.NUMBER or word_at(tokens, following) in BESIDE):
        following += 1
    return word_at(tokens, following).startswith(WHERE)


def read_quantity(tokens: Sequence[Token], start: int) -> tuple[Quantity, int] | None:
    number = read_range(tokens, start) or read_unit_article(tokens, start)
    if number is None or in_a_name(tokens, start) or is_date(tokens, start, number):
        return None
    if tells_where_or_which(tokens, number.end):
        return None
    dimension, factor, end = read_unit(tokens, start, number)
    qualifier = read_qualifier(tokens, start, end)
    if dimension is Dimension.DURATION and is_a_moment(tokens, qualifier[1], end, factor):
        return None
    spread = QUALIFIERS[qualifier[0]].duration if dimension is Dimension.DURATION else QUALIFIERS[qualifier[0]].count
    low, high = number.low * factor * spread[0], number.high * factor * spread[1]
    if not qualifier[0] and dimension is Dimension.COUNT:
        low, high = rounded_bounds(low, high)
    if dimension is Dimension.COUNT and counts_a_part(tokens, end):
        dimension = Dimension.SUBSET
    things, last = read_things(tokens, end)
    first = qualifier[1]
    quantity = Quantity(
        low=low,
        high=high,
        stated=number.high * factor,
        dimension=dimension,
        things=things,
        setting=read_setting(tokens, first),
        actor=read_actor(tokens, first),
        span=Span(tokens[first].start, tokens[max(last, end) - 1].end),
        currency=read_currency(tokens, start, end) if dimension is Dimension.MONEY else "",
        is_former=stands_behind(FORMER_MARKS, tokens, first),
        is_rejected=stands_behind(REJECTING_MARKS, tokens, first),
    )
    return quantity, end


def stands_behind(marks: frozenset[str], tokens: Sequence[Token], first: int) -> bool:
    return word_at(tokens, first - 1) in MARK_ENDINGS and any(
        phrase_before(tokens, first, length) in marks for length in range(1, LONGEST_MARK + 1)
    )


def phrase_before(tokens: Sequence[Token], end: int, length: int) -> str:
    return " ".join(token.word for token in tokens[max(0, end - length) : end]) if end >= length else ""


def read_currency(tokens: Sequence[Token], start: int, end: int) -> str:
    names = (CURRENCIES.get(word_at(tokens, start - 1)), CURRENCIES.get(word_at(tokens, end - 1)))
    return next((name for name in names if name), "")


def is_a_moment(tokens: Sequence[Token], first: int, end: int, minutes: float) -> bool:
    """ "Two days later" and "within three weeks" say when, not how long; "an hour later it was over" says both."""
    following = word_at(tokens, end)
    later = following == "later" and minutes > DURATIONS["hour"]
    return later or following in ("ago", "earlier") or word_at(tokens, first - 1) in MOMENTS


def counts_a_part(tokens: Sequence[Token], end: int) -> bool:
    """ "Ten of the children", "200 more prisoners": a number that is not of the whole."""
    of_the_whole = word_at(tokens, end) == "of" and word_at(tokens, end + 1) in WHOLES
    return of_the_whole or word_at(tokens, end) in ("more", "others", "additional")


def read_range(tokens: Sequence[Token], start: int) -> Number | None:
    """A number, or "two to three", "10-20", "between 10 and 20"."""
    first = read_number(tokens, start)
    if first is None or first.part:
        return first
    between = word_at(tokens, start - 1) == "between" and word_at(tokens, first.end) == "and"
    if not (between or word_at(tokens, first.end) in ("to", "or", "-", "–")) or first.end + 1 >= len(tokens):
        return first
    second = read_number(tokens, first.end + 1)
    if second is None or second.high <= first.low:
        return first
    return replace(second, low=first.low)


def read_unit_article(tokens: Sequence[Token], start: int) -> Number | None:
    """ "an hour", "one day", "half an hour", "about a week"; "a week" alone is a rate more often than a length."""
    word = word_at(tokens, start)
    if word == "half" and word_at(tokens, start + 1) in ("a", "an") and word_at(tokens, start + 2) in DURATIONS:
        return Number(0.5, 0.5, start + 2)
    unit = word_at(tokens, start + 1)
    one = word in ("a", "an", "one") and unit in DURATIONS and word_at(tokens, start - 1) != "half"
    if not one or (word == "a" and read_qualifier(tokens, start, start)[0] == "a"):
        return None
    more = " ".join(word_at(tokens, start + step) for step in (2, 3, 4)) == "and a half"
    return Number(1.5, 1.5, start + 1) if more else Number(1, 1, start + 1)


def in_a_name(tokens: Sequence[Token], start: int) -> bool:
    """MH17, F-16, Covid-19, 9/11: a number that counts nothing."""
    if not adjoins(tokens, start):
        return word_at(tokens, start + 1) == "/" and adjoins(tokens, start + 1)
    before = tokens[start - 1]
    if before.word == "-" and adjoins(tokens, start - 1):
        return tokens[start].kind is Kind.NUMBER and tokens[start - 2].kind is Kind.WORD and tokens[start - 2].capital
    return before.kind is Kind.WORD or before.word == "/"


def is_date(tokens: Sequence[Token], start: int, number: Number) -> bool:
    """A day beside a month, a year, a time of day."""
    following = word_at(tokens, number.end)
    half = following in ("a", "p") and word_at(tokens, number.end + 2) == "m"
    if following in ("am", "pm") or half or tokens[start].kind is Kind.CLOCK:
        return True
    beside = {following, word_at(tokens, start - 1)}
    if number.end - start != 1 or tokens[start].kind is not Kind.NUMBER:
        return False
    if beside & MONTHS and number.high <= 31:
        return True
    digits = tokens[start].word
    return len(digits) == 4 and digits.isdigit() and 1900 <= number.high <= 2100


def read_unit(tokens: Sequence[Token], start: int, number: Number) -> tuple[Dimension, float, int]:
    """The dimension, the factor to its base, and where the number with its unit ends."""
    end = number.end
    if number.part:
        return Dimension.PART, 1.0, end
    if before := UNITS_BEFORE.get(word_at(tokens, start - 1)):
        return before, 1.0, end
    step = end + 1 if word_at(tokens, end) == "-" else end
    for phrase, (dimension, factor) in UNITS_BY_FIRST_WORD.get(word_at(tokens, step), ()):
        if phrase == tuple(token.word for token in tokens[step : step + len(phrase)]):
            return dimension, factor, step + len(phrase)
    return Dimension.COUNT, 1.0, end


def read_qualifier(tokens: Sequence[Token], start: int, end: int) -> tuple[str, int]:
    """The longest known words before the number ("a little over") or behind it ("or more"), and where they begin; "a"
    for "an hour" alone."""
    first = start - 1 if word_at(tokens, start - 1) in MONEY else start
    for length in (4, 3, 2, 1) if word_at(tokens, first - 1) in QUALIFIER_ENDINGS else ():
        phrase = " ".join(word_at(tokens, index) for index in range(first - length, first)) if first >= length else ""
        if phrase in QUALIFIERS and phrase:
            return phrase, first - length
    behind = f"{word_at(tokens, end)} {word_at(tokens, end + 1)}"
    alone = "a" if word_at(tokens, start) in ("a", "an", "half") else ""
    return (behind if behind in QUALIFIERS else alone), first


def rounded_bounds(low: float, high: float) -> tuple[float, float]:
    """Round figures from a hundred on stand for what lies within one in a hundred of them."""
    if low < 100 or low % 10 or high % 10:
        return low, high
    return low * 0.99, high * 1.01
