"""What a body is called: a ministry, a firm, a council, by its full name where the article gives one."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from provenance.extraction.nouns import bare, head_noun, words_of
from provenance.extraction.scene import Scene, Speaker
from provenance.model import AgentKind, Span

_WHOSE = re.compile(r"(?:its|his|her|their|our|whose)\b", re.IGNORECASE)
_PROPER_BEHIND = re.compile(
    r"(?<![\w’'-])(?!(?:of|for|in|at|on|to|and|the|by|with|some|several|many|other|most|major|all|both|s)\b)"
    r"[a-z][\w-]* (?P<name>[A-Z][^,]*)$"
)
_REMEMBERED = 100
_SHORT = 4  # a name in more words is whole by itself


def body_name(words: str, source: Span, scene: Scene, before: Sequence[Speaker]) -> str:
    """Without what is told about it: "the state oil company PDVSA", "JAXA, the Japanese space agency"; a body named in
    short is the one named so in full, "the company" the last firm that spoke or acted."""
    first, *rest = [part.strip() for part in re.split(r", | \(", bare(words)) if part.strip(" )")] or [words]
    proper = rest[0] if rest and _WHOSE.match(first) else first
    behind = _PROPER_BEHIND.search(proper)
    name = bare(behind.group("name") if behind else proper)
    if len(name.split()) <= _SHORT:
        name = _in_full(name, source, scene, before) or name
    return scene.acronyms.get(name, name)


def _in_full(name: str, source: Span, scene: Scene, before: Sequence[Speaker]) -> str | None:
    spoke = [s.agent.name for s in reversed(before) if s.agent.kind is AgentKind.ORGANISATION and not s.agent.outlet]
    named = _named_before(source, scene)
    if name.islower() and head_noun(name) in scene.lexicon.firms:
        acted = [body.of(scene.text) for body in named if scene.subjects.touching(body)]
        return next((body for body in map(bare, (*spoke, *acted)) if _is_firm(body, scene)), None)
    bodies = (*spoke, *(body.of(scene.text) for body in named))
    return next((body for body in map(bare, bodies) if _is_short_for(name, body)), None)


def _named_before(source: Span, scene: Scene) -> list[Span]:
    """The nearest first."""
    last = bisect_left(scene.bodies, source.start, key=lambda body: body.start)
    return list(reversed(scene.bodies[max(0, last - _REMEMBERED) : last]))


def _is_firm(body: str, scene: Scene) -> bool:
    """A name of which neither a state nor a ministry, court or the like is told."""
    lexicon = scene.lexicon
    plain = head_noun(body) not in lexicon.organisations or head_noun(body) in lexicon.firms
    return body[:1].isupper() and plain and not scene.states.codes(body)


def _is_short_for(name: str, body: str) -> bool:
    """ "the ministry", "the Foreign Ministry": the body's name has these words and more, and its noun is the same;
    "Veldhoek" is Veldhoek Systems."""
    begins = not name.isupper() and body.startswith(f"{name} ")
    return words_of(name) < words_of(body) and (head_noun(body) == head_noun(name) or begins)
