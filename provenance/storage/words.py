"""Words as a search compares them, and what somebody typed as a question to the engine's index."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from provenance.model import Outlet
from provenance.storage.letters import fold

Names = Mapping[str, tuple[str, ...]]
"""The ids of outlets, sorted, by every name that they bear, as a search compares names."""

LONGEST_WORD = 64
"""Characters. Nobody looks for the rest of a longer one, and PostgreSQL refuses words of any length."""

MOST_WORDS = 30
"""Of what somebody looks for; a pasted article is no question."""

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"?|([^"]+)')


def searchable(texts: Iterable[str | None]) -> str:
    """Words alone, with a space between two, without case, accents and script: no engine reads anything else into
    them."""
    folded = fold(" ".join(text for text in texts if text))
    return " ".join(word[:LONGEST_WORD] for word in _WORD.findall(folded))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; `open` where the last may go on."""

    words: tuple[str, ...]
    open: bool = False


def read_question(typed: str) -> tuple[Phrase, ...]:
    """All of them are to be found: each word, each phrase in quotes, and what begins with the last word unless quotes
    closed it. Nothing where no word was typed."""
    phrases = list(_phrases(typed))[:MOST_WORDS]
    if phrases and not typed.rstrip().endswith('"'):
        phrases[-1] = Phrase(phrases[-1].words, open=True)
    return tuple(phrases)


@dataclass(frozen=True, slots=True)
class Named:
    """Phrases in a row that are a name of these outlets."""

    phrases: tuple[Phrase, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """All `phrases` are to be found, and of each in `named` the phrases or one of the outlets."""

    phrases: tuple[Phrase, ...]
    named: tuple[Named, ...]


def names_of(outlets: Iterable[Outlet]) -> Names:
    held: dict[str, set[str]] = {}
    for outlet in outlets:
        for text in (outlet.name, *(name.text for name in outlet.names)):
            held.setdefault(searchable([text]), set()).add(outlet.id)
    return {name: tuple(sorted(bearers)) for name, bearers in held.items() if name}


def read_search(typed: str, names: Names) -> Question:
    """As `read_question`, with the names of outlets in it told apart, the longest from each place on."""
    left = read_question(typed)
    phrases: list[Phrase] = []
    named: list[Named] = []
    while left:
        found = next(_beginnings(left, names), None)
        if found is None:
            phrases.append(left[0])
        else:
            named.append(found)
        left = left[len(found.phrases) if found else 1 :]
    return Question(tuple(phrases), tuple(named))


def _beginnings(phrases: tuple[Phrase, ...], names: Names) -> Iterator[Named]:
    for end in range(len(phrases), 0, -1):
        words = " ".join(word for phrase in phrases[:end] for word in phrase.words)
        if words in names:
            yield Named(phrases[:end], names[words])


def _phrases(typed: str) -> Iterator[Phrase]:
    for quoted, bare in _PART.findall(typed.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"')):
        words = tuple(searchable([quoted or bare]).split()[:MOST_WORDS])
        if quoted and words:
            yield Phrase(words)
        else:
            yield from (Phrase((word,)) for word in words)


def for_sqlite(question: Iterable[Phrase]) -> str:
    """https://www.sqlite.org/fts5.html#full_text_query_syntax"""
    return " ".join(f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}' for phrase in question)


def for_postgresql(question: Iterable[Phrase]) -> str:
    """https://www.postgresql.org/docs/15/datatype-textsearch.html#DATATYPE-TSQUERY"""
    return " & ".join(f"({' <-> '.join(_lexemes(phrase))})" for phrase in question)


def _lexemes(phrase: Phrase) -> Iterator[str]:
    for place, word in enumerate(phrase.words, start=1):
        yield f"'{word}'{':*' if phrase.open and place == len(phrase.words) else ''}"
