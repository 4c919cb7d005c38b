"""What a number counts, the word it hangs on and who acts: read off the words around it."""

from collections.abc import Sequence

from provenance.matching.numbers import adjoins, word_at
from provenance.matching.tokens import Kind, Token
from provenance.matching.vocabulary import STOP_WORDS, TIME_WORDS

PREPOSITIONS = ("in", "at", "of", "to", "from", "for", "near", "between", "with", "by", "on", "into", "against")
"""A name behind one of them does nothing itself."""

PASSED_OVER = ("more", "other", "the", "our", "its", "his", "her", "their")
"""Between a number and what it counts."""

HEADS = 3
"""Words after a number among which the thing counted is looked for."""


def read_things(tokens: Sequence[Token], end: int) -> tuple[frozenset[str], int]:
    """The stems of what is counted, looked for behind the number, and where they end; participles and capitalised words
    only where nothing else stands there ("10 destroyed", but "400 abducted Ukrainian children")."""
    words: list[Token] = []
    index = end + 1 if word_at(tokens, end) in ("of", "-") else end
    while index < len(tokens) and len(words) < HEADS:
        token = tokens[index]
        if token.word == "-" and words and adjoins(tokens, index):
            index += 1
            continue
        if token.kind is not Kind.WORD or token.word in TIME_WORDS:
            break
        if token.word in STOP_WORDS and token.word not in PASSED_OVER:
            break
        words.append(token)
        index += 1
    words = [token for token in words if token.word not in STOP_WORDS]
    nouns = [token for token in words if not token.capital and not token.word.endswith(("ed", "ing"))]
    return frozenset(token.stem for token in nouns or words), index


def read_setting(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """The stem of the word the number hangs on: "list" in "a list of 339 names", "destroyed" in "destroyed over 40"."""
    index = first - 1
    while index >= 0 and word_at(tokens, index) in (
        "of",
        "the",
        "with",
        "containing",
        "some",
        "-",
        "a",
        "$",
        "for",
        "all",
    ):
        index -= 1
    if index < 0 or tokens[index].kind is not Kind.WORD or tokens[index].word in STOP_WORDS:
        return frozenset()
    return frozenset({tokens[index].stem})


def read_actor(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """The stems of the last names before a number in its clause that hang on no preposition: "Ukraine" in "Ukraine had
    returned about 20", nobody in "the talks in Istanbul lasted an hour"."""
    names: list[str] = []
    for index in range(first - 1, -1, -1):
        token = tokens[index]
        if token.kind is Kind.MARK:
            break
        if token.capital and token.word not in STOP_WORDS:
            names.append(token.stem)
        elif names and token.word != "and":
            if token.word not in PREPOSITIONS:
                break
            names.clear()
    return frozenset(names)
