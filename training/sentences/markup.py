"""Reads a passage in markup and gives its text with the attributions as offsets.

    [s1 ...]  source      [q1 ...]  cue      [c1 ...]  content      [v1:told ...]  outlet credited, and how

The number says which attribution a part belongs to (1 where left out; `12` means both 1 and 2, `#12` means 12);
letters combine, so `[sv:reported TASS]` is an outlet that is the source itself. `[a|name|kind ...]` marks who is
meant, whatever words stand there. `~` ends the source and the agent around it: what follows, a relative clause, is
no part of the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TAG = re.compile(
    r"\[(?:a\|(?P<name>[^|\]]*)\|(?P<kind>[a-z]+)|(?P<roles>[sqcv]+)(?P<numbers>[\d#]*)(?::(?P<option>[a-z]+))?) "
)
TOKEN = re.compile(rf"{TAG.pattern}|\]|~")
PARTS = {"c": "content", "s": "source", "q": "cue", "v": "via"}
KINDS = frozenset(["person", "organisation", "document", "outlet", "unnamed"])
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])

Span = list[int]
Row = dict[str, Any]
"""A line of a data file. Any: it is JSON."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Who the words of a span mean: the canonical name and the kind of speaker."""

    name: str
    kind: str


@dataclass(slots=True)
class Part:
    """A marked stretch of the text while it is being read."""

    start: int
    roles: str = ""
    numbers: frozenset[int] = frozenset()
    option: str | None = None
    agent: Agent | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without markup and its marked parts."""

    text: str
    parts: tuple[Part, ...] = field(default_factory=tuple)


def read_markup(passage: str) -> Marked:
    """Raises ValueError where a bracket is left open or closes nothing."""
    pieces: list[str] = []
    parts: list[Part] = []
    waiting: list[Part] = []
    length = position = 0
    for token in TOKEN.finditer(passage):
        before = passage[position : token.start()]
        pieces.append(before)
        length += len(before)
        position = token.end()
        if token[0] == "~":
            for part in waiting:
                if part.agent or "s" in part.roles:
                    part.end = length
        elif token[0] == "]":
            closed = close(waiting, passage)
            closed.end = length if closed.end is None else closed.end
        else:
            waiting.append(opened(token, length))
            parts.append(waiting[-1])
    if waiting:
        message = f"a bracket is left open: {passage}"
        raise ValueError(message)
    pieces.append(passage[position:])
    return Marked("".join(pieces), tuple(parts))


def close(waiting: list[Part], passage: str) -> Part:
    if not waiting:
        message = f"a bracket closes nothing: {passage}"
        raise ValueError(message)
    return waiting.pop()


def opened(token: re.Match[str], start: int) -> Part:
    if token["kind"]:
        return Part(start, agent=Agent(token["name"], token["kind"]))
    written = token["numbers"] or "1"
    numbers = written.split("#")[1:] if "#" in written else written
    return Part(start, token["roles"], frozenset(int(number) for number in numbers), token["option"])


def attributions(marked: Marked) -> list[Row]:
    """The attributions of a passage in the order of their numbers; raises ValueError for one without content."""
    numbers = sorted({number for part in marked.parts for number in part.numbers})
    return [attribution(marked, number) for number in numbers]


def attribution(marked: Marked, number: int) -> Row:
    own = [part for part in marked.parts if part.roles and number in part.numbers]
    row: Row = {name: list(spans(marked.text, own, role)) for role, name in PARTS.items()}
    if not row["content"]:
        message = f"attribution {number} has no content: {marked.text}"
        raise ValueError(message)
    options = [part.option for part in own if "v" in part.roles and part.option]
    row["via_type"] = options[-1] if options else None
    speaker = speaker_of(marked, [part for part in own if "s" in part.roles])
    row["speaker"] = speaker.name if speaker and speaker.name else None
    row["speaker_kind"] = speaker.kind if speaker else "none"
    return row


def spans(text: str, parts: list[Part], role: str) -> Iterator[Span]:
    """The trimmed spans of one role; a source or an outlet loses the comma that closes its apposition."""
    for part in parts:
        if role in part.roles and part.end is not None:
            words = text[part.start : part.end]
            start = part.start + len(words) - len(words.lstrip())
            end = part.start + len(words.rstrip())
            yield [start, end]


def speaker_of(marked: Marked, sources: list[Part]) -> Agent | None:
    """The agent inside the source span or around it; joint speakers, in one span or in several, are named together."""
    if not sources:
        return None
    first = sources[0]
    agents = [part.agent for part in marked.parts if part.agent and any(overlap(part, source) for source in sources)]
    if not agents or first.option in KINDS:
        return literal_speaker(marked.text[first.start : first.end], first.option)
    if first.option == "joint" or len(sources) > 1:
        return Agent(" and ".join(dict.fromkeys(agent.name for agent in agents)), agents[0].kind)
    return agents[0]


def overlap(left: Part, right: Part) -> bool:
    return left.start < (right.end or 0) and right.start < (left.end or 0)


def literal_speaker(words: str, kind: str | None) -> Agent:
    """Words of the frame itself: unnamed unless the markup says otherwise; a pronoun alone names nobody."""
    name = "" if words.strip().lower() in PRONOUNS else words.strip()
    return Agent(name, kind if kind in KINDS else "unnamed" if name else "person")
