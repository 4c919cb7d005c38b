"""Reading the chain: from source, cue and content to publisher, carriers and speakers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.extraction.boundaries import cut
from provenance.extraction.crediting import Credit, find_credits
from provenance.extraction.finding import TRAILING
from provenance.extraction.naming import OutletMention
from provenance.extraction.page import Page, between
from provenance.extraction.parsing import ParsedBlock
from provenance.model import Attribution, Span, Spans, Via

_CITING = re.compile(r"\b(?:citing|quoting|with reference to|referring to)\s+(?P<who>[^,;:“”\"().]{2,90})")
_QUOTED_AS = re.compile(
    r"\b(?:quot|cit)(?:ed|es|ing)\s+(?!by\b)(?P<who>[^“”\"]{2,120}?),?\s+"
    r"(?:as (?:saying|having|telling|stating|giving)|saying)\b"
)
_HEDGE_REACH = 60
_CLOSE = 30
_TOLD_BY = re.compile(
    r"(?:^|[,”\"]\s)(?P<who>[^,”\"]{2,120}(?:,[^,”\"]{2,60})?,?)\s+"
    r"(?:told|tells|has told|had told|informed|(?:confirmed|said|admitted|explained)(?: [^,.;:]{1,40})? to)\s+"
    r"(?:the |a |an )?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One attribution with who carried it. `speakers` are the source spans that name a speaker: none where an outlet is
    the origin, or nobody is named."""

    content: Spans
    cue: Spans
    source: Spans
    speakers: Spans
    credits: tuple[Credit, ...]
    sentence: Span
    hedged: bool = False


def read_block(block: ParsedBlock, page: Page) -> tuple[Reading, ...]:
    """The readings of one block, in the order of their contents."""
    trimmed = [_unwrapped(cut(attribution, page), page) for attribution in block.attributions]
    readings = [_read(attribution, trimmed, block, page) for attribution in trimmed]
    readings = _merge_nested(readings)
    readings += _credited_alone(block, readings, page)
    readings += _hedged_alone(block, readings, page)
    return tuple(sorted(readings, key=lambda r: (r.content[0], r.cue, r.source)))


def read_source(words: Span, page: Page) -> tuple[tuple[Credit, ...], Spans]:
    """Of a "Source:" line: the outlets it credits, and the span that names the speaker (none where outlets are all)."""
    named = [m for m in page.mentions if words.contains(m.span)]
    reported = tuple(Credit(mention=mention, via=Via.REPORTED) for mention in named)
    cited = _CITING.search(page.text, words.start, words.end)
    if reported and cited:
        return reported, (_tidy(Span(cited.start("who"), cited.end("who")), page.text),)
    if reported:
        return reported, ()
    name = re.match(r"[^,;(]+?(?= (?:at|on|in|during|to|via|speaking|while)\b|[,;(]|$)", words.of(page.text))
    return (), (Span(words.start, words.start + name.end()),) if name else ()


def _unwrapped(attribution: Attribution, page: Page) -> Attribution:
    """ "P, X told Y, according to Reuters": the words of X, though the parse gave them to Reuters."""
    if len(attribution.content) != 1 or not _split_source(attribution, page)[0]:
        return attribution
    content = attribution.content[0]
    match = TRAILING.search(content.of(page.text))
    if not match:
        return attribution
    inner = Span(content.start + match.start("content"), content.start + match.end("content"))
    source = _tidy(Span(content.start + match.start("source"), content.start + match.end("source")), page.text)
    cue = Span(content.start + match.start("cue"), content.start + match.end("cue"))
    return Attribution(content=(inner,), source=(source,), cue=(cue,))


def _sentence_of(spans: Spans, block: ParsedBlock) -> Span:
    """From the start of the first sentence that the spans touch to the end of the last."""
    touched = [s.span for s in block.sentences if any(s.span.overlaps(span) for span in spans)]
    return Span(touched[0].start, touched[-1].end) if touched else block.block.span


