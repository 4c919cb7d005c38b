"""Credits that cover a whole article: datelines, sign-offs, source blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.layout import Block, BlockKind
from provenance.extraction.naming import OutletMention
from provenance.model import Span

_DATELINE_REACH = 140
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-ŽЀ-Я][\w’'.-]*(?:[ /,]+(?:[A-ZÀ-ŽЀ-Я][\w’'.-]*|\d{1,2}))*)?[,. ]*"
    r"(?:[/(\[]\s*(?P<marked>[^/()\[\]]{2,60}?)\s*[/)\]]"
    r"|(?P<bare>(?:(?!\s[-–—]).){2,40}?))\s*(?:[-–—:.]+\s|(?<=[/)\]])\s)"
)
_SIGN_OFF = re.compile(
    r"^(?:[-–—]\s*|\(|\[)?(?:source|sources|via|with|agency|agencies|by|from|reporting by|"
    r"originally published (?:by|on|in)|"
    r"this (?:story|article) (?:was )?(?:first |originally )?(?:appeared|published) (?:in|on|by))?:?\s*"
    r"(?P<names>.{2,80}?)[)\].]*$",
    re.IGNORECASE,
)
_SOURCE_WORDS = 30
_SOURCE_LINE = re.compile(r"^sources?\s*:\s*(?P<words>.+)$", re.IGNORECASE)
_CLOCK = re.compile(r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)\s*[-–—:|]\s*(?=\S)")
_LABEL = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class WholeCredit:
    """An outlet that the whole article, or its rest from `start`, is credited to; `words` is where the text says so."""

    mention: OutletMention
    start: int


def find_dateline(
    text: str, blocks: Sequence[Block], mentions: Sequence[OutletMention]
) -> tuple[tuple[WholeCredit, ...], Span | None]:
    """ "ISTANBUL, June 2. /TASS/." or "MOSCOW (Reuters) -" at the head of a paragraph: the agencies, and the place."""
    for block in [b for b in blocks if b.kind is not BlockKind.CAPTION][:3]:
        head = text[block.span.start : min(block.span.end, block.span.start + _DATELINE_REACH)]
        match = _DATELINE.match(head)
        if not match:
            continue
        group = "marked" if match.group("marked") else "bare"
        place = Span(block.span.start + match.start(group), block.span.start + match.end(group))
        named = [m for m in mentions if place.contains(m.span)]
        if named and _only_names(text, place, named):
            whole = Span(block.span.start, block.span.start + match.end())
            return tuple(WholeCredit(m, block.span.start) for m in named), whole
    return (), None


def find_sign_off(
    text: str, blocks: Sequence[Block], mentions: Sequence[OutletMention]
) -> tuple[tuple[WholeCredit, ...], Span | None]:
    """ "Source: TASS", "(Reuters)", "With AFP" as the last lines, naming outlets and nothing else."""
    for block in list(blocks)[:-4:-1]:
        words = block.span.of(text)
        match = _SIGN_OFF.match(words)
        if not match or len(words) > 120:
            continue
        place = Span(block.span.start + match.start("names"), block.span.start + match.end("names"))
        named = [m for m in mentions if place.contains(m.span)]
        if named and _only_names(text, place, named):
            return tuple(WholeCredit(m, 0) for m in named), block.span
    return (), None


def find_source_block(text: str, blocks: Sequence[Block]) -> Span | None:
    """ "Source: Zelenskyy at an online briefing": the words that name the source of the paragraphs around it; None
    where no paragraph does."""
    for block in blocks:
        match = _SOURCE_LINE.match(block.span.of(text))
        if match and len(match.group("words").split()) <= _SOURCE_WORDS:
            return Span(block.span.start + match.start("words"), block.span.start + match.end("words"))
    return None


def without_label(text: str, span: Span, labels: frozenset[str]) -> tuple[Span, str | None]:
    """A paragraph without the time of a live blog ("10:55 - ") or the label of its section ("Details:", "Background:"),
    and that label in small letters."""
    clock = _CLOCK.match(text, span.start, span.end)
    if clock:
        return Span(clock.end(), span.end), None
    match = _LABEL.match(text, span.start, span.end)
    if not match or match.group("label").lower() not in labels:
        return span, None
    return Span(match.end(), span.end), match.group("label").lower()


def _only_names(text: str, place: Span, named: Sequence[OutletMention]) -> bool:
    left = "".join(
        character
        for i, character in enumerate(place.of(text), place.start)
        if not any(m.whole.start <= i < m.whole.end for m in named)
    )
    return not re.sub(r"\b(?:and|with|the|via|agencies|news agency|staff|by)\b|[\W\d_]", "", left, flags=re.IGNORECASE)
