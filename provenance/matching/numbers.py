"""Numbers as journalists write them: 6,000, six thousand, a dozen, $5m, tens of thousands, two thirds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.matching.tokens import Kind, Token
from provenance.matching.vocabulary import DURATIONS

UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SUFFIXES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "billions": (2_000_000_000, 9_999_999_999),
}
"""What a plural without a number may mean."""
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5}
CARDINALS = {**UNITS, **TENS}
DIGIT = re.compile(r"\d")
JOINTS = ("and", "-")
FIRST_WORDS = frozenset({"a", "an", "half", "tens", *UNITS, *TENS, *VAGUE})
COUNTING_WORDS = frozenset({"tens", *CARDINALS, *SCALES, *VAGUE, *FRACTIONS, *DURATIONS})
"""Without one of them a text that has no digits gives no number and no length of time."""


@dataclass(frozen=True, slots=True)
class Number:
    """From `low` to `high`; tokens up to, not including, `end` belong to it. `part` marks a part of a whole."""

    low: float
    high: float
    end: int
    part: bool = False


def read_number(tokens: Sequence[Token], start: int) -> Number | None:
    """The number that begins at a token, None where none does; "a" and "one" alone are no numbers."""
    if tokens[start].kind is not Kind.NUMBER and tokens[start].word not in FIRST_WORDS:
        return None
    for reader in (read_digits, read_vague, read_fraction, read_words):
        if number := reader(tokens, start):
            return number
    return None


def may_begin_number(token: Token) -> bool:
    """Whether a number or a time of day can begin there; no other token needs a closer look."""
    return token.word in FIRST_WORDS or token.kind is Kind.NUMBER or token.kind is Kind.CLOCK


def holds_digits(text: str) -> bool:
    return DIGIT.search(text) is not None


def figure_stem(number: Number) -> str:
    """What a number is compared by, in whatever spelling: "#6000"."""
    return f"#{number.high:.10g}"


def word_at(tokens: Sequence[Token], index: int) -> str:
    """The folded word there, empty where there is none."""
    return tokens[index].word if 0 <= index < len(tokens) else ""


def adjoins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands against the one before it, with no space between."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def read_digits(tokens: Sequence[Token], start: int) -> Number | None:
    if tokens[start].kind is not Kind.NUMBER:
        return None
    value = float(tokens[start].word.replace(",", "").replace("\u00a0", "").replace("\u202f", "").replace(" ", ""))
    following = word_at(tokens, start + 1)
    factor = SCALES.get(following) or (SUFFIXES.get(following) if adjoins(tokens, start + 1) else None)
    return Number(value * factor, value * factor, start + 2) if factor else Number(value, value, start + 1)


def read_vague(tokens: Sequence[Token], start: int) -> Number | None:
    word = word_at(tokens, start)
    if word == "tens" and word_at(tokens, start + 1) == "of" and (of := VAGUE.get(word_at(tokens, start + 2))):
        return Number(of[0] * 10, of[1] * 10, start + 3)
    if bounds := VAGUE.get(word):
        return Number(*bounds, start + 1)
    return None


def read_fraction(tokens: Sequence[Token], start: int) -> Number | None:
    word = word_at(tokens, start)
    joined = word_at(tokens, start - 2) == "and" and word_at(tokens, start - 1) == "a"
    if word == "half" and not joined and word_at(tokens, start + 1) not in ("a", "an"):
        return Number(50, 50, start + 1, part=True)
    times = 1 if word in ("a", "one") else UNITS.get(word, 0)
    gap = 1 if word_at(tokens, start + 1) == "-" else 0
    fraction = FRACTIONS.get(word_at(tokens, start + 1 + gap))
    if not times or fraction is None or word_at(tokens, start + 2 + gap) not in ("of", "are", "were", "have", "had"):
        return None
    return Number(100 * times * fraction, 100 * times * fraction, start + 2 + gap, part=True)


def read_words(tokens: Sequence[Token], start: int) -> Number | None:
    """Number words up to the trillions: "twenty-two", "a hundred and five thousand"."""
    total, current, index, read = 0.0, 0.0, start, 0
    if word_at(tokens, start) in ("a", "an") and word_at(tokens, start + 1) in SCALES:
        current, index, read = 1.0, start + 1, 1
    while index < len(tokens):
        word = word_at(tokens, index)
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word in SCALES and read:
            current, total = scaled(current, total, SCALES[word])
        elif not read or not joins(tokens, index):
            break
        read += word not in JOINTS
        index += 1
    alone = read == 1 and word_at(tokens, start) in ("one", "zero")
    return Number(total + current, total + current, index) if read and not alone else None


def joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether an "and" or a hyphen stands within a number: "hundred and five", "twenty-two"."""
    before, after = word_at(tokens, index - 1), word_at(tokens, index + 1)
    return after in CARDINALS and (
        (word_at(tokens, index) == "and" and before in SCALES) or (word_at(tokens, index) == "-" and before in TENS)
    )


def scaled(current: float, total: float, scale: int) -> tuple[float, float]:
    """What is being read and what was read, after a scale word."""
    return (current * scale, total) if scale <= 100 else (0.0, total + current * scale)
