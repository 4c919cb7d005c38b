"""Who a source span means: a person, a body, a document, somebody unnamed; pronouns and roles resolved."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from provenance.extraction.bodies import body_name
from provenance.extraction.cast import party_in
from provenance.extraction.gender import fits_pronoun
from provenance.extraction.nouns import bare, head_is_capitalised, head_noun, head_noun_as_is, words_of
from provenance.extraction.people import clean_name, stands_free
from provenance.extraction.scene import Scene, Speaker
from provenance.model import Agent, AgentKind, Span

_PERSONAL = frozenset({"he", "she", "him", "her", "i", "me", "his"})
_COLLECTIVE = frozenset(
    {"they", "them", "it", "we", "us", "their", "its", "both", "both sides", "the two sides", "the sides"}
)
_BY_NOUN = (AgentKind.UNNAMED, AgentKind.ORGANISATION, AgentKind.DOCUMENT)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ANTECEDENT = 60
_REMEMBERED = 100
_FARTHEST = 3_000
_AGAIN_WORDS = 3  # "the document", "the two officials"; more words name somebody new
_ROLE_WORDS = 5  # a role told in more words than this tells who it is by itself
_INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|other|another|most|multiple|numerous|various|few|\d+|unnamed|"
    r"unidentified|anonymous|senior|local)\b",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+ ){1,3}[A-ZÀ-Ž][\w’'-]+")
_NOT_HEAD = re.compile(
    r"\b(?:for|of|to|by|from|with|near|close to|behind|around|under|against|in)\s+(?:[^\s,]+\s+){0,3}$"
)


def resolve_speakers(
    source: Span, kind: AgentKind | None, scene: Scene, before: Sequence[Speaker]
) -> tuple[Speaker, ...]:
    """The speakers that a source span names, more than one where they speak jointly. `kind` is what the span looks
    like, None where that is not known; `before` holds those who spoke earlier in the article, the nearest last."""
    words = source.of(scene.text).strip()
    low = re.sub(r"\s+", " ", words.lower())
    before = before[-_REMEMBERED:]
    if low in _PERSONAL:
        return _pronoun(source, scene, before, personal=True)
    if low in _COLLECTIVE:
        return _pronoun(source, scene, before, personal=False)
    if low in _RELATIVE:
        return (Speaker(_antecedent(source, scene) or Agent(name=words, kind=AgentKind.UNNAMED), source),)
    joint = _joint(source, scene)
    if joint:
        return joint
    again = _same_again(low, before)
    return (Speaker(again or _agent(source, kind, scene, before), source),)


def _antecedent(source: Span, scene: Scene) -> Agent | None:
    """Whom "who" or "which" stands for: the person, state or body named right before it."""
    person = scene.cast.at(Span(max(0, source.start - _ANTECEDENT), source.start)) if source.start else None
    if person and _is_right_before(person.span.end, source, scene):
        return _person(person.name, scene)
    before = scene.text[max(0, source.start - _ANTECEDENT) : source.start].rstrip(" ,")
    state = next((m for m in reversed(scene.states.mentions(before)) if m.span.end == len(before)), None)
    if state and state.kind != "adjective":
        return _state(state.span.of(before), state.code)
    body = next((b for b in reversed(scene.bodies) if _is_right_before(b.end, source, scene)), None)
    return _agent(body, AgentKind.ORGANISATION, scene) if body else None


def _is_right_before(end: int, source: Span, scene: Scene) -> bool:
    return end <= source.start and not scene.text[end : source.start].strip(" ,")


def _same_again(words: str, before: Sequence[Speaker]) -> Agent | None:
    """ "the officials" are the officials who spoke last, "the ministry" the ministry, "the Foreign Ministry" the last
    one of which the same was told."""
    if not words.startswith(("the ", "this ", "these ", "both ")) or len(words.split()) > _AGAIN_WORDS:
        return None
    head, others = head_noun(words), words_of(words) - {"this", "these", "both", head_noun_as_is(words)}
    earlier = (s.agent for s in reversed(before) if s.agent.kind in _BY_NOUN)
    return next((agent for agent in earlier if head_noun(agent.name) == head and others <= words_of(agent.name)), None)


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
    word = source.of(scene.text).lower()
    paragraph = scene.text.rfind("\n", 0, source.start) + 1
    last = next((s for s in reversed(before) if _can_be(word, s.agent, scene, personal=personal)), None)
    if last and last.span.start >= paragraph:
        return (Speaker(last.agent, source),)
    name = _named_before(source, scene, paragraph, last) if personal else None
    if name:
        return (Speaker(_person(name, scene), source),)
    body = _acting_body(source, scene, paragraph) if word in _SINGULAR else None
    if body:
        return (Speaker(_agent(body, AgentKind.ORGANISATION, scene), source),)
    last = last or next((s for s in before[-1:] if personal and s.agent.kind is AgentKind.UNNAMED), None)
    agent = last.agent if last else Agent(name=source.of(scene.text), kind=AgentKind.UNNAMED)
    return (Speaker(agent, source),)


_SINGULAR = ("it", "its")
_MANY = (AgentKind.ORGANISATION, AgentKind.UNNAMED, AgentKind.DOCUMENT)


def _may_be_one(agent: Agent) -> bool:
    """A person, or somebody unnamed who is one: "a senior adviser"."""
    one = re.match(r"(?:an?|one|the|another)\b", agent.name, re.IGNORECASE)
    alone = one is not None and not head_noun_as_is(agent.name).endswith("s")
    return agent.kind is AgentKind.PERSON or (agent.kind is AgentKind.UNNAMED and alone)


def _can_be(word: str, agent: Agent, scene: Scene, *, personal: bool) -> bool:
    if not personal:
        return agent.kind in _MANY and not (word in _SINGULAR and agent.kind is AgentKind.UNNAMED)
    told = agent.name.lower() if agent.kind is AgentKind.UNNAMED else scene.cast.roles.get(agent.name, "")
    return _may_be_one(agent) and fits_pronoun(word, agent.name, told, scene.lexicon)


def _named_before(source: Span, scene: Scene, paragraph: int, last: Speaker | None) -> str | None:
    """The first person named in the paragraph, else the last subject of a sentence since the last person spoke."""
    word = source.of(scene.text).lower()

    def fits(name: str) -> bool:
        return fits_pronoun(word, name, scene.cast.roles.get(name, ""), scene.lexicon)

    here = next((a.name for a in scene.cast.within(paragraph, source.start) if fits(a.name)), None)
    if here:
        return here
    since = max(last.span.start if last else 0, source.start - _FARTHEST)
    acting = (a.name for a in reversed(scene.cast.within(since, source.start)) if scene.subjects.touching(a.span))
    return next((name for name in acting if fits(name)), None)


def _acting_body(source: Span, scene: Scene, since: int) -> Span | None:
    """The body that was the last subject of a sentence since a place."""
    first = bisect_left(scene.bodies, since, key=lambda body: body.start)
    last = bisect_left(scene.bodies, source.start, key=lambda body: body.start)
    return next((body for body in reversed(scene.bodies[first:last]) if scene.subjects.touching(body)), None)


def _agent(source: Span, seems: AgentKind | None, scene: Scene, before: Sequence[Speaker] = ()) -> Agent:
    words = re.sub(r"\s+", " ", source.of(scene.text)).strip()
    person = _surname(source, scene)
    if not person and seems in (None, AgentKind.PERSON, AgentKind.OUTLET):
        person = _person_in(source, scene)
    code = scene.states.code_of(words)
    if person or code:
        return _person(person, scene) if person else _state(words, code or "")
    head = head_noun(words)
    party = party_in(words, scene.states, scene.lexicon)
    kind = _kind_of(words, head, seems, source, scene)
    if kind is AgentKind.PERSON and head in scene.lexicon.offices:
        return _by_role(words, head, source, scene, party)
    if kind is AgentKind.ORGANISATION:
        return Agent(name=body_name(words, source, scene, before), kind=kind, party=party)
    told = _told_of(words, head, source, scene) if kind is not AgentKind.DOCUMENT else None
    if told:
        return _person(told, scene)
    name = clean_name(words) if kind is AgentKind.PERSON else words
    return Agent(name=name or words, kind=kind, party=party)


def _kind_of(words: str, head: str, seems: AgentKind | None, source: Span, scene: Scene) -> AgentKind:
    """What the network takes the source for; it does not tell a body that is named from what is no outlet at all."""
    return _kind(words, head, source, scene) if seems in (None, AgentKind.OUTLET) else seems


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
    if len(words.split()) > _ROLE_WORDS:
        return Agent(name=bare(words), kind=AgentKind.PERSON, party=party)
    name = _called(head, party, source, scene)
    if name:
        return _person(name, scene)
    if words.lower().startswith("the ") and " " in bare(words):
        return Agent(name=bare(words), kind=AgentKind.PERSON, party=party)
    return Agent(name=words, kind=AgentKind.UNNAMED, party=party)


def _told_of(words: str, head: str, source: Span, scene: Scene) -> str | None:
    """ "the official", "the spokesperson": the person who was called so before; None for several and for "a miller"."""
    if not re.fullmatch(r"(?:the|The) (?:[a-z]+ )?[a-z-]+", words) or head_noun_as_is(words) != head:
        return None
    before = scene.cast.within(max(0, source.start - _FARTHEST), source.start)[::-1]
    called = re.compile(rf"\b{re.escape(head)}\b")
    return next((a.name for a in before if called.search(scene.cast.roles.get(a.name, ""))), None)


def _called(head: str, party: str | None, source: Span, scene: Scene) -> str | None:
    """The person last called so before, else the first one called so after: "the minister" of a headline."""
    before = scene.cast.within(max(0, source.start - _FARTHEST), source.start)[::-1]
    after = scene.cast.within(source.end, source.end + _FARTHEST)
    so = [a.name for a in (*before, *after) if head in scene.cast.roles.get(a.name, "")]
    for wanted in (party, None):
        name = next((name for name in so if party is None or scene.cast.parties.get(name) == wanted), None)
        if name:
            return name
    return None


def _person_in(source: Span, scene: Scene) -> str | None:
    """The person who is meant, not one who is only mentioned ("a spokesman for Zelensky", "Zelensky's office")."""
    for appearance in scene.cast.within(source.start, source.end):
        before = scene.text[source.start : appearance.span.start]
        after = scene.text[appearance.span.end : source.end]
        owner = re.match(r"[’']s?\s+\w", after) or (
            re.search(r"[’']s$", appearance.span.of(scene.text)) and after.strip()
        )
        office = after.strip() in scene.lexicon.offices
        if not owner and not office and (not _NOT_HEAD.search(before) or _ends_free(source, appearance.span, scene)):
            return appearance.name
    return None


def _surname(source: Span, scene: Scene) -> str | None:
    """The person of whom these words are the name and nothing else, whatever kind of speaker they look like."""
    named = scene.cast.at(source)
    return named.name if named and named.span == source and " " in named.name else None


def _ends_free(source: Span, name: Span, scene: Scene) -> bool:
    """ "the governor of the Rostov region Vasily Golubev": behind a common noun that is no office."""
    before = scene.text[source.start : name.start].split()
    office = bool(before) and before[-1] in scene.lexicon.offices
    return name.end >= source.end - 1 and not office and stands_free(scene.text, name.start)


def _person(name: str, scene: Scene) -> Agent:
    return Agent(name=name, kind=AgentKind.PERSON, party=scene.cast.parties.get(name))


def _state(name: str, code: str) -> Agent:
    return Agent(name=bare(name), kind=AgentKind.ORGANISATION, party=f"state:{code}")


def _starts_sentence(source: Span, scene: Scene) -> bool:
    before = scene.text[: source.start].rstrip()
    return not before or before[-1] in '.!?:”"\n' or scene.text[source.start - 1] == "\n"
