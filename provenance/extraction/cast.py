"""Who appears in an article: full names for surnames, roles, and the state an official speaks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.states import States
from provenance.model import Span

_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Col|Maj|Capt|Lt|Sgt|Rep|Sen|Gov|Rev|Hon|St|"
    r"President|Prime Minister|Minister|Chancellor|Senator|Governor|Representative|Secretary|Ambassador|"
    r"General|Colonel|King|Queen|Prince|Princess|Pope|Judge|Justice)\.?\s+)+"
)
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+ ){1,2}[A-ZÀ-Ž][\w’'-]+")
_NAME_REACH = 40
_JOINING = frozenset({"the", "of", "in", "for", "and", "a", "an", "at", "to", "from", "by", "with", "on"})
_WINDOW = 110
_TITLE_WORDS = 8
_SENTENCE_BREAK = re.compile(r"[.!?;”\"]\s|\n")
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

    def at(self, span: Span) -> Appearance | None:
        """The last person named within a span."""
        return next((a for a in reversed(self.appearances) if span.contains(a.span)), None)

    def latest(self, before: int, role: str | None = None) -> str | None:
        """The person last named before a place, of those whose role holds the word."""
        for appearance in reversed(self.appearances):
            if appearance.span.end <= before and (role is None or role in self.roles.get(appearance.name, "")):
                return appearance.name
        return None


def gather_cast(text: str, people: Sequence[Span], states: States, lexicon: Lexicon) -> Cast:
    """From the places where the parser saw a person's name."""
    titled = [span for span in _titled(text, lexicon) if all(span.contains(p) for p in people if p.overlaps(span))]
    parsed = [span for span in people if not any(span.overlaps(other) for other in titled)]
    cleaned = [(span, _untitled(clean_name(span.of(text)), states, lexicon)) for span in sorted([*parsed, *titled])]
    named = [(span, name) for span, name in cleaned if name and not states.code_of(name)]
    full = [name for _, name in named if " " in name]
    appearances = tuple(
        Appearance(span, _canonical(name, number, named, full)) for number, (span, name) in enumerate(named)
    )
    appearances = tuple(sorted((*appearances, *_surnames(text, appearances)), key=lambda a: a.span))
    roles: dict[str, str] = {}
    parties: dict[str, str] = {}
    for appearance in appearances:
        words = _descriptor(text, appearance.span, appearances, lexicon)
        roles[appearance.name] = f"{roles.get(appearance.name, '')} {words.lower()}".strip()
        party = party_in(words, states, lexicon)
        if party and appearance.name not in parties:
            parties[appearance.name] = party
    return Cast(appearances, roles, parties)


def _titled(text: str, lexicon: Lexicon) -> list[Span]:
    """Full names behind an office, which the parser may have missed: "Defence Minister Rustem Umerov", "the head of the
    delegation, Vladimir Medinsky", "the governor of the Rostov region Vasily Golubev"."""
    offices = "|".join(sorted(lexicon.offices, key=lambda office: (-len(office), office)))
    found = []
    for office in re.finditer(rf"\b(?i:{offices})(?:(?P<of> of [^,.;:“”\"\n]{{0,100}})?,)? ", text):
        direct = _FULL_NAME.match(text, office.end())
        far = (m for m in _FULL_NAME.finditer(text, office.end(), office.end() + _NAME_REACH) if _stands_free(text, m))
        name = direct or (next(far, None) if text.startswith("of ", office.end()) else None)
        if name:
            found.append(Span(name.start(), name.end()))
    return found


def _stands_free(text: str, name: re.Match[str]) -> bool:
    """Behind a comma or a small word that joins nothing: "region Vasily Golubev", not "of the Migration Service"."""
    before = text[: name.start()].split()[-1:]
    word = before[0] if before else ""
    return word.endswith(",") or (word[:1].islower() and word not in _JOINING)


def clean_name(name: str) -> str:
    """Without titles, possessive and stray marks; empty when nothing that could be a name is left."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:“”\"'’‘«»()-–—")
    name = re.sub(r"[’']s?$", "", name)
    name = _TITLES.sub("", name + " ").strip()
    return name if re.match(r"[^\W\d_]", name) and name[0].isupper() else ""


def _untitled(name: str, states: States, lexicon: Lexicon) -> str:
    """ "Dutch PM Rutte" is Rutte: states and offices before a name tell about it, they are no part of it."""
    words = name.split()
    while len(words) > 1 and (words[0].lower() in lexicon.offices or states.codes(words[0])):
        words.pop(0)
    return " ".join(words)


def party_in(words: str, states: States, lexicon: Lexicon) -> str | None:
    """The state that an official or a body speaks for ("Turkish Foreign Minister"); None where the words tell none."""
    mentions = states.mentions(words)
    if not mentions:
        return None
    tokens = {token.lower().removesuffix("s") for token in re.findall(r"[^\W\d_]+", words)}
    official = tokens & _singular(lexicon.offices) or tokens & _singular(lexicon.organisations)
    return f"state:{mentions[0].code}" if official or any(m.kind == "seat" for m in mentions) else None


def _singular(words: frozenset[str]) -> set[str]:
    return {word.removesuffix("s") for word in words}


def _canonical(name: str, number: int, named: Sequence[tuple[Span, str]], full: Sequence[str]) -> str:
    """The full name that a surname stands for: the last one given before, else the first one after."""
    if " " in name:
        longer = [other for other in full if other != name and other.endswith(f" {name}")]
        return max(longer, key=len, default=name)
    before = [other for _, other in named[:number] if " " in other and _fits(name, other)]
    return before[-1] if before else next((other for other in full if _fits(name, other)), name)


def _fits(name: str, full: str) -> bool:
    return full.rsplit(maxsplit=1)[-1] == name


def _surnames(text: str, appearances: Sequence[Appearance]) -> list[Appearance]:
    """Surnames that the parser did not take for a person's, of people whose full name stands in the article."""
    taken = [a.span for a in appearances]
    known = {a.name.split()[-1]: a.name for a in reversed(appearances) if " " in a.name}
    if not known:
        return []
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in sorted(known, key=lambda n: (-len(n), n)))})(?![\w-])"
    )
    found = [(Span(match.start(), match.end()), match.group()) for match in pattern.finditer(text)]
    return [Appearance(span, known[name]) for span, name in found if not any(span.overlaps(other) for other in taken)]


def _descriptor(text: str, span: Span, appearances: Sequence[Appearance], lexicon: Lexicon) -> str:
    """What stands right before a name and behind it: "the head of the Ukrainian delegation, Defence Minister" and ", an
    aide to the president,"; nothing of what only happens to stand in the same sentence."""
    start = max([0, span.start - _WINDOW, *(a.span.end for a in appearances if a.span.end <= span.start)])
    before = text[start : span.start]
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
