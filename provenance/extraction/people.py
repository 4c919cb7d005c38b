"""Where a person's name stands: without titles, offices and states, and not where it is a place's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.states import States
from provenance.model import Span

_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Col|Maj|Capt|Lt|Sgt|Rep|Sen|Gov|Rev|Hon|St|"
    r"President|Prime Minister|Minister|Chancellor|Senator|Governor|Representative|Secretary|Ambassador|"
    r"General|Colonel|King|Queen|Prince|Princess|Pope|Judge|Justice)\.?\s+)+"
)
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+ ){1,3}[A-ZÀ-Ž][\w’'-]+")
_OF_NAME = re.compile(r"of (?:[A-ZÀ-Ž][\w’'-]+ ){1,3}?(?P<name>[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+)(?![\w’'-]| [A-ZÀ-Ž])")
"""An office's field and the name behind it; of "of Transport Maxim Sokolov" the last two words."""
_PARTICLE = r"(?:al|bin|ibn|de|der|den|van|von|da|di|du|el|la|le|dos|del)(?= [A-ZÀ-Ž])"
_NAME_WORD = rf"(?:[A-ZÀ-Ž][\w’'-]*|[A-Z]\.|{_PARTICLE})"
_TRAILING_NAME = re.compile(rf"(?:{_NAME_WORD} ){{0,4}}{_NAME_WORD}(?=[”\"’]?$)")
_NO_NAMES = frozenset({"He", "She", "It", "They", "We", "I", "You", "His", "Her", "Their"})
_NAME_REACH = 40
_WORDS_BEFORE = 60
_JOINING = frozenset({"the", "of", "in", "for", "and", "a", "an", "at", "to", "from", "by", "with", "on"})
_HANGING = [[word] for word in sorted(_JOINING)]


def name_in(source: Span, text: str, states: States, lexicon: Lexicon) -> Span | None:
    """The person's name within the words that name a speaker: "Dutch PM Mark Rutte", "Mark Rutte, the prime minister",
    "the governor of the region Vasily Golubev"; None where they only tell an office."""
    start = source.start
    for part in re.split(r"(, | \(|\) )", source.of(text)):
        match = _TRAILING_NAME.search(part)
        if match and part[: match.start()].split()[-1:] not in _HANGING:
            words = re.sub(r"[’']s?$", "", match.group())
            name = untitled(clean_name(words), states, lexicon)
            end = start + match.start() + len(words)
            if _is_a_persons(name, states, lexicon) and text[end - len(name) : end] == name:
                return Span(end - len(name), end)
        start += len(part)
    return None


def _is_a_persons(name: str, states: States, lexicon: Lexicon) -> bool:
    words = [word.lower() for word in name.split()]
    plain = lexicon.organisations | lexicon.outlet_nouns
    return bool(words) and not plain & set(words) and not states.codes(name) and words[-1] not in lexicon.offices


def often_people(spans: Sequence[Span], text: str) -> list[Span]:
    """Without names that are taken for a person's here and there, but mostly not."""
    seen = Counter(_words(span.of(text)) for span in spans)
    stands = _counted(_words(text), seen)
    return [span for span in spans if 2 * seen[_words(span.of(text))] >= stands[_words(span.of(text))]]


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text))


def _counted(words: Sequence[str], wanted: Iterable[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """How often each of the wanted runs of words stands."""
    runs = set(wanted)
    found: Counter[tuple[str, ...]] = Counter()
    for length in sorted({len(run) for run in runs}):
        for start in range(len(words) - length + 1):
            run = tuple(words[start : start + length])
            if run in runs:
                found[run] += 1
    return found


def titled_names(text: str, states: States, lexicon: Lexicon) -> list[Span]:
    """Full names behind an office: "Defence Minister Rustem Umerov", "the head of the delegation, Vladimir Medinsky",
    "the governor of the Rostov region Vasily Golubev", "Minister of Transport Maxim Sokolov"."""
    offices = "|".join(sorted(lexicon.offices, key=lambda office: (-len(office), office)))
    found = []
    for office in re.finditer(rf"\b(?i:{offices})(?:(?P<of> of [^,.;:“”\"\n]{{0,100}})?,)? ", text):
        name = _name_behind(office.end(), text, lexicon)
        bare = untitled(name.of(text), states, lexicon) if name else ""
        if name and " " in bare:
            found.append(Span(name.end - len(bare), name.end))
    return found


def _name_behind(start: int, text: str, lexicon: Lexicon) -> Span | None:
    """The full name right behind an office, or behind what it is the office of."""
    direct = _FULL_NAME.match(text, start)
    if direct or not text.startswith("of ", start):
        return Span(*direct.span()) if direct else None
    field = _OF_NAME.match(text, start)
    if field and field["name"].split()[0].lower() in lexicon.men | lexicon.women:
        return Span(*field.span("name"))
    names = _FULL_NAME.finditer(text, start, start + _NAME_REACH)
    return next((Span(*name.span()) for name in names if stands_free(text, name.start())), None)


def stands_free(text: str, start: int) -> bool:
    """Behind a comma or a small word that joins nothing: "region Vasily Golubev", not "of the Migration Service"."""
    before = text[max(0, start - _WORDS_BEFORE) : start].split()[-1:]
    word = before[0] if before else ""
    return word.endswith(",") or (word[:1].islower() and word not in _JOINING)


def clean_name(name: str) -> str:
    """Without titles, possessive and stray marks; empty when nothing that could be a name is left."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:“”\"'’‘«»()-–—")
    name = re.sub(r"[’']s?$", "", name)
    name = _TITLES.sub("", name + " ").strip()
    return name if re.match(r"[^\W\d_]", name) and name[0].isupper() and name not in _NO_NAMES else ""


def untitled(name: str, states: States, lexicon: Lexicon) -> str:
    """ "Dutch Foreign Minister Rutte" is Rutte: what leads to an office or a state before a name is no part of it."""
    words = name.split()
    about = [n for n, word in enumerate(words[:-1], start=1) if _is_title(word, states, lexicon)]
    return " ".join(words[about[-1] if about else 0 :])


def _is_title(word: str, states: States, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.offices | lexicon.reporters | lexicon.unnamed or bool(states.codes(word))
