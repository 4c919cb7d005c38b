"""A claim made of what a person gives: checked against the text, with the chain that follows from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from provenance.analysis.placing import find_words
from provenance.errors import InvalidOption
from provenance.model import (
    Agent,
    AgentKind,
    Article,
    Chain,
    Claim,
    GivenCarrier,
    GivenClaim,
    GivenSpeaker,
    Link,
    Mode,
    Place,
    Places,
    Role,
    Span,
    Spans,
    Via,
    joined,
)

UNNAMED = "unnamed source"
"""What a speaker is called of whom not even a word stands in the text."""

MOST_SHOWN = 8
"""Places at which words stand, in a message."""


class Rules(Protocol):
    """What follows from words, as where the machine reads them."""

    def mode(self, content: Spans, article: Article) -> Mode: ...
    def about(self, text: str) -> tuple[str, ...]: ...
    def party(self, words: str) -> str | None: ...
    def hedged(self, cue: str) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a claim is made on: the article, its claims in force, who published it. `find_outlet` leads from an id, a
    name or a host to the outlet, and raises where nobody or several are meant; `mentions` from an outlet to the places
    that name it."""

    article: Article
    claims: Sequence[Claim]
    publisher: Link
    rules: Rules
    find_outlet: Callable[[str], Agent]
    mentions: Callable[[Agent], Spans]


def compose(given: GivenClaim, before: Claim | None, ground: Ground) -> Claim:
    """`before` is the claim that is corrected, None for one that was missed. Raises InvalidOption, and UnknownOutlet
    with the nearest ids; the message says what to write."""
    text = ground.article.text
    content = _content(given, before, text)
    carriers = _carriers(given, before, content, ground)
    speakers = _speakers(given, before, content, ground, step=1 + max((link.step for link in carriers), default=0))
    cue = before.cue_spans if given.cue is None and before else locate(given.cue or (), text, content)
    said = joined(cue, text) if cue else None
    same = before is not None and content == before.spans
    told = before if before and cue == before.cue_spans else None
    return Claim(
        article_id=ground.article.id,
        revision=ground.article.sha256,
        text=joined(content, text),
        spans=content,
        mode=_mode(given, before, content, (*carriers, *speakers), cue, ground),
        chain=Chain(
            links=(replace(ground.publisher, standing=None), *carriers, *speakers),
            channel=before.chain.channel if before else None,
        ),
        hedged=told.hedged if told else ground.rules.hedged(said or ""),
        cue=told.cue if told else said,
        cue_spans=cue,
        source_spans=_source(given, before, carriers, speakers),
        headline_spans=before.headline_spans if same and before else (),
        about=before.about if same and before else ground.rules.about(joined(content, text)),
    )


def locate(places: Places, text: str, near: Spans = ()) -> Spans:
    """Where they stand, in the order of the text, without space at their ends. Words that stand at several places mean
    the only one that touches `near`. Raises InvalidOption for places that are not in the text, that overlap or that
    hold no word, and for words that stand nowhere or at several places."""
    found = sorted(_located(place, text, near) for place in places)
    for left, right in pairwise(found):
        if left.overlaps(right):
            raise InvalidOption(
                f"[{left.start}, {left.end}) and [{right.start}, {right.end}) overlap: "
                "pieces of a claim lie apart; give one piece, or shorten one"
            )
    return tuple(found)


def _located(place: Place, text: str, near: Spans) -> Span:
    span = place if isinstance(place, Span) else _of_words(place.words, place.at, text, near)
    if span.end > len(text):
        raise InvalidOption(
            f"[{span.start}, {span.end}) lies outside the article's text, which has {len(text)} characters: "
            "offsets count from 0, in the text as it is stored"
        )
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    if not any(character.isalnum() for character in words):
        raise InvalidOption(f"[{span.start}, {span.end}) holds no word: mark at least one")
    return Span(start, span.end - (len(words) - len(words.rstrip())))


