"""Acronyms that an article explains: "the Special Monitoring Mission (SMM)"."""

import re
from collections.abc import Mapping

_WORD = r"(?:[A-ZÀ-Ž][\w’'&-]*|of|for|the|on|and|in|to|de|du|des|la)"
_EXPLAINED = re.compile(
    rf"(?P<words>{_WORD}(?: {_WORD}){{1,9}})"
    r" \((?:the )?[“\"']?(?P<acronym>[A-Z][A-Za-z]{1,7})[”\"']?\)"
)


def find_acronyms(text: str) -> Mapping[str, str]:
    """From the acronym to the name it stands for, where the capitals of the words before it spell it."""
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        words, letters = match.group("words").split(), match.group("acronym").upper()
        for start in range(len(words)):
            if words[start][0].isupper() and _initials(words[start:]) == letters:
                found.setdefault(match.group("acronym"), " ".join(words[start:]))
                break
    return found


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())
