"""Who a source span means: a person, a body, a document, somebody unnamed; pronouns and roles resolved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.cast import Cast, clean_name, party_in
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.states import States
from provenance.model import Agent, AgentKind, Span

_PERSONAL = frozenset({"he", "she", "him", "her", "i", "me", "his"})
_COLLECTIVE = frozenset(
    {"they", "them", "it", "we", "us", "their", "its", "both", "both sides", "the two sides", "the sides"}
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|one|two|three|some|several|many|other|another)\s+",
    re.IGNORECASE,
)
_BY_NOUN = (AgentKind.UNNAMED, AgentKind.ORGANISATION, AgentKind.DOCUMENT)
_AGAIN_WORDS = 3  # "the document", "the two officials"; more words name somebody new
_ROLE_WORDS = 5  # a role told in more words than this tells who it is by itself
_TAIL = re.compile(
    r"\s+(?:of|for|from|in|at|with|to|on|by|who|which|near|close|about|against|inside|within|whose|familiar|speaking|that|briefed)\b|,|\s[-–—(]|[(]"
)
_INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|other|another|most|multiple|numerous|various|few|\d+|unnamed|"
    r"unidentified|anonymous|senior|local)\b",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+ ){1,3}[A-ZÀ-Ž][\w’'-]+")
_NOT_HEAD = re.compile(
    r"\b(?:for|of|to|by|from|with|near|close to|behind|around|under|against|in)\s+(?:[^\s,]+\s+){0,3}$"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    agent: Agent
    span: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to tell who speaks: the article's text, its people, the bodies that the parser saw."""

    text: str
    cast: Cast
    bodies: tuple[Span, ...]
    states: States
    lexicon: Lexicon


