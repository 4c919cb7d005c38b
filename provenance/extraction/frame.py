"""What frames an article: dateline, sign-off, source line, labelled sections; and what is left to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.bylines import (
    WholeCredit,
    find_dateline,
    find_sign_off,
    find_source_block,
    without_label,
)
from provenance.extraction.layout import Block, BlockKind, find_blocks
from provenance.extraction.naming import OutletMention
from provenance.extraction.passages import Passage
from provenance.extraction.reading import Reading
from provenance.model import Article, Span, Via

_READ = (BlockKind.PROSE, BlockKind.HEADLINE)
_ASIDE = frozenset({"background", "context", "reminder", "why it matters"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`blocks` are those to read, without dateline and labels; `credits` cover the whole article; `source` holds the
    words of a "Source:" line, which covers everything up to `aside`, where background begins."""

    blocks: tuple[Block, ...]
    credits: tuple[WholeCredit, ...]
    source: Span | None
    aside: int


def find_frame(article: Article, mentions: Sequence[OutletMention], labels: frozenset[str]) -> Frame:
    text = article.text
    blocks = find_blocks(text, article.title)
    dateline, head = find_dateline(text, blocks, mentions)
    sign_off, foot = find_sign_off(text, blocks, mentions)
    source = find_source_block(text, blocks)
    if source is not None and foot is not None and foot.contains(source):
        source = None
    aside = len(text)
    labelled = False
    readable = []
    for block in _after_dateline(blocks, head):
        if block.kind not in _READ or block.span == foot or (source is not None and block.span.contains(source)):
            continue
        span, label = without_label(text, block.span, labels)
        if label in _ASIDE or (labelled and label is None):
            aside = min(aside, span.start)
        labelled = labelled or label is not None
        readable.append(Block(block.kind, span))
    return Frame(blocks=tuple(readable), credits=(*dateline, *sign_off), source=source, aside=aside)


def _after_dateline(blocks: Sequence[Block], head: Span | None) -> list[Block]:
    """The dateline is no part of its paragraph's first sentence."""
    if head is None:
        return list(blocks)
    cut = [
        Block(b.kind, Span(head.end, b.span.end)) if b.span.start == head.start < head.end < b.span.end else b
        for b in blocks
    ]
    return [block for block in cut if block.span != head]


def lead_credit(
    readings: Sequence[tuple[Passage, Reading]], parsed: Sequence[Passage], article: Article
) -> tuple[WholeCredit, ...]:
    """ "..., writes The Guardian" in the first sentence covers the rest when no other outlet is credited: one report
    retold. "According to" covers its own sentence alone."""
    credited = [
        c
        for _, reading in readings
        for c in reading.credits
        if c.mention.outlet is None or c.mention.outlet != article.outlet
    ]
    first = next((s.span for block in parsed if block.block.kind is BlockKind.PROSE for s in block.sentences), None)
    if first is None or len({c.mention.outlet or c.mention.name for c in credited}) != 1:
        return ()
    lead = [
        c
        for _, reading in readings
        if reading.sentence.overlaps(first)
        for c in reading.credits
        if c.via is Via.REPORTED
    ]
    retold = [
        c
        for c in lead
        if not re.search(r"according to\b[^,]*$", article.text[first.start : c.mention.span.start], re.IGNORECASE)
    ]
    return (WholeCredit(retold[0].mention, first.start),) if retold else ()
