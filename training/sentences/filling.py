"""Fills the slots of a frame from the banks; what a slot has drawn once it keeps for the whole passage."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from training.sentences.banks import Bank, Banks, Fields

SLOT = re.compile(r"\{(?P<capital>\^?)(?P<name>[a-z_]+?)(?P<number>\d?)(?:\.(?P<form>[a-z]+))?\}")
PRONOUNS = {
    "he": {"he": "he", "his": "his", "him": "him", "hisself": "himself", "mr": "Mr"},
    "she": {"he": "she", "his": "her", "him": "her", "hisself": "herself", "mr": "Ms"},
}
NOUNS: Mapping[str, Sequence[str]] = {
    "organisation": (
        *("ministry", "agency", "union", "commission", "committee", "court", "police", "bank", "party", "airline"),
        *("museum", "club", "authority", "federation", "mission", "organisation"),
    ),
    "document": ("report", "study", "letter", "survey", "poll", "memo", "ruling", "contract", "document"),
}
"""By which noun a thing is spoken of again; the last where none of them is in its name."""
OUTLETS_BY_KIND = {"tv": "channel", "radio": "station", "paper": "newspaper", "site": "website", "agency": "agency"}
OUTLET_KINDS = tuple(OUTLETS_BY_KIND)


@dataclass(slots=True)
class Deck:
    """Items dealt in shuffled rounds, so that every one is used before any is used again."""

    items: tuple[Fields, ...]
    random: Random
    left: list[Fields] = field(default_factory=list)

    def deal(self, accept: Callable[[Fields], bool] = lambda _: True) -> Fields:
        for _ in range(2):
            for index in range(len(self.left) - 1, -1, -1):
                if accept(self.left[index]):
                    return self.left.pop(index)
            fresh = sorted((item for item in self.items if item not in self.left), key=lambda _: self.random.random())
            self.left = fresh + self.left
        message = f"no item fits among {self.items[:2]} ..."
        raise ValueError(message)


@dataclass(slots=True)
class Dealer:
    """The decks of all banks."""

    banks: Banks
    random: Random
    decks: dict[tuple[str, str], Deck] = field(default_factory=dict)

    def deal(self, place: str, kind: str, accept: Callable[[Fields], bool] = lambda _: True) -> Fields:
        key = (place, kind)
        if key not in self.decks:
            self.decks[key] = Deck(self.items(place, kind), self.random)
        return self.decks[key].deal(accept)

    def items(self, place: str, kind: str) -> tuple[Fields, ...]:
        if place == "outlets":
            return self.banks.outlets
        if place == "countries":
            return self.banks.countries
        bank: Bank = self.banks.words if place == "words" else self.banks.topics[place]
        return bank[kind]


@dataclass(slots=True)
class Filler:
    """Fills passages about one topic; `bound` holds what the slots have drawn so far, `told` the clauses."""

    dealer: Dealer
    topic: str
    bound: dict[str, Fields] = field(default_factory=dict)
    told: set[Fields] = field(default_factory=set)

    def fill(self, passage: str) -> str:
        while SLOT.search(passage):
            passage = SLOT.sub(self.value, passage, count=1)
        return passage

    def value(self, match: re.Match[str]) -> str:
        name, number, form = match["name"], match["number"] or "1", match["form"] or ""
        if name in PRONOUNS["he"]:
            form, name = name, "person"
        text = self.text(name, number, form)
        return raised(text) if match["capital"] or form != form.lower() else text

    def text(self, name: str, number: str, form: str) -> str:
        if name == "claim":
            kinds: Sequence[str] = ("clause", "clause", "clause", "clause", "own", "mixed")
            return self.new(kinds[int(self.dealer.random.random() * len(kinds))])
        if name in ("outlet", *OUTLET_KINDS):
            return outlet_text(self.outlet(name, number), form, self.dealer.random)
        if name == "person":
            return person_text(self.keep("person", number, self.topic), form, self.dealer.random)
        if name == "country":
            return country_text(self.keep("country", number, "countries"), form)
        if name in ("quote", "long", "split"):
            return quote_text(self.quote(name, number), form)
        return self.plain(name, number, form)

    def plain(self, name: str, number: str, form: str) -> str:
        """Agents and wordings that have one form, or a verb that agrees with them."""
        if name in ("organisation", "unnamed", "document"):
            return named_text(name, self.keep(name, number, self.topic), form)
        if name == "fact":
            return self.new("clause", states_a_fact)
        if name in ("subject", "participle"):
            return self.keep("hedged", number, self.topic)[name == "participle"]
        if name in self.dealer.banks.words:
            return self.draw("words", name)[0] if number == "1" else self.keep(name, number, "words")[0]
        return self.new(name)

    def new(self, kind: str, accept: Callable[[Fields], bool] = lambda _: True) -> str:
        """Words of the topic that the passage has not used yet."""
        fields = self.dealer.deal(self.topic, kind, lambda item: item not in self.told and accept(item))
        self.told.add(fields)
        return fields[0]

    def draw(self, place: str, kind: str) -> Fields:
        return self.dealer.deal(place, kind)

    def keep(self, kind: str, number: str, place: str) -> Fields:
        key = kind + number
        if key not in self.bound:
            self.bound[key] = self.dealer.deal(place, kind)
        return self.bound[key]

    def outlet(self, name: str, number: str) -> Fields:
        key = name + number
        if key not in self.bound:
            taken = {
                fields[0]
                for slot, fields in self.bound.items()
                if slot.rstrip("0123456789") in ("outlet", *OUTLET_KINDS)
            }
            self.bound[key] = self.dealer.deal(
                "outlets", "", lambda fields: name in ("outlet", fields[1]) and fields[0] not in taken
            )
        return self.bound[key]

    def quote(self, name: str, number: str) -> Fields:
        tests: Mapping[str, Callable[[Fields], bool]] = {
            "quote": lambda _: True,
            "long": lambda fields: len(sentences(fields[0])) > 1,
            "split": lambda fields: " / " in fields[0],
        }
        key = name + number
        if key not in self.bound:
            self.bound[key] = self.dealer.deal(self.topic, "quotation", tests[name])
        return self.bound[key]


def agent(name: str, kind: str, words: str) -> str:
    return f"[a|{name}|{kind} {words}]"


def raised(text: str) -> str:
    """The text with a capital at its beginning, behind markup and quotation marks; a slot there is asked for one."""
    if text.startswith("{"):
        return "{^" + text[1:].removeprefix("^")
    return re.sub(r"^((?:\[a\|[^|]*\|[a-z]+ )?[\"']?)(.)", lambda match: match[1] + match[2].upper(), text, count=1)


def person_text(fields: Fields, form: str, random: Random) -> str:
    name, pronoun, title, role = fields
    if form in ("he", "his", "him", "hisself"):
        words = PRONOUNS[pronoun][form]
        return agent(name, "person", words) if form == "he" else words
    surname = surname_of(name)
    forms = {
        "name": name,
        "surname": surname,
        "mr": f"{PRONOUNS[pronoun]['mr']} {surname}",
        "role": role,
        "appos": f"{name}, {role}",
        "lead": f"{title} {name}" if title else name,
    }
    if not form:
        form = "lead" if title and random.random() < 0.6 else "name"
    return agent(name, "person", forms[form])


def surname_of(name: str) -> str:
    """The last word, with the particles before it."""
    words = name.split()
    first = next((at for at, word in enumerate(words[1:], 1) if word in ("van", "Mac", "al-Mansoor")), len(words) - 1)
    return " ".join(words[first:])


def outlet_text(fields: Fields, form: str, random: Random) -> str:
    name, long = fields[0], fields[2] if len(fields) > 2 else ""
    canonical = name.removeprefix("the ")
    if form == "body":
        return agent(canonical, "outlet", f"the {OUTLETS_BY_KIND[fields[1]]}")
    if form == "bare":
        return agent(canonical, "outlet", canonical)
    words = long if long and (form == "long" or (not form and random.random() < 0.3)) else name
    return agent(canonical, "outlet", words)


def country_text(fields: Fields, form: str) -> str:
    name, adjective, capital = fields
    words = {"": name, "adjective": adjective, "capital": capital}[form]
    return agent(capital if form == "capital" else name, "organisation", words)


def sentences(quotation: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", quotation.replace(" / ", " "))


def quote_text(fields: Fields, form: str) -> str:
    whole = fields[0].replace(" / ", " ")
    first, *rest = sentences(fields[0])
    left, _, right = fields[0].partition(" / ")
    return {
        "comma": f'"{with_comma(whole)}"',
        "stop": f'"{whole}"',
        "open": f'"{whole}',
        "close": f'{whole}"',
        "bare": whole,
        "plain": with_comma(whole),
        "first": f'"{with_comma(first)}"',
        "rest": f'"{" ".join(rest)}"',
        "left": f'"{left.rstrip(",")},"',
        "right": f'"{right}"',
    }[form]


def with_comma(words: str) -> str:
    return words if words[-1] in "?!" else words.rstrip(".") + ","


def states_a_fact(fields: Fields) -> bool:
    """Whether the narrator could say it: `would` and `had` sound like reported speech going on."""
    return not re.search(r"\b(would|had)\b", fields[0])


def named_text(kind: str, fields: Fields, form: str) -> str:
    """An organisation, a document or somebody unnamed: in full, as `it`, by its noun, or a verb that agrees with it."""
    words, plural = fields[0], fields[-1] == "pl"
    name = words.split("~")[0]
    if form == "it":
        return agent(name, kind, "they" if plural else "it")
    if form == "body":
        if kind == "unnamed":
            return agent(name, kind, "the source" if re.match("(an?|one) ", name) else "the sources")
        nouns = [noun for noun in NOUNS[kind] if noun in name.lower()]
        return agent(name, kind, "the " + (nouns[0] if nouns else NOUNS[kind][-1]))
    return agreeing(form, plural=plural) if form else agent(name, kind, words)


def agreeing(form: str, *, plural: bool) -> str:
    singular = {"show": "shows", "say": "says", "suggest": "suggests", "be": "is", "have": "has"}[form]
    return {"be": "are", "have": "have"}.get(form, form) if plural else singular