def _read(attribution: Attribution, others: Sequence[Attribution], block: ParsedBlock, page: Page) -> Reading:
    sentence = _sentence_of((*attribution.cue, *attribution.source) or attribution.content, block)
    hidden = [
        *attribution.content,
        *(p for o in others if o is not attribution for p in o.content if not _touches(p, attribution)),
    ]
    given = find_credits(page.text, sentence, hidden, page.mentions, page.finder)
    given = tuple(c for c in given if _belongs(c, attribution, others))
    outlets, speakers = _split_source(attribution, page)
    have = {c.mention.span for c in given}
    given = (*given, *(Credit(mention=m, via=Via.REPORTED) for m in outlets if m.span not in have))
    speakers = speakers or _cited_speaker(sentence, attribution, given, page)
    return Reading(
        content=attribution.content,
        cue=attribution.cue,
        source=attribution.source,
        speakers=speakers,
        credits=tuple(sorted(given, key=lambda c: (c.rank, c.mention.span))),
        sentence=sentence,
        hedged=_is_hedged(attribution, sentence, page),
    )


def _touches(piece: Span, attribution: Attribution) -> bool:
    """A content that holds this attribution's own source or cue is the frame around it, not another claim."""
    return any(piece.overlaps(span) for span in (*attribution.source, *attribution.cue))


