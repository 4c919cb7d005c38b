"""The words that decide. They stand as lists in `data/words`, whole words and phrases, brought to stems elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """The lines of a packaged list, comments left aside. The lists are part of the code as the table of stems is not:
    nothing can be compared without them."""
    text = files("provenance.matching").joinpath("data", "words", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


@dataclass(frozen=True, slots=True)
class Spread:
    """The factors by which the true figure may lie below and above the stated one."""

    count: tuple[float, float]
    duration: tuple[float, float]


def read_qualifiers() -> dict[str, Spread]:
    """By phrase; a line gives four factors, then phrases with bars between."""
    table: dict[str, Spread] = {}
    for line in lines("qualifiers"):
        *factors, phrases = line.split("\t")
        low, high, shorter, longer = map(float, factors)
        table.update(dict.fromkeys(phrases.split("|"), Spread((low, high), (shorter, longer))))
    return table


def read_opposites() -> tuple[tuple[str, str], ...]:
    """The two sides of every line, phrases with bars between."""
    pairs = (line.split("\t") for line in lines("opposites"))
    return tuple((left, right) for left, right in pairs)


STOP_WORDS = words("stop_words")
SYNONYMS = lines("synonyms")
QUALIFIERS: Mapping[str, Spread] = read_qualifiers()
DURATIONS: Mapping[str, float] = {unit: float(minutes) for unit, minutes in map(str.split, lines("durations"))}
CURRENCIES: Mapping[str, str] = {name: line.split()[0] for line in lines("currencies") for name in line.split()}
MONEY = frozenset(CURRENCIES)
MONTHS = words("months")
REFUTATIONS = lines("refutations")
NO_REFUTATIONS = lines("no_refutations")
DEMAND_CUES = lines("demand_cues")
REFUSAL_CUES = lines("refusal_cues")
LOOSE_ADVERBS = words("loose_adverbs")
DETERMINERS = words("determiners")
VERBS = words("verbs")
NO_VERBS = words("no_verbs")
NO_NAMES = words("no_names")
NEGATIONS = words("negations")
NO_NEGATIONS = lines("no_negations")
LACKS = words("lacks")
OPPOSITES = read_opposites()
PAIRINGS = lines("pairings")
TIME_WORDS = words("time_words")
ORDINALS = words("ordinals")
PLACE_WORDS = words("place_words")
YEAR_WORDS = words("year_words")
FORMER_MARKS = frozenset(lines("former_marks"))
POSSIBILITIES = words("possibilities")
REJECTING_MARKS = frozenset(lines("rejecting_marks"))
