"""The blocks of an article's text: prose, headline, captions and credits, navigation."""

import re
from dataclasses import dataclass
from enum import StrEnum

from provenance.extraction.quotations import find_quotations
from provenance.model import Span

_LONGEST_JOIN = 8
_LONGEST_BLOCK = 20_000
_HEADLINE_WORDS = 24
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|image|picture|illustration|video|infographic|file photo)\s*"
    r"(?:credits?|by|courtesy of)?\s*[:/©]"
    r"|^(?:photo(?:graph)?|image|picture|illustration|caption)s?\b[^.]{0,40}:"
    r"|©|\((?:photo|image|file)\b[^)]*\)\s*$"
    r"|\b(?:EPA-EFE|Getty Images|AFP via Getty|AP Photo|Shutterstock|Reuters)/(?!Ipsos)[A-Z]",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"^(?:read (?:also|more|next)|see also|related|also read|more on this|follow us|subscribe|sign up|share this"
    r"|advertisement|click here|watch|join us|support us|written for this project)\b.{0,160}$",
    re.IGNORECASE,
)


class BlockKind(StrEnum):
    PROSE = "prose"
    HEADLINE = "headline"
    CAPTION = "caption"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    span: Span


def find_blocks(text: str, title: str | None) -> tuple[Block, ...]:
    """In the order of the text. A block is a line; lines are joined while a quotation stands open between them."""
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\s][^\n]*", text) if match.group().strip()]
    joined: list[Span] = []
    place = 0
    while place < len(lines):
        last = _end_of_quotation(text, lines, place)
        joined.append(Span(lines[place].start, lines[last].end))
        place = last + 1
    kinds = [_kind(span.of(text), first=not number, title=title) for number, span in enumerate(joined)]
    return tuple(Block(kind, part) for kind, span in zip(kinds, joined, strict=True) for part in _parts(text, span))


def _parts(text: str, span: Span) -> list[Span]:
    """A line of any length in parts that a parser can hold, cut behind sentences, else behind words, else anywhere."""
    parts = []
    start = span.start
    while span.end - start > _LONGEST_BLOCK:
        reach = text[start : start + _LONGEST_BLOCK]
        cut = max(reach.rfind(mark) + len(mark) for mark in (". ", "! ", "? ", ".” ", "。"))
        cut = cut if cut > _LONGEST_BLOCK // 2 else reach.rfind(" ") + 1 or _LONGEST_BLOCK
        parts.append(Span(start, start + cut))
        start += cut
    return [*parts, Span(start, span.end)] if start < span.end else parts


def _end_of_quotation(text: str, lines: list[Span], place: int) -> int:
    """The line in which a quotation left open in this one is closed, or this one when none closes it soon."""
    if not _left_open(lines[place].of(text)):
        return place
    for later in range(place + 1, min(place + _LONGEST_JOIN, len(lines))):
        line = lines[later].of(text)
        if line[0] in '“"«„':
            return place
        if any(mark in line for mark in '”"»'):
            whole = text[lines[place].start : lines[later].end]
            return place if _left_open(whole) else later
    return place


def _left_open(line: str) -> bool:
    quotations = find_quotations(line)
    return bool(quotations) and quotations[-1].end == len(line) and line[-1] not in '”"»’'


def _kind(block: str, *, first: bool, title: str | None) -> BlockKind:
    if _CREDIT.search(block) and len(block) < 500:
        return BlockKind.CAPTION
    if _NAVIGATION.match(block):
        return BlockKind.NAVIGATION
    if title and block.strip() == title.strip():
        return BlockKind.HEADLINE
    short = len(block.split()) <= _HEADLINE_WORDS
    return BlockKind.HEADLINE if first and short and block.rstrip()[-1] not in '.!?”"»…:' else BlockKind.PROSE
