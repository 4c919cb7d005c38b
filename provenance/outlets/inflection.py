"""Inflected names in Cyrillic: one stem for ТАСС and ТАССу, «Коммерсантъ» and «Коммерсанту»."""

import re
from functools import lru_cache

import Stemmer

_CYRILLIC = re.compile("[а-яёіїєґў]+", re.IGNORECASE)
_ACRONYM = re.compile("([А-ЯЁІЇЄҐ]{2,})(?:[аеуы]|ом|ем|ов|ам|ах|ами)")
"""Capitals and an ending: "ТАССу", "НТВом"."""
_SHORT = 3


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """What is compared: the stem of a word in Cyrillic, of an acronym with an ending the acronym, of any other word the
    word itself; case folded. Words of three letters or fewer have no ending."""
    if not _CYRILLIC.fullmatch(word):
        return word.casefold()
    acronym = _ACRONYM.fullmatch(word)
    if acronym:
        return _stemmed(acronym.group(1).casefold())
    return _stemmed(word.casefold())


def _stemmed(word: str) -> str:
    if len(word) <= _SHORT:
        return word
    bare = word.rstrip("ъ")
    found: str = Stemmer.Stemmer("russian").stemWord(bare)
    return found if len(found) >= _SHORT else bare


def is_form_of(written: str, own: str) -> bool:
    """Whether a word that has the name's stem may stand for it: an acronym keeps its capitals before the ending, any
    other name its first capital."""
    if written == own:
        return True
    if not (_CYRILLIC.fullmatch(written) and _CYRILLIC.fullmatch(own)):
        return False
    if own.isupper():
        return bool(_ACRONYM.fullmatch(written)) and written.startswith(own)
    return written[0].isupper() == own[0].isupper() and not written.isupper()
