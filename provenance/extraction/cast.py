"""Who appears in an article: full names for surnames, roles, and the state an official speaks for."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.people import clean_name, titled_names, untitled
from provenance.extraction.places import Places
from provenance.extraction.states import States
from provenance.model import Span

_WINDOW = 110
_TITLE_WORDS = 8
_ALSO_CALLED = re.compile(
    r"[”\"’']?,? ?\(?(?:an? [\w ]{2,30} |who is |who goes by |better |also |otherwise |widely |commonly ){0,3}"
    r"(?:known|alias|aka|a\.k\.a\.|nicknamed|nom de guerre|code name|call sign|real name|going by)"
    r"(?: as| by)?(?: his| her| their| the)?(?: [a-z]+){0,4} [“\"'‘]?(?P<name>[A-ZÀ-Ž][\w’-]+(?: [A-ZÀ-Ž][\w’-]+)?)"
)
"""Behind a name: another one for the same person, "Girkin, better known by his assumed name Strelkov"."""
_SENTENCE_BREAK = re.compile(r"[.!?;”\"]\s|\n")
_SPELLINGS = (("yu", "iu"), ("ya", "ia"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("y", "i"), ("kh", "h"), ("ii", "i"))
_LEADS_A_SIDE = re.compile(r"\b(?:lead|leads|led|head|heads|headed)\b[^.;]* (?:team|side|negotiators)\b")
"""Of talks, in a description of somebody: "who leads the Russian team"."""
_APPOSITION = re.compile(r"^(?:\s*\([^)]*\))?,\s+(?P<words>[^.;”\"\n]{3,120}?)(?=[,.;”\"\n]|$)")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person named at a place, by the canonical name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Cast:
    """`appearances` in the order of the text; `roles` leads from a canonical name to all the words that tell who it is;
    `parties` to the party where they tell it."""

    appearances: tuple[Appearance, ...]
    roles: dict[str, str]
    parties: dict[str, str]

    def within(self, start: int, end: int) -> tuple[Appearance, ...]:
        """Those named between two places, in order."""
        first = bisect_left(self.appearances, start, key=lambda each: each.span.start)
        last = bisect_left(self.appearances, end, lo=first, key=lambda each: each.span.start)
        return tuple(each for each in self.appearances[first:last] if each.span.end <= end)

    def at(self, span: Span) -> Appearance | None:
        """The last person named within a span."""
        return next(reversed(self.within(span.start, span.end)), None)

    def latest(self, before: int, role: str | None = None) -> Appearance | None:
        """The person last named before a place, of those whose role holds the word."""
        last = bisect_left(self.appearances, before, key=lambda each: each.span.end)
        for appearance in reversed(self.appearances[:last]):
            if role is None or role in self.roles.get(appearance.name, ""):
                return appearance
        return None


def gather_cast(text: str, people: Sequence[Span], states: States, lexicon: Lexicon) -> Cast:
    """From the places where the network saw a person's name."""
    seen = Places(people)
    titled = [
        span for span in titled_names(text, states, lexicon) if all(span.contains(each) for each in seen.touching(span))
    ]
    offices = Places(titled)
    found = sorted([*(span for span in people if not offices.touching(span)), *titled])
    cleaned = [(span, untitled(clean_name(span.of(text)), states, lexicon)) for span in found]
    named = [(span, name) for span, name in cleaned if name and not states.code_of(name)]
    first = [Appearance(*each) for each in zip(*_canonical(named), strict=True)]
    aliases = _aliases(text, first)
    whole = _with_surnames(text, _as_one(first, aliases), aliases)
    roles: dict[str, str] = {}
    parties: dict[str, str] = {}
    for number, appearance in enumerate(whole):
        words = _descriptor(text, appearance.span, whole[number - 1].span.end if number else 0, lexicon)
        roles[appearance.name] = f"{roles.get(appearance.name, '')} {words.lower()}".strip()
        party = party_in(words, states, lexicon)
        if party and appearance.name not in parties:
            parties[appearance.name] = party
    return Cast(whole, roles, parties)


def party_in(words: str, states: States, lexicon: Lexicon) -> str | None:
    """The state that an official or a body speaks for ("Turkish Foreign Minister"); None where the words tell none."""
    mentions = states.mentions(words)
    if not mentions:
        return None
    tokens = {token.lower().removesuffix("s") for token in re.findall(r"[^\W\d_]+", words)}
    official = tokens & _singular(lexicon.offices) or tokens & _singular(lexicon.organisations)
    if official or _LEADS_A_SIDE.search(words) or any(m.kind == "seat" for m in mentions):
        return f"state:{mentions[0].code}"
    return None