def _of_words(words: str, at: int | None, text: str, near: Spans) -> Span:
    if not words.strip():
        raise InvalidOption("no words are given: write words that stand in the article")
    places = find_words(words, text)
    if at is not None:
        meant = [place for place in places if place.start == at]
    else:
        touching = [place for place in places if any(place.overlaps(piece) for piece in near)]
        meant = touching if len(touching) == 1 else list(places)
    if len(meant) == 1:
        return meant[0]
    if not places:
        raise InvalidOption(f"“{words}” does not stand in the article: write the words as they stand there")
    known = ", ".join(str(place.start) for place in places[:MOST_SHOWN])
    more = f" and {len(places) - MOST_SHOWN} more" if len(places) > MOST_SHOWN else ""
    where = f"it stands at {known}{more}"
    if at is not None:
        raise InvalidOption(f"“{words}” does not start at {at}: {where}")
    raise InvalidOption(f"“{words}” stands at {len(places)} places: {where}; say which one by its offset")


def _content(given: GivenClaim, before: Claim | None, text: str) -> Spans:
    if given.content is None and before:
        return before.spans
    if not given.content:
        raise InvalidOption("a claim has words: give those that stand in the article, or reject the claim")
    return locate(given.content, text, before.spans if before else ())


def _carriers(given: GivenClaim, before: Claim | None, content: Spans, ground: Ground) -> tuple[Link, ...]:
    held = before.chain.carriers if before else ()
    if given.carriers is None:
        kept = held if before else _covering(content, ground.claims)
        return tuple(replace(link, standing=None) for link in kept)
    links: list[Link] = []
    for carrier in given.carriers:
        link = _carrier(carrier, held, content, ground)
        if any(_is_one(link.agent, other.agent) for other in links):
            raise InvalidOption(f"{link.agent.name} carries the claim twice: name it once")
        if _is_one(link.agent, ground.publisher.agent):
            raise InvalidOption(f"{link.agent.name} published the article: only others carry its claims")
        step = links[-1].step if links else 0
        links.append(replace(link, step=step if carrier.beside and links else step + 1))
    return tuple(links)


def _covering(content: Spans, claims: Sequence[Claim]) -> tuple[Link, ...]:
    """Outlets that carry all that stands below their dateline."""
    for claim in claims:
        links = tuple(link for link in claim.chain.carriers if link.via is Via.DATELINE)
        if links and all(link.span and link.span.start <= content[-1].end for link in links):
            return links
    return ()


def _carrier(given: GivenCarrier, held: Sequence[Link], content: Spans, ground: Ground) -> Link:
    """As it was credited before, where it was."""
    wanted = given.outlet.casefold()
    known = [link for link in held if wanted in (link.agent.name.casefold(), (link.agent.outlet or "").casefold())]
    agent = known[0].agent if known else ground.find_outlet(given.outlet)
    known = [link for link in held if _is_one(link.agent, agent)]
    if given.place is None and known:
        return replace(known[0], via=given.via, standing=None)
    text = ground.article.text
    if given.place is not None:
        (span,) = locate((given.place,), text, ground.mentions(agent))
        return _link(Role.CARRIER, agent, span, text, via=given.via)
    return _link(Role.CARRIER, agent, nearest(ground.mentions(agent), content), text, via=given.via)


def _speakers(given: GivenClaim, before: Claim | None, content: Spans, ground: Ground, step: int) -> tuple[Link, ...]:
    held = before.chain.speakers if before else ()
    if given.speakers is None:
        return tuple(replace(link, step=step) for link in held)
    links: list[Link] = []
    for place, speaker in enumerate(given.speakers):
        stood = held[place].span if place < len(held) and len(held) == len(given.speakers) else None
        link = _speaker(speaker, stood, content, ground)
        if any(link.agent.name == other.agent.name for other in links):
            raise InvalidOption(f"{link.agent.name} speaks twice: name each speaker once")
        links.append(replace(link, step=step))
    return tuple(links)