def resolve_speakers(source: Span, scene: Scene, before: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers that a source span names, more than one where they speak jointly. `before` holds those who spoke
    earlier in the article, in order, the nearest last."""
    words = source.of(scene.text).strip()
    low = re.sub(r"\s+", " ", words.lower())
    if low in _PERSONAL:
        return _pronoun(source, scene, before, personal=True)
    if low in _COLLECTIVE:
        return _pronoun(source, scene, before, personal=False)
    joint = _joint(source, scene)
    if joint:
        return joint
    again = _same_again(low, before)
    return (Speaker(again or _agent(source, scene), source),)


def _same_again(words: str, before: Sequence[Speaker]) -> Agent | None:
    """ "the officials" are the officials who spoke last, "the ministry" the ministry, "the document" the document."""
    if not words.startswith(("the ", "this ", "these ", "both ")) or len(words.split()) > _AGAIN_WORDS:
        return None
    head = head_noun(words)
    earlier = (s.agent for s in reversed(before) if s.agent.kind in _BY_NOUN)
    return next((agent for agent in earlier if head_noun(agent.name) == head), None)


def _joint(source: Span, scene: Scene) -> tuple[Speaker, ...]:
    """ "Russia and Ukraine", "Putin and Xi": every part must name somebody by itself."""
    words = source.of(scene.text)
    parts = [(m.start(), m.end()) for m in re.finditer(r"(?:(?!, | and ).)+", words)]
    spans = [
        Span(source.start + start + len(" and" if words[start:].startswith(" and ") else ""), source.start + end)
        for start, end in parts
    ]
    spans = [_stripped(span, scene.text) for span in spans]
    names = [span.of(scene.text) for span in spans]
    if len(spans) < 2:
        return ()
    agents = []
    for span, name in zip(spans, names, strict=True):
        person = scene.cast.at(span)
        code = scene.states.code_of(name)
        if code:
            agents.append(Speaker(_state(name, code), span))
        elif (
            person and person.span.end == span.end and not _NOT_HEAD.search(scene.text[span.start : person.span.start])
        ):
            agents.append(Speaker(_person(person.name, scene), span))
        else:
            return ()
    distinct = {speaker.agent.name for speaker in agents}
    return tuple(agents) if len(distinct) == len(agents) else ()


def _stripped(span: Span, text: str) -> Span:
    words = span.of(text)
    left = len(words) - len(words.lstrip(" ,"))
    lead = re.match(r"and\s+", words[left:])
    left += lead.end() if lead else 0
    return Span(span.start + left, span.end) if left < len(words) else span


def _pronoun(source: Span, scene: Scene, before: Sequence[Speaker], *, personal: bool) -> tuple[Speaker, ...]:
    """The nearest who can be meant: a speaker of this paragraph, then a person named in it, then one from before."""
    kinds = (AgentKind.PERSON,) if personal else (AgentKind.ORGANISATION, AgentKind.UNNAMED, AgentKind.DOCUMENT)
    paragraph = scene.text.rfind("\n", 0, source.start) + 1
    earlier = [s for s in before if s.agent.kind in kinds]
    if earlier and earlier[-1].span.start >= paragraph:
        return (Speaker(earlier[-1].agent, source),)
    name = _named_before(source, scene, paragraph, earlier) if personal else None
    if name:
        return (Speaker(_person(name, scene), source),)
    last = earlier[-1:] or [s for s in before[-1:] if personal and s.agent.kind is AgentKind.UNNAMED]
    agent = last[0].agent if last else Agent(name=source.of(scene.text), kind=AgentKind.UNNAMED)
    return (Speaker(agent, source),)


def _named_before(source: Span, scene: Scene, paragraph: int, earlier: Sequence[Speaker]) -> str | None:
    """The first person named in the paragraph, else the last one named since the last person spoke."""
    here = next((a.name for a in scene.cast.appearances if paragraph <= a.span.start < source.start), None)
    if here:
        return here
    previous = scene.text.rfind("\n", 0, max(paragraph - 2, 0)) + 1
    name = scene.cast.latest(source.start)
    if name is None or not earlier or earlier[-1].span.start < previous:
        return name if not earlier or earlier[-1].span.start <= _place_of(name, scene, source.start) else None
    return None


def _place_of(name: str | None, scene: Scene, before: int) -> int:
    return max((a.span.start for a in scene.cast.appearances if a.name == name and a.span.end <= before), default=-1)


def _agent(source: Span, scene: Scene) -> Agent:
    words = re.sub(r"\s+", " ", source.of(scene.text)).strip()
    person = _person_in(source, scene)
    code = scene.states.code_of(words)
    if person or code:
        return _person(person, scene) if person else _state(words, code or "")
    head = head_noun(words)
    party = party_in(words, scene.states, scene.lexicon)
    kind = _kind(words, head, source, scene)
    if kind is AgentKind.PERSON:
        if head in scene.lexicon.offices:
            return _by_role(words, head, source, scene, party)
        return Agent(name=clean_name(words) or words, kind=kind, party=party)
    return Agent(name=_bare(words) if kind is AgentKind.ORGANISATION else words, kind=kind, party=party)


def _kind(words: str, head: str, source: Span, scene: Scene) -> AgentKind:
    """By the head noun: a document, somebody unnamed, an office, a body; a lone capitalised word is a surname."""
    definite = words.lower().startswith("the ")
    proper = any(token[0].isupper() for token in words.split()[1:]) or not _starts_sentence(source, scene)
    table = (
        (head in scene.lexicon.documents and not any(b.contains(source) for b in scene.bodies), AgentKind.DOCUMENT),
        (head in scene.lexicon.unnamed and (not definite or words.lower().endswith("s")), AgentKind.UNNAMED),
        (head in scene.lexicon.offices, AgentKind.PERSON),
        (head in scene.lexicon.organisations, AgentKind.ORGANISATION),
        (
            _FULL_NAME.fullmatch(words) is not None and not any(b.overlaps(source) for b in scene.bodies),
            AgentKind.PERSON,
        ),
        (re.fullmatch(r"[A-ZÀ-Ž][\w’'-]+", words) is not None and _is_a_name(words, scene.text), AgentKind.PERSON),
        (proper and head_is_capitalised(words), AgentKind.ORGANISATION),
    )
    return next((kind for fits, kind in table if fits), AgentKind.UNNAMED)


def _is_a_name(word: str, text: str) -> bool:
    """A lone capitalised word is a name when it is written so within a sentence, too."""
    return re.search(rf"[a-z,;] {re.escape(word)}(?!\w)", text) is not None


def _by_role(words: str, head: str, source: Span, scene: Scene, party: str | None) -> Agent:
    """ "the minister" is the last one called so; "a minister" stays unnamed; "the Russian president" is one by role."""
    if _INDEFINITE.match(words) or re.search(
        r"\b(?:officials|ministers|lawmakers|diplomats|leaders|representatives)\b", words.lower()
    ):
        return Agent(name=words, kind=AgentKind.UNNAMED, party=party)
    state = party.removeprefix("state:") if party else None
    if len(words.split()) > _ROLE_WORDS:
        return Agent(name=_bare(words), kind=AgentKind.PERSON, party=party)
    for appearance in reversed(scene.cast.appearances):
        known = scene.cast.parties.get(appearance.name)
        fits = head in scene.cast.roles.get(appearance.name, "") and (state is None or known in (None, party))
        if appearance.span.end <= source.start and fits:
            return _person(appearance.name, scene)
    if words.lower().startswith("the ") and " " in _bare(words):
        return Agent(name=_bare(words), kind=AgentKind.PERSON, party=party)
    return Agent(name=words, kind=AgentKind.UNNAMED, party=party)


def _person_in(source: Span, scene: Scene) -> str | None:
    """The person who is meant, not one who is only mentioned ("a spokesman for Zelensky", "Zelensky's office")."""
    for appearance in scene.cast.appearances:
        if not source.contains(appearance.span):
            continue
        before = scene.text[source.start : appearance.span.start]
        after = scene.text[appearance.span.end : source.end]
        owner = re.match(r"[’']s?\s+\w", after) or (
            re.search(r"[’']s$", appearance.span.of(scene.text)) and after.strip()
        )
        if not owner and not _NOT_HEAD.search(before):
            return appearance.name
    return None


def _person(name: str, scene: Scene) -> Agent:
    return Agent(name=name, kind=AgentKind.PERSON, party=scene.cast.parties.get(name))


def _state(name: str, code: str) -> Agent:
    return Agent(name=_bare(name), kind=AgentKind.ORGANISATION, party=f"state:{code}")


def _bare(words: str) -> str:
    return re.sub(r"^(?:the)\s+", "", words, flags=re.IGNORECASE)


def head_noun(words: str) -> str:
    """The last word before whatever trails behind, small and singular: "source" of "two sources close to the talks"."""
    first = _TAIL.split(words, maxsplit=1)[0].strip() or words
    last = re.findall(r"[\w’'-]+", first)
    word = re.sub(r"[’']s?$", "", last[-1].lower()) if last else ""
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


def _starts_sentence(source: Span, scene: Scene) -> bool:
    before = scene.text[: source.start].rstrip()
    return not before or before[-1] in '.!?:”"\n' or scene.text[source.start - 1] == "\n"
