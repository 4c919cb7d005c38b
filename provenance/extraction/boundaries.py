"""Where a content ends: without credits at either end, without the article's own comment on it."""

import re
from dataclasses import replace

from provenance.extraction.crediting import find_credits
from provenance.extraction.page import Page, between
from provenance.model import Attribution, Span, Via

_COMMENT = re.compile(
    r"[,”\"]\s+(?:possibly |apparently |presumably |in an apparent |an apparent |in |with |a )*"
    r"(?:alluding|allusion|referring|reference|hinting)\b",
)


_CREDIT_WORDS = 8
_CITING_LEAD = re.compile(r"(?:citing|quoting|with reference to|referring to) [^,]{2,80}, (?:that )?")
_CITING_TAIL = re.compile(r"(?:, )?(?:citing|quoting|with reference to|referring to)\s[^”\"]{2,120}")


def cut(attribution: Attribution, page: Page) -> Attribution:
    """The content without what the article adds to it: credits at either end, its own comment; the source without whom
    it cites."""
    source = tuple(_uncited(span, page) for span in attribution.source)
    attribution = replace(attribution, source=source)
    return _cut_day(_cut_lead(_cut_comment(_cut_credit(attribution, page), page), page), page)


_DAY = re.compile(
    r"(?:(?:on|late|early|earlier) )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?: (?:night|morning|evening|afternoon))?,? (?:that )?(?=\w)"
)


def _cut_day(attribution: Attribution, page: Page) -> Attribution:
    """ "said on Monday (that) P": the day is the saying's."""
    first = attribution.content[0]
    match = _DAY.match(page.text, first.start, first.end)
    behind = attribution.cue and attribution.cue[-1].end + 1 == first.start
    if not match or not behind:
        return attribution
    return replace(attribution, content=(Span(match.end(), first.end), *attribution.content[1:]))


def _uncited(span: Span, page: Page) -> Span:
    match = _CITING_TAIL.search(page.text, span.start + 1, span.end)
    return Span(span.start, match.start()) if match else span


def _cut_comment(attribution: Attribution, page: Page) -> Attribution:
    """ ", possibly alluding to ..." is the article's voice."""
    content = []
    for piece in attribution.content:
        if _CITING_TAIL.fullmatch(page.text, piece.start, piece.end):
            continue
        match = _COMMENT.search(page.text, piece.start, piece.end)
        match = match or _CITING_TAIL.search(page.text, piece.start, piece.end)
        content.append(
            Span(piece.start, match.start() + (page.text[match.start()] in '”"'))
            if match and match.start() > piece.start
            else piece
        )
    return replace(attribution, content=tuple(content)) if content else attribution


def _is_credit(piece: Span, page: Page) -> bool:
    """ "as quoted by Interfax" behind "X said"."""
    short = len(piece.of(page.text).split()) <= _CREDIT_WORDS
    return short and bool(find_credits(page.text, piece, (), page.mentions, page.finder))


def _cut_lead(attribution: Attribution, page: Page) -> Attribution:
    """ "a copy of which was seen by Reuters, P": the aside on the source is no content."""
    first = attribution.content[0]
    citing = _CITING_LEAD.match(page.text, first.start, first.end)
    if citing and citing.end() < first.end:
        return replace(attribution, content=(Span(citing.end(), first.end), *attribution.content[1:]))
    for mention in page.mentions:
        comma = page.text.find(",", mention.whole.end, first.end)
        aside = Span(first.start, comma) if comma > 0 and first.contains(mention.span) else None
        if aside is None or len(aside.of(page.text).split()) > 12 or not attribution.source:
            continue
        given = find_credits(page.text, aside, (), page.mentions, page.finder)
        if any(credit.via is Via.SEEN for credit in given):
            rest = between(comma, first.end, page.text)
            return replace(attribution, content=((rest,) if rest else ()) + attribution.content[1:] or (first,))
    return attribution


def _cut_credit(attribution: Attribution, page: Page) -> Attribution:
    """The content without a credit that hangs at its end: ", Interfax reported Friday", ", according to Reuters"."""
    if not attribution.source:
        return attribution
    content = list(attribution.content)
    if len(content) > 1 and _is_credit(content[-1], page):
        content.pop()
    last = content[-1]
    inside = [m for m in page.mentions if last.contains(m.span)]
    for mention in inside:
        comma = max(page.text.rfind(mark, last.start, mention.whole.start) for mark in (",", "”", '"', "—", "–"))
        if comma <= last.start:
            continue
        tail = Span(comma, last.end)
        if page.text[comma] in '”"':
            tail = Span(comma + 1, last.end)
        alone = len(tail.of(page.text).split()) <= 14
        if alone and find_credits(page.text, tail, (), page.mentions, page.finder):
            content[-1] = Span(last.start, tail.start)
            return replace(attribution, content=tuple(content))
    return replace(attribution, content=tuple(content))
