"""One spelling for words that are written in several: letters of other scripts, and those that carry no accent but are
written without it."""

import unicodedata

LETTERS = {
    # Latin letters that Unicode does not take apart into a letter and an accent
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ə": "a",
    # Cyrillic, as agencies write it in English; й, ё, ї and ў are и, е, і and у with an accent
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ј": "j",
    "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz",
    # Greek
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch",
    "ψ": "ps", "ω": "o",
    # Arabic: Persian and final forms, and the sign that only stretches a word
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
"""Small letters without accents. What a name is in another script need not be guessed well, but the same on both sides:
a search for the one finds the other."""

_SAME = str.maketrans({letter: spelt.replace("y", "i") for letter, spelt in LETTERS.items()} | {"y": "i"})


def fold(text: str) -> str:
    """Without case, accents and script. Y is i, and a double i is one: that is how Zelensky, Zelenskyy, Zelenskiy and
    Зеленський differ."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().translate(_SAME)
    return bare.replace("iii", "i").replace("ii", "i")