def _speaker(given: GivenSpeaker, stood: Span | None, content: Spans, ground: Ground) -> Link:
    """`stood` are the words that named the speaker before: who is meant by "he" is corrected where they stay."""
    text = ground.article.text
    name = " ".join((given.name or "").split())
    places = locate(given.places, text, (stood,) if stood else ())
    if not places and stood:
        places = (stood,)
    if not places and name and (named := nearest(_beside(find_words(name, text), content), content)):
        places = (named,)
    words = joined(places, text) if places else ""
    known = next(_known(name, ground.claims), None)
    kind = given.kind or (known.kind if known else None)
    if not name and kind is not AgentKind.UNNAMED:
        raise InvalidOption("a speaker has a name: write it, or say that it is unnamed")
    if kind is None:
        kinds = "person, organisation, document or unnamed"
        raise InvalidOption(f"{name}: no claim of the article has this speaker; say what it is: {kinds}")
    if given.kind is AgentKind.OUTLET:
        raise InvalidOption(f"{name}: an outlet is no speaker but a carrier; name it as one")
    if known:
        agent = replace(known, kind=kind, party=given.party or known.party)
    else:
        party = given.party or ground.rules.party(f"{words} {name}".strip())
        agent = Agent(name=name or words or UNNAMED, kind=kind, party=party)
    return _link(Role.SPEAKER, agent, places[0] if places else None, text)


def _known(name: str, claims: Sequence[Claim]) -> Iterator[Agent]:
    for claim in claims:
        for link in claim.chain.speakers:
            if name and link.agent.name.casefold() == name.casefold():
                yield link.agent


def _link(role: Role, agent: Agent, span: Span | None, text: str, **values: object) -> Link:
    link = Link(step=1, role=role, agent=agent, span=span, mention=span.of(text) if span else None)
    return replace(link, **values)  # type: ignore[arg-type]  # how a carrier came by it, or nothing


def _source(given: GivenClaim, before: Claim | None, carriers: Sequence[Link], speakers: Sequence[Link]) -> Spans:
    """The words that name the speakers; where nobody speaks, those that name the outlets that are the origin."""
    as_before = given.speakers is None and (given.carriers is None or speakers)
    if before and as_before:
        return before.source_spans
    credited = [link for link in carriers if link.via is not Via.DATELINE]
    origins = speakers or [link for link in credited if link.step == credited[-1].step]
    return tuple(sorted(link.span for link in origins if link.span))


def _mode(
    given: GivenClaim, before: Claim | None, content: Spans, links: Sequence[Link], cue: Spans, ground: Ground
) -> Mode:
    speaks = any(link.role is Role.SPEAKER for link in links)
    if given.mode is Mode.OWN and speaks:
        raise InvalidOption("what the publisher says in its own voice has no speaker: take the speaker away as well")
    if given.mode is not None:
        return given.mode
    if before and (_named(links), cue) == (_named(before.chain.links[1:]), before.cue_spans):
        told_as_before = before.mode is Mode.OWN or content == before.spans
        return before.mode if told_as_before else ground.rules.mode(content, ground.article)
    credited = any(link.role is Role.CARRIER and link.via is not Via.DATELINE for link in links)
    return ground.rules.mode(content, ground.article) if speaks or credited or cue else Mode.OWN


def _named(links: Iterable[Link]) -> list[tuple[Role, Agent, Via | None]]:
    return [(link.role, link.agent, link.via) for link in links]


def _beside(places: Spans, content: Spans) -> Spans:
    return tuple(place for place in places if not any(place.overlaps(piece) for piece in content))


def nearest(places: Spans, content: Spans) -> Span | None:
    """To the words of the claim; of equals the first."""

    def distance(place: Span) -> int:
        return min(max(0, place.start - piece.end, piece.start - place.end) for piece in content)

    return min(places, key=lambda place: (distance(place), place), default=None)


def _is_one(left: Agent, right: Agent) -> bool:
    if left.outlet and right.outlet:
        return left.outlet == right.outlet
    return left.name.casefold() == right.name.casefold()