def _belongs(credit: Credit, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """An outlet that was told, shown or cited belongs to the nearest cue; one that reported or quoted covers every
    claim of its sentence, unless it is itself the source of another one."""
    place = credit.mention.span
    if credit.via is Via.QUOTED and attribution.cue and 0 <= attribution.cue[0].start - place.end < _CLOSE:
        return True
    for other in others:
        if other is not attribution and any(span.contains(place) for span in other.source):
            return False
    cues = [(min(abs(span.start - place.start) for span in o.cue), o is not attribution) for o in others if o.cue]
    if credit.via in (Via.REPORTED, Via.QUOTED) or not attribution.cue or not cues:
        return True
    return not min(cues)[1]


def _split_source(attribution: Attribution, page: Page) -> tuple[list[OutletMention], Spans]:
    """The outlets that are the source themselves, and the spans that name anybody else."""
    outlets: list[OutletMention] = []
    speakers: list[Span] = []
    for span in attribution.source:
        named = [m for m in page.mentions if span.contains(m.span) or m.whole.contains(span)]
        if named and _only_outlets(span, named, page):
            outlets.extend(named)
        else:
            speakers.append(span)
    return outlets, tuple(speakers)


def _only_outlets(span: Span, named: Sequence[OutletMention], page: Page) -> bool:
    """Nothing is left of the source but outlets, what they are called, and their reporters."""
    left = span.of(page.text)
    for mention in sorted(named, key=lambda m: -m.whole.start):
        start, end = max(mention.whole.start, span.start) - span.start, min(mention.whole.end, span.end) - span.start
        left = left[:start] + " " + left[end:]
    left = re.sub(r"[’']s?(?!\w)", " ", left)
    reporter = page.finder.reporter_after.search(" " + left)
    if reporter and not re.search(r"\b[A-Z]\w+ [A-Z]\w+", left):
        left = left[: max(reporter.start() - 1, 0)]
    return not re.sub(
        r"\b(?:the|a|an|and|or|both|its?|own|news|agenc(?:y|ies)|website|reports?|according|to)\b|[\W\d_]",
        "",
        left,
        flags=re.IGNORECASE,
    )


def _cited_speaker(sentence: Span, attribution: Attribution, given: Sequence[Credit], page: Page) -> Spans:
    """ "according to Reuters, citing local police": the police speak, Reuters carries."""
    if not given:
        return ()
    for pattern in (_QUOTED_AS, _CITING):
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            who = _tidy(Span(match.start("who"), match.end("who")), page.text)
            inside = any(piece.contains(who) for piece in attribution.content)
            named = [m for m in page.mentions if who.overlaps(m.span)]
            if not inside and not (named and _only_outlets(who, named, page)):
                return (who,)
    return ()


def _tidy(span: Span, text: str) -> Span:
    words = span.of(text)
    return Span(span.start, span.start + len(words.rstrip(" ,")))


def _merge_nested(readings: list[Reading]) -> list[Reading]:
    """ "Interfax reported that X said P" is one claim, P by X through Interfax: the frame gives its credits away."""
    kept = list(readings)
    for frame in readings:
        if frame.speakers or not frame.credits:
            continue
        inner = [r for r in kept if r is not frame and r.speakers and _frames(frame, r)]
        covered = sum(span.end - span.start for r in inner for span in (*r.content, *r.source, *r.cue))
        if not inner:
            continue
        for reading in inner:
            have = {c.mention.span for c in reading.credits}
            extra = [c for c in frame.credits if c.mention.span not in have]
            merged = tuple(sorted((*reading.credits, *extra), key=lambda c: (c.rank, c.mention.span)))
            kept[kept.index(reading)] = replace(reading, credits=merged)
        if covered >= 0.6 * sum(span.end - span.start for span in frame.content):
            kept.remove(frame)
    return kept


def _frames(frame: Reading, inner: Reading) -> bool:
    return all(any(piece.contains(span) for piece in frame.content) for span in (*inner.source, *inner.cue))


def _credited_alone(block: ParsedBlock, readings: Sequence[Reading], page: Page) -> list[Reading]:
    """Sentences that credit an outlet without a reported clause: "P, RIA Novosti reported, citing a source"."""
    found = []
    for sentence in block.sentences:
        if any(r.sentence.overlaps(sentence.span) for r in readings):
            continue
        given = find_credits(page.text, sentence.span, (), page.mentions, page.finder)
        if not given:
            continue
        told = _TOLD_BY.search(page.text[sentence.span.start : given[0].mention.whole.start])
        who = _shifted(told, sentence.span.start, page) if told and given[0].via is Via.TOLD else None
        content = _away_from(sentence.span, given, who, page)
        if content is None:
            continue
        empty = Attribution(content=(content,))
        speakers = (who,) if who else _cited_speaker(sentence.span, empty, given, page)
        found.append(
            Reading(
                content=(content,), cue=(), source=speakers, speakers=speakers, credits=given, sentence=sentence.span
            )
        )
    return found


def _shifted(match: re.Match[str], by: int, page: Page) -> Span:
    return _tidy(Span(by + match.start("who"), by + match.end("who")), page.text)


def _away_from(sentence: Span, given: Sequence[Credit], who: Span | None, page: Page) -> Span | None:
    """The longer side of the sentence, cut at the comma or quotation mark between it and the credit."""
    first = min([c.mention.whole.start for c in given] + ([who.start] if who else []))
    last = max(c.mention.whole.end for c in given)
    left = max(page.text.rfind(mark, sentence.start, first) for mark in (", ", "” ", '" ', " — ", " – "))
    right_marks = [i for mark in (", ", ": ", " that ") if (i := page.text.find(mark, last, sentence.end)) >= 0]
    sides = []
    if left > sentence.start:
        sides.append(Span(sentence.start, left + (1 if page.text[left] in '”"' else 0)))
    if right_marks:
        start = min(right_marks)
        skip = len(" that ") if page.text.startswith(" that ", start) else 2
        if start + skip < sentence.end:
            sides.append(Span(start + skip, sentence.end))
    sides = [side for side in sides if len(side.of(page.text).split()) >= 4]
    best = max(sides, key=lambda side: (side.end - side.start, -side.start), default=None)
    if best is None:
        return None
    words = best.of(page.text)
    return Span(best.start, best.start + len(words.rstrip(" .,;"))) if words.strip(" .,;") else None


def _hedged_alone(block: ParsedBlock, readings: Sequence[Reading], page: Page) -> list[Reading]:
    """ "reportedly", "it is alleged that": somebody is said to say so, nobody is named."""
    found = []
    for sentence in block.sentences:
        if any(r.sentence.overlaps(sentence.span) for r in readings):
            continue
        match = page.hedges.search(page.text, sentence.span.start, sentence.span.end)
        if not match:
            continue
        cue = Span(match.start(), match.end())
        sides = [(sentence.span.start, cue.start), (cue.end, sentence.span.end)]
        pieces = [piece for start, end in sides if (piece := between(start, end, page.text)) is not None]
        if pieces:
            found.append(
                Reading(
                    content=tuple(pieces),
                    cue=(cue,),
                    source=(),
                    speakers=(),
                    credits=(),
                    sentence=sentence.span,
                    hedged=True,
                )
            )
    return found


def _is_hedged(attribution: Attribution, sentence: Span, page: Page) -> bool:
    """A hedge stands in the frame, close before the cue or in it."""
    if not attribution.cue:
        return False
    start = max(sentence.start, attribution.cue[0].start - _HEDGE_REACH)
    words = page.text[start : attribution.cue[-1].end]
    inside = [p for p in attribution.content if p.start < attribution.cue[0].start]
    return (not any(p.end > start for p in inside) and page.hedges.search(words) is not None) or not attribution.source
