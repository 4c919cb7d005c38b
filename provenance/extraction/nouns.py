"""What a noun phrase is about: its head, without articles and without what trails behind."""

import re

_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|one|two|three|some|several|many|other|another)\s+",
    re.IGNORECASE,
)
_SMALL = frozenset({"the", "of", "for", "and", "s"})
_TAIL = re.compile(
    r"\s+(?:of|for|from|in|at|with|to|on|by|who|which|near|close|about|against|inside|within|whose|familiar|speaking|that|briefed)\b|,|\s[-–—(]|[(]"
)


def words_of(name: str) -> frozenset[str]:
    """The words of a name that count, small."""
    return frozenset(word.lower() for word in re.findall(r"[^\W_]+", name)) - _SMALL


def bare(words: str) -> str:
    return re.sub(r"^(?:the)\s+", "", words, flags=re.IGNORECASE)


def head_noun_as_is(words: str) -> str:
    """The last word before whatever trails behind, small: "sources" of "two sources close to the talks"."""
    first = _TAIL.split(words, maxsplit=1)[0].strip() or words
    last = re.findall(r"[\w’'-]+", first)
    return re.sub(r"[’']s?$", "", last[-1].lower()) if last else ""


def head_noun(words: str) -> str:
    """The same in the singular."""
    word = head_noun_as_is(words)
    return {"people": "people", "men": "man", "women": "woman", "authorities": "authorities"}.get(word) or _singular(
        word
    )


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss") and word not in ("news", "forces", "data", "headquarters"):
        return word[:-1]
    return word


def head_is_capitalised(words: str) -> bool:
    first = _TAIL.split(_DETERMINERS.sub("", words), maxsplit=1)[0].strip()
    return bool(first) and first.split()[-1][0].isupper()
