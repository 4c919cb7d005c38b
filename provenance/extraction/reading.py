"""Reading the chain: from source, cue and content to publisher, carriers and speakers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.extraction.crediting import Credit, find_credits, tagged_credits, unknown_outlet
from provenance.extraction.naming import OutletMention
from provenance.extraction.page import Page
from provenance.extraction.passages import Passage
from provenance.model import AgentKind, Attribution, Span, Spans, Via

_CITING = re.compile(r"\b(?:citing|quoting|with reference to|referring to)\s+(?P<who>[^,;:“”\"().]{2,90})")
_QUOTED_AS = re.compile(
    r"\b(?:quot|cit)(?:ed|es|ing)\s+(?!by\b)(?P<who>[^“”\"]{2,120}?),?\s+"
    r"(?:as (?:saying|having|telling|stating|giving)|saying)\b"
)
_TELLS = re.compile(r"t(?:old|ells?|elling)|inform(?:s|ed|ing)?|assur(?:es|ed|ing)|remind(?:s|ed|ing)?")
_HEDGE_REACH = 60
_PRONOUNS = ("it", "this", "that", "they", "them", "he", "him", "she", "her", "these", "those")
_EMPTY = frozenset((*_PRONOUNS, "so", "as", "much", "such", "too"))
_CLOSE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One attribution with who carried it. `speakers` are the source spans that name a speaker: none where an outlet is
    the origin, or nobody is named; `kind` is what they look like."""

    content: Spans
    cue: Spans
    source: Spans
    speakers: Spans
    credits: tuple[Credit, ...]
    sentence: Span
    hedged: bool = False
    kind: AgentKind | None = None


def read_block(block: Passage, page: Page) -> tuple[Reading, ...]:
    """The readings of one block, in the order of their contents."""
    page = page.within(block.block.span)
    found = [_by_the_teller(attribution, block, page) for attribution in block.attributions]
    readings = [_read(attribution, found, block, page) for attribution in found]
    readings = _join_hedges(_merge_nested(readings))
    readings = [reading for reading in readings if _says_something(reading.content, page.text)]
    return tuple(sorted(readings, key=lambda r: (r.content[0], r.cue, r.source)))


def _by_the_teller(attribution: Attribution, block: Passage, page: Page) -> Attribution:
    """Who is told something does not say it: of "who told the delegation that P" the subject before the cue does."""
    if not attribution.cue or not attribution.source:
        return attribution
    cue, source = attribution.cue[0], attribution.source[0]
    if not _TELLS.fullmatch(cue.of(page.text)) or page.text[cue.end : source.start].strip():
        return attribution
    if source.start < cue.end or any(piece.start < cue.start for piece in attribution.content):
        return attribution
    subject = next((span for span in reversed(block.subjects) if span.end <= cue.start), None)
    return replace(attribution, source=(subject,) if subject else (), kind=None)


def _says_something(content: Spans, text: str) -> bool:
    """More than pronouns: "called it so" tells nothing that could be held against another claim."""
    words = re.findall(r"[^\W_]+", " ".join(span.of(text) for span in content).lower())
    return any(word not in _EMPTY for word in words)


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


def _sentence_of(spans: Spans, block: Passage) -> Span:
    """From the start of the first sentence that the spans touch to the end of the last."""
    touched = [s.span for s in block.sentences if any(s.span.overlaps(span) for span in spans)]
    return Span(touched[0].start, touched[-1].end) if touched else block.block.span


def _read(attribution: Attribution, others: Sequence[Attribution], block: Passage, page: Page) -> Reading:
    sentence = _sentence_of((*attribution.cue, *attribution.source) or attribution.content, block)
    hidden = [
        *attribution.content,
        *(p for o in others if o is not attribution for p in o.content if not _touches(p, attribution)),
    ]
    given = find_credits(page.text, sentence, hidden, page.mentions, page.finder)
    given = tuple(c for c in given if _belongs(c, attribution, others))
    tagged = tagged_credits(attribution, sentence, page)
    given = _united(tagged, given)
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
        kind=attribution.kind if speakers and speakers == attribution.source else None,
    )


def _united(tagged: Sequence[Credit], given: Sequence[Credit]) -> tuple[Credit, ...]:
    """Those that the tagger saw, and those that the words beside a known name tell, which know better how."""
    told = [next((other for other in given if _same(credit, other)), credit) for credit in tagged]
    return tuple(dict.fromkeys([*told, *given]))


def _same(left: Credit, right: Credit) -> bool:
    return left.mention.span.overlaps(right.mention.span)


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
        elif again := page.named_again(span):
            outlets.append(again)
        elif any(via.contains(span) for via in attribution.via) and (
            unknown := unknown_outlet(span, attribution, page)
        ):
            outlets.extend(unknown)
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


def _join_hedges(readings: Sequence[Reading]) -> list[Reading]:
    """ "X reportedly told Y that P" is one hedged claim of X: that nobody is named for the frame says no more."""
    frames = [r for r in readings if not r.speakers and not r.credits and any(_holds_cue(r, o) for o in readings)]
    return [
        replace(reading, hedged=reading.hedged or any(_holds_cue(frame, reading) for frame in frames))
        for reading in readings
        if reading not in frames
    ]


def _holds_cue(frame: Reading, inner: Reading) -> bool:
    return frame is not inner and any(piece.contains(span) for piece in frame.content for span in inner.cue[:1])


def _frames(frame: Reading, inner: Reading) -> bool:
    return all(any(piece.contains(span) for piece in frame.content) for span in (*inner.source, *inner.cue))


def _is_hedged(attribution: Attribution, sentence: Span, page: Page) -> bool:
    """A hedge stands in the frame, close before the cue or in it."""
    if not attribution.cue:
        return False
    start = max(sentence.start, attribution.cue[0].start - _HEDGE_REACH)
    words = page.text[start : attribution.cue[-1].end]
    inside = [p for p in attribution.content if p.start < attribution.cue[0].start]
    return (not any(p.end > start for p in inside) and page.hedges.search(words) is not None) or not attribution.source
