"""What the media of a pack are called: only as far as a text can trust it, and never by a name that the core bears."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model import Ambiguity
from provenance.outlets.names import name_key

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """The name shown, which nobody else bears, and the names to be looked for in a text."""

    title: str
    names: tuple[tuple[str, Ambiguity], ...]


def titled(media: Sequence[tuple[str, str, str]], core: Iterable[str], common: frozenset[str]) -> list[Titled]:
    """One for each (company, medium, host), in the same order. `core` are the names that the core bears, `common` words
    that mean no outlet by themselves, in lower case."""
    texts = [_texts(company, medium) for company, medium, _ in media]
    borne = Counter(key for found in texts for key in {folded(text) for text in found})
    taken = {folded(text) for text in core}
    shown = []
    for (_, _, host), found in zip(media, texts, strict=True):
        first = folded(found[0])
        title = found[0] if borne[first] == 1 and first not in taken else f"{found[0]} ({host})"
        names = {title: _trust(title, common), **{text: _trust(text, common) for text in found}}
        kept = {
            text: Ambiguity.NEEDS_CONTEXT if borne[folded(text)] > 1 and trust is Ambiguity.UNIQUE else trust
            for text, trust in names.items()
            if folded(text) not in taken
        }
        shown.append(Titled(title=title, names=tuple(kept.items())))
    return shown


def folded(name: str) -> str:
    return name_key(name).casefold()


def _texts(company: str, medium: str) -> list[str]:
    """The name first; what stands in brackets counts where it is an acronym or written in another script. A medium
    called by its company's acronym bears the company's name."""
    texts = _with_brackets(medium)
    whole = _with_brackets(company)
    if texts[0] in whole:
        texts = [*whole, *texts]
    return list(dict.fromkeys(text for text in texts if text))


def _with_brackets(name: str) -> list[str]:
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    inside = [text.strip() for text in _BRACKETS.findall(name)]
    return [bare or name, *(text for text in inside if _ACRONYM.fullmatch(text) or not _is_latin(text))]


def _is_latin(text: str) -> bool:
    return text.isascii() or all("LATIN" in unicodedata.name(char, "") for char in text if char.isalpha())


def _trust(name: str, common: frozenset[str]) -> Ambiguity:
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) == 1 and words[0] in common:
        return Ambiguity.NEVER_ALONE
    told = [word for word in words if word not in common and not word.isdigit() and len(word) > 1]
    if len(words) < 2 or len(name) <= _SHORT or not told:
        return Ambiguity.NEEDS_CONTEXT
    return Ambiguity.UNIQUE


def slug(text: str) -> str:
    """Small letters, digits and single hyphens; empty where the text has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ł", "l").replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).lower()))
