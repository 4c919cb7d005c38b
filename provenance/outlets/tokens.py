"""Words and marks of a text, as names of outlets are compared: by token, so that a name never matches inside a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from provenance.outlets.inflection import stem

HYPHENS = frozenset("-\u2010\u2011")
APOSTROPHES = frozenset("'\u2019\u2018\u02bc\uff07")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"(\s+)|([{_IDEOGRAPH}])|((?:(?![{_IDEOGRAPH}])\w)+)|(\S)")


class Gap(StrEnum):
    """What stands before a token: nothing, white space, or an empty line."""

    NONE = ""
    SPACE = " "
    BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is what is compared: case folded, one kind of hyphen and one of apostrophe, words in Cyrillic without their
    ending. `word` is false for marks and
    for ideographs, which need no boundary."""

    text: str
    key: str
    start: int
    gap: Gap
    word: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens(text: str) -> Iterator[Token]:
    """In order; linear in the text."""
    gap = Gap.BREAK
    for match in _TOKEN.finditer(text):
        space, _, word, _ = match.groups()
        if space is not None:
            gap = Gap.BREAK if space.count("\n") > 1 else Gap.SPACE
            continue
        found = match.group()
        yield Token(found, _key(found), match.start(), gap, word is not None)
        gap = Gap.NONE


def _key(text: str) -> str:
    if text in HYPHENS:
        return "-"
    if text in APOSTROPHES:
        return "'"
    return text.casefold() if text.isascii() else stem(text)
