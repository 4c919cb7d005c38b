"""Whether "he" or "she" can mean a person: by title, by given name, by the ending of a Slavic surname."""

import re

from provenance.extraction.lexicon import Lexicon

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_MALE_SURNAME = re.compile(r".{2}(?:[oe]v|in|sk[iy]y?|tsky|tskiy|enkov)$")
_FEMALE_SURNAME = re.compile(r".{2}(?:[oe]va|ina|skay?a|tskay?a)$")


def fits_pronoun(pronoun: str, name: str, role: str, lexicon: Lexicon) -> bool:
    """True as well where nothing tells: only what is known to be another's is left out."""
    woman = _is_woman(name, role, lexicon)
    if woman is None or pronoun not in _HE | _SHE:
        return True
    return woman == (pronoun in _SHE)


def _is_woman(name: str, role: str, lexicon: Lexicon) -> bool | None:
    """None where neither name nor role tells."""
    words, told = name.lower().split(), set(re.findall(r"\w+", role))
    signs = (
        (bool(told & lexicon.female_roles), bool(told & lexicon.male_roles)),
        (words[0] in lexicon.women, words[0] in lexicon.men),
        (_FEMALE_SURNAME.match(words[-1]) is not None, _MALE_SURNAME.match(words[-1]) is not None),
    )
    return next((woman for woman, man in signs if woman != man), None)
