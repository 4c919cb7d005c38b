"""Letters that look alike: two names with one skeleton are the same to a hurried eye (after Unicode's UTS 39)."""

import unicodedata

_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "3": "e", "4": "a", "5": "s", "7": "t"})
_PAIRS = (("rn", "m"), ("vv", "w"))


def skeleton(label: str) -> str:
    """Of one label of a host, in small letters and decoded from IDNA."""
    plain = "".join(char if char.isascii() else _latin(char) for char in label).translate(_ALIKE)
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return plain


def foreign_letters(label: str) -> list[str]:
    """What is no ASCII in it, each letter once with its name: "с (Cyrillic small letter es)"."""
    return [f"{char} ({unicodedata.name(char, 'unnamed').capitalize()})" for char in dict.fromkeys(label) if char > "~"]


def _latin(char: str) -> str:
    """The Latin letter that it looks like, without accents; itself where it looks like none."""
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    if bare.isascii():
        return bare.lower()
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - its tables cost more than a whole look-up

    found = confusables.is_confusable(char, greedy=True) or []
    alike = sorted(one["c"].lower() for match in found for one in match["homoglyphs"] if one["c"].isascii())
    return alike[0] if alike else char
