"""Transcripts: a turn that begins with a name and a colon goes on until the next one does."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.extraction.layout import BlockKind
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.passages import Passage
from provenance.extraction.reading import Reading
from provenance.model import Span

_TURN = re.compile(r"(?P<who>[A-ZÀ-Ž][^:.!?“”\"\n\d]{1,60}?) ?(?P<colon>:)\s+(?=\S)")
_FEWEST = 3
_LONGEST_NAME = 8

Readings = Sequence[tuple[Passage, Reading]]


@dataclass(frozen=True, slots=True)
class Turn:
    """`passages` are those it holds, the first one with the name; `content` begins behind the colon."""

    who: Span
    colon: Span
    content: tuple[Span, ...]
    passages: tuple[Passage, ...]


def with_turns(readings: Readings, passages: Sequence[Passage], text: str, lexicon: Lexicon) -> Readings:
    """The readings of an article, where it is a transcript each turn as one of them; speech within a turn stays."""
    turns = list(find_turns(passages, text, lexicon))
    kept = [pair for pair in readings if not any(_is_of(pair[1], turn) for turn in turns)]
    added = [(turn.passages[0], _reading(turn)) for turn in turns]
    return sorted([*kept, *added], key=lambda pair: (pair[1].content, pair[1].cue, pair[1].source))


def find_turns(passages: Sequence[Passage], text: str, lexicon: Lexicon) -> Iterator[Turn]:
    """None where too few lines begin with a name, or no name comes back: a colon alone makes no transcript."""
    prose = [passage for passage in passages if passage.block.kind is BlockKind.PROSE]
    heads = [_head(passage, text, lexicon) for passage in prose]
    names = Counter(head.group("who") for head in heads if head)
    if sum(names.values()) < _FEWEST or max(names.values()) < 2:
        return
    starts = [number for number, head in enumerate(heads) if head]
    for start, end in zip(starts, [*starts[1:], len(prose)], strict=True):
        head, held = heads[start], tuple(prose[start:end])
        if head is not None:
            rest = tuple(passage.block.span for passage in held[1:])
            content = (Span(head.end(), held[0].block.span.end), *rest)
            yield Turn(Span(*head.span("who")), Span(*head.span("colon")), content, held)


def _head(passage: Passage, text: str, lexicon: Lexicon) -> re.Match[str] | None:
    span = passage.block.span
    match = _TURN.match(text, span.start, span.end)
    if match is None or match.end() >= span.end:
        return None
    words = match.group("who").lower().split()
    says = lexicon.reporting.intersection(words)
    return None if says or " ".join(words) in lexicon.section_labels or len(words) > _LONGEST_NAME else match


def _is_of(reading: Reading, turn: Turn) -> bool:
    """The network's own reading of the turn, or of a paragraph of it without a source."""
    inside = any(part.overlaps(piece) for part in turn.content for piece in reading.content)
    return inside and (any(source.overlaps(turn.who) for source in reading.source) or not reading.source)


def _reading(turn: Turn) -> Reading:
    whole = Span(turn.who.start, turn.content[-1].end)
    return Reading(
        content=turn.content, cue=(turn.colon,), source=(turn.who,), speakers=(turn.who,), credits=(), sentence=whole
    )
