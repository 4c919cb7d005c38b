"""What stands near a name settles whether its outlet is meant; what does not stays open, with the reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from provenance.model import Ambiguity, Span
from provenance.outlets.word_lists import WordLists

_REACH, _BESIDE = 140, 28
"""Characters: how far the words of a sentence count, and how far those that stand beside a name."""
_SENTENCE_END = re.compile(r"\n\s*\n|[.!?…][\"”»’)]*\s+(?=[\"“«‘(]*[A-ZА-ЯЁЇІЄҐ])")
_TOLD = re.compile(r"\b(?:told|tells|telling|tell) (?:the )?[\"“«‘]?$")
_BRACKETS = frozenset({("(", ")"), ("/", "/"), ("[", "]"), ("—", ""), ("", "—")})
_CYRILLIC = re.compile("[а-яёіїєґ]", re.IGNORECASE)
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """For one name of one outlet: words near it that say that the outlet is meant, and words that say it is not."""

    near: tuple[str, ...]
    away: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """`own` by name and outlet; `nouns` are what outlets are called, `verbs` what they alone do, `sayings` what anybody
    does."""

    own: Mapping[tuple[str, str], Context]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    sayings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name at a place of a text, with the outlets that bear it."""

    text: str
    span: Span
    outlets: tuple[str, ...]
    ambiguity: Ambiguity


def build_contexts(own: Mapping[tuple[str, str], Context], lists: WordLists) -> Contexts:
    return Contexts(own=own, nouns=tuple(lists.nouns), verbs=tuple(lists.verbs), sayings=tuple(lists.sayings))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, those in Cyrillic with any ending, others with a plural; words in ideographs anywhere. The first
    letter may be a capital."""
    pieces = [_word(word) for word in sorted(words, key=lambda word: (-len(word), word))]
    return re.compile("|".join(pieces)) if pieces else _NEVER


def _word(word: str) -> str:
    if _IDEOGRAPHS.search(word):
        return re.escape(word)
    start = re.escape(word) if word[0].isupper() else f"(?i:{re.escape(word[0])}){re.escape(word[1:])}"
    ending = r"\w{0,3}" if _CYRILLIC.search(word) else "(?:s|es)?"
    return rf"(?<!\w){start}{ending}(?!\w)"


def settle(
    text: str, naming: Naming, contexts: Contexts, named_in_full: frozenset[str]
) -> tuple[tuple[str, ...], str | None]:
    """The outlets that can be meant, and why it is left open; None where one outlet is settled. `named_in_full` are the
    outlets that a name of their own stands for in the text."""
    before, after = _sentence_around(text, naming.span)
    meant, told = _fitting(naming, before, after, contexts)
    if not meant:
        return naming.outlets, f"what stands near {naming.text!r} speaks of something else"
    if len(meant) > 1:
        full = tuple(outlet for outlet in meant if outlet in named_in_full)
        if len(full) != 1:
            return (
                meant,
                f"{' and '.join(meant)} bear the name {naming.text!r}, and nothing near it tells which is meant",
            )
        meant = full
    if told or naming.ambiguity is Ambiguity.UNIQUE or _is_meant(naming, before, after, contexts):
        return meant, None
    in_full = meant[0] in named_in_full
    if in_full and (naming.ambiguity is Ambiguity.NEEDS_CONTEXT or _speaks(before, after, contexts)):
        return meant, None
    return meant, f"nothing near {naming.text!r} says that an outlet is meant"


def _fitting(naming: Naming, before: str, after: str, contexts: Contexts) -> tuple[tuple[str, ...], bool]:
    """Those whose own words stand beside the name, or else in its sentence (then true); without any, all but those that
    words of the sentence exclude."""
    own = {outlet: contexts.own.get((naming.text, outlet)) for outlet in naming.outlets}
    beside, around = f"{before[-_BESIDE:]} {after[:_BESIDE]}", f"{before} {after}"
    for words in (beside, around):
        near = tuple(outlet for outlet, context in own.items() if context and _holds(words, context.near))
        if near:
            return near, len(near) == 1
    left = (outlet for outlet, context in own.items() if not (context and _holds(around, context.away)))
    return tuple(left), False


def _is_meant(naming: Naming, before: str, after: str, contexts: Contexts) -> bool:
    if _holds(before[-_BESIDE:], contexts.nouns) or _holds(after[:_BESIDE], contexts.nouns):
        return True
    if naming.ambiguity is Ambiguity.NEVER_ALONE:
        return False
    if _TOLD.search(before) or any(_holds(part, contexts.verbs + contexts.nouns) for part in (before, after)):
        return True
    if before.endswith("«") and after.startswith("»"):
        return True
    return naming.text.isupper() and (_bracketed(before, after) or _speaks(before, after, contexts))


def _speaks(before: str, after: str, contexts: Contexts) -> bool:
    return any(_holds(part, contexts.verbs + contexts.sayings) for part in (before, after))


def _bracketed(before: str, after: str) -> bool:
    """In a dateline or a credit: "(AP)", "/TASS/", "AP — "."""
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    return any(left.endswith(one) and right.startswith(other) for one, other in _BRACKETS)


def _sentence_around(text: str, span: Span) -> tuple[str, str]:
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    first = _SENTENCE_END.search(after)
    return before[ends[-1] :] if ends else before, after[: first.start()] if first else after
