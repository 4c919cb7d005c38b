"""A claim as JSON, whole: as a person has it, kept with the decision."""

from collections.abc import Iterable
from typing import Any

from provenance.model import Agent, AgentKind, Chain, Claim, Link, Mode, Role, Span, Spans, Via, Words

ClaimJson = dict[str, Any]
"""Any: texts, numbers, places."""


def claim_to_json(claim: Claim) -> ClaimJson:
    """Without standings: these are derived when they are needed, by the directory of then."""
    return {
        "article": claim.article_id,
        "revision": claim.revision,
        "text": claim.text,
        "spans": _places(claim.spans),
        "mode": claim.mode.value,
        "hedged": claim.hedged,
        "cue": claim.cue,
        "cue_spans": _places(claim.cue_spans),
        "source_spans": _places(claim.source_spans),
        "headline_spans": _places(claim.headline_spans),
        "about": list(claim.about),
        "channel": claim.chain.channel,
        "links": [_link_to_json(link) for link in claim.chain.links],
    }


def claim_from_json(held: ClaimJson) -> Claim:
    return Claim(
        article_id=held["article"],
        revision=held["revision"],
        text=held["text"],
        spans=_spans(held["spans"]),
        mode=Mode(held["mode"]),
        chain=Chain(links=tuple(map(_link_from_json, held["links"])), channel=held["channel"]),
        hedged=held["hedged"],
        cue=held["cue"],
        cue_spans=_spans(held["cue_spans"]),
        source_spans=_spans(held["source_spans"]),
        headline_spans=_spans(held["headline_spans"]),
        about=tuple(held["about"]),
    )


def words_to_json(words: Words) -> list[list[Any]]:
    """Start, end and what stands there. Any: numbers and text."""
    return [[span.start, span.end, text] for span, text in words]


def words_from_json(held: Iterable[tuple[int, int, str]]) -> Words:
    return tuple((Span(start, end), text) for start, end, text in held)


def _link_to_json(link: Link) -> ClaimJson:
    return {
        "step": link.step,
        "role": link.role.value,
        "name": link.agent.name,
        "kind": link.agent.kind.value,
        "outlet": link.agent.outlet,
        "party": link.agent.party,
        "via": link.via.value if link.via else None,
        "span": [link.span.start, link.span.end] if link.span else None,
        "mention": link.mention,
        "in_text_label": link.in_text_label,
    }


def _link_from_json(held: ClaimJson) -> Link:
    return Link(
        step=held["step"],
        role=Role(held["role"]),
        agent=Agent(name=held["name"], kind=AgentKind(held["kind"]), outlet=held["outlet"], party=held["party"]),
        via=Via(held["via"]) if held["via"] else None,
        span=Span(*held["span"]) if held["span"] else None,
        mention=held["mention"],
        in_text_label=held["in_text_label"],
    )


def _places(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(places: Iterable[Iterable[int]]) -> Spans:
    return tuple(Span(*place) for place in places)