def _singular(words: frozenset[str]) -> set[str]:
    return {word.removesuffix("s") for word in words}


def _canonical(named: Sequence[tuple[Span, str]]) -> tuple[list[Span], list[str]]:
    """The places, and for each the full name that a name stands for: the longest one that ends with it, for a surname
    the last one given before, else the first one after; for a first word alone ("Ban") the full name that begins so."""
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, str] = {}
    for _, name in named:
        if " " in name:
            known = by_last.setdefault(name.split()[-1], [])
            known += [name] if name not in known else []
            by_first.setdefault(name.split()[0], name)
    latest: dict[str, str] = {}
    names = []
    for _, name in named:
        last = name.split()[-1]
        if " " in name:
            longer = [other for other in by_last[last] if other.endswith(f" {name}")]
            names.append(max(longer, key=len, default=name))
            latest[last] = name
        else:
            full = by_last.get(name)
            names.append(latest.get(name) or (full[0] if full else by_first.get(name, name)))
    return [span for span, _ in named], names


def _aliases(text: str, appearances: Sequence[Appearance]) -> dict[str, str]:
    """From another name that the article gives a person to the person's own: "better known as Strelkov"; and from a
    surname in another spelling: "Yatseniuk" where Arseniy Yatsenyuk is named."""
    full = {a.name for a in appearances if " " in a.name}
    spelt = {_spelling(name.split()[-1]): name for name in sorted(full, reverse=True)}
    alone = {a.name for a in appearances} - full
    found = {name: spelt[_spelling(name)] for name in sorted(alone) if _spelling(name) in spelt}
    for appearance in appearances:
        called = _ALSO_CALLED.match(text, appearance.span.end)
        if called and called["name"] != appearance.name and called["name"] not in full:
            found.setdefault(called["name"], appearance.name)
    return found


def _spelling(name: str) -> str:
    """One of the ways to write a name from another script."""
    for one, other in _SPELLINGS:
        name = name.lower().replace(one, other)
    return name


def _as_one(appearances: Sequence[Appearance], aliases: Mapping[str, str]) -> list[Appearance]:
    return [Appearance(each.span, aliases.get(each.name, each.name)) for each in appearances]


def _with_surnames(text: str, appearances: Sequence[Appearance], aliases: Mapping[str, str]) -> tuple[Appearance, ...]:
    """With surnames and other names that the network did not take for a person's, of people whose full name stands in
    the article."""
    known = {a.name.split()[-1]: a.name for a in reversed(appearances) if " " in a.name}
    known |= {alias: name for alias, name in aliases.items() if " " not in alias}
    if not known:
        return tuple(appearances)
    taken = Places([a.span for a in appearances])
    words = re.compile(r"(?<![\w-])[A-ZÀ-Ž][\w’'-]*?(?=[’']s?(?!\w)|(?![\w’'-]))")
    found = [
        Appearance(Span(match.start(), match.end()), known[match.group()])
        for match in words.finditer(text)
        if match.group() in known
    ]
    free = [appearance for appearance in found if not taken.touching(appearance.span)]
    return tuple(sorted((*appearances, *free), key=lambda each: each.span))


def _descriptor(text: str, span: Span, previous: int, lexicon: Lexicon) -> str:
    """What stands right before a name and behind it: "the head of the Ukrainian delegation, Defence Minister" and ", an
    aide to the president,"; nothing of what only happens to stand in the same sentence, nor before the previous
    name's end."""
    before = text[max(0, span.start - _WINDOW, min(previous, span.start)) : span.start]
    breaks = list(_SENTENCE_BREAK.finditer(before))
    pieces = (before[breaks[-1].end() :] if breaks else before).split(",")
    words = " ".join(pieces[-1].split()[-_TITLE_WORDS:])
    if len(pieces) > 1 and _holds_office(pieces[-2], lexicon) and (not words or _holds_office(words, lexicon)):
        words = f"{' '.join(pieces[-2].split()[-_TITLE_WORDS:])} {words}"
    apposition = _APPOSITION.match(text[span.end : span.end + _WINDOW])
    behind = apposition.group("words") if apposition and _holds_office(apposition.group("words"), lexicon) else ""
    return f"{behind} {words}".strip()


def _holds_office(words: str, lexicon: Lexicon) -> bool:
    if re.match(r"\s*who (?:lead|head|chair|led)", words):
        return True
    return not re.match(r"\s*(?:who|and|but|which|said|as)\b", words) and bool(
        {token.lower().removesuffix("s") for token in re.findall(r"[^\W\d_]+", words)} & lexicon.offices
    )
