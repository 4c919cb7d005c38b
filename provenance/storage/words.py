"""Words as a search compares them, and what somebody typed as a question to the engine's index."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_WORD = 64
"""Characters. Nobody looks for the rest of a longer one, and PostgreSQL refuses words of any length."""

MOST_WORDS = 30
"""Of what somebody looks for; a pasted article is no question."""

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"?|([^"]+)')


def searchable(texts: Iterable[str | None]) -> str:
    """Words alone, with a space between two, without case and accents: no engine reads anything else into them."""
    joined = unicodedata.normalize("NFKD", " ".join(text for text in texts if text))
    bare = "".join(sign for sign in joined if not unicodedata.combining(sign)).casefold()
    return " ".join(word[:LONGEST_WORD] for word in _WORD.findall(bare))


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
