"""Finding source, cue and content in a paragraph: the rules over the parse, and quotations that float."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from provenance.extraction.clauses import Found, clause_attributions
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.quotations import find_quotations
from provenance.model import Attribution, Span

_SHORTEST_QUOTATION = 3
_TURN = re.compile(r"(?<=\w),? (?:while|whereas|but) $")
_SHORTEST_CONTENT = 3
_WHO = (
    r"(?:the|an?|one|two|three|some|several|many|his|her|its|their|he|she|they|officials?|sources?|police) |(?=[A-Z])"
)
_SAYS = (
    r"(?:has |have |had |also |later |then )*(?:said|says|say|told|tells|added|adds|stressed|noted|notes|explained|"
    r"specified|"
    r"claimed|announced|stated|reported|confirmed|emphasi[sz]ed|warned|insisted|recalled|admitted|wrote|writes|continued|"
    r"went on|replied|argued|pointed out|declared|clarified|concluded|remarked|suggested|acknowledged|promised|"
    r"predicted)"
)
_WHEN = (
    r"(?:on|in|at|to|during|after|before|late|later|earlier|when|while|as|by|via|through|from|with|\w+day|yesterday)"
)
TRAILING = re.compile(
    r"^(?P<content>.{12,}?[^,])(?:,[”\"]?|(?<=[”\"])) "
    rf"(?P<source>(?:{_WHO})"
    r"[^,“”\"]{2,80}?(?:, [^,“”\"]{2,50}){0,2}?,?) "
    rf"(?P<cue>{_SAYS})(?: {_WHEN}\b[^,“”\"]{{0,60}}|(?<=told|ells) [^,“”\"]{{1,60}})?[.]?$"
)


def find_attributions(paragraph: Doc, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """The attributions of one parsed paragraph, offsets in the paragraph's text, in the order of their contents."""
    text = paragraph.text
    quotations = find_quotations(text)
    found = [a for sentence in paragraph.sents for a in clause_attributions(sentence, lexicon)]
    attributions = [a for each in _outermost(found) if (a := _from_tokens(each, paragraph, quotations)) is not None]
    attributions = [a for a in attributions if not any(q.contains(cue) for q in quotations for cue in a.cue)]
    attributions = [
        a for a in _parted(_uncrossed(_without_repeats(attributions)), text) if _is_enough(a, quotations, text)
    ]
    attributions += _trailing(paragraph, attributions)
    return tuple(sorted(_with_floating(attributions, quotations, text), key=lambda a: (a.content[0], a.cue, a.source)))


def _outermost(found: Sequence[Found]) -> list[Found]:
    """One attribution a cue: "quoted X as saying" holds "saying"."""
    return [
        each
        for number, each in enumerate(found)
        if not any(
            set(each.cue) < set(o.cue) or (each.cue == o.cue and later < number) for later, o in enumerate(found)
        )
    ]


def _from_tokens(found: Found, doc: Doc, quotations: Sequence[Span]) -> Attribution | None:
    claimed = {*found.source, *found.cue}
    content = [piece for run in _runs(i for i in found.content if i not in claimed) if (piece := _trimmed(run, doc))]
    if not content:
        return None
    anchors = [Span(doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(claimed)]
    spans = _completed(content, quotations, anchors)
    source = tuple(piece for run in _runs(found.source) if (piece := _trimmed(run, doc)))
    cue = tuple(piece for run in _runs(found.cue) if (piece := _trimmed(run, doc)))
    return Attribution(content=spans, source=source, cue=cue)


def _runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring tokens as (first, last)."""
    runs: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if runs and i == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _trimmed(run: tuple[int, int], doc: Doc) -> Span | None:
    """Without a leading "that", and without punctuation at the ends other than quotation marks."""
    first, last = run
    while first <= last and (doc[first].is_space or (doc[first].is_punct and not doc[first].is_quote)):
        first += 1
    while first < last and doc[first].text in ("that", "and", "but", "only"):
        first += 1
    while first <= last and (doc[last].is_space or (doc[last].is_punct and not doc[last].is_quote)):
        last -= 1
    if first > last or all(doc[i].is_punct for i in range(first, last + 1)):
        return None
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _completed(pieces: Sequence[Span], quotations: Sequence[Span], anchors: Sequence[Span]) -> tuple[Span, ...]:
    """Every piece that reaches into a quotation is widened to the whole of it, unless the cue stands inside."""
    spans = list(pieces)
    for quotation in quotations:
        if any(quotation.overlaps(anchor) for anchor in anchors):
            continue
        touching = [span for span in spans if span.overlaps(quotation) or span.end + 1 == quotation.start]
        if touching:
            spans = [span for span in spans if span not in touching]
            spans.append(
                Span(min(quotation.start, *(s.start for s in touching)), max(quotation.end, *(s.end for s in touching)))
            )
    return tuple(sorted(spans))


def _without_repeats(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Where two rules give the same content, the one with a source stands."""
    kept: dict[tuple[Span, ...], Attribution] = {}
    for attribution in attributions:
        before = kept.get(attribution.content)
        if before is None or (attribution.source and not before.source):
            kept[attribution.content] = attribution
    return list(kept.values())


def _uncrossed(attributions: list[Attribution]) -> list[Attribution]:
    """Of two whose contents hold each other's cue, the longer one stands."""
    return [a for a in attributions if not any(_crossed(a, b) and _length(a) < _length(b) for b in attributions)]


def _parted(attributions: list[Attribution], text: str) -> list[Attribution]:
    """ "X said P, while Y said Q": Y's part is no content of X's."""
    parted = []
    for outer in attributions:
        content = list(outer.content)
        for inner in attributions:
            start = min((span.start for span in (*inner.source, *inner.cue)), default=0)
            turn = _TURN.search(text, content[-1].start, start)
            if inner is not outer and content[-1].start < start < content[-1].end and turn:
                content[-1] = Span(content[-1].start, turn.start())
        parted.append(Attribution(content=tuple(content), source=outer.source, cue=outer.cue))
    return parted


def _crossed(left: Attribution, right: Attribution) -> bool:
    return _holds(left, right) and _holds(right, left)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(piece.overlaps(cue) for piece in outer.content for cue in inner.cue)


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _is_enough(attribution: Attribution, quotations: Sequence[Span], text: str) -> bool:
    """Two words outside quotation marks say nothing: "described the arrangement"."""
    quoted = any(span.overlaps(quotation) for span in attribution.content for quotation in quotations)
    return quoted or sum(len(span.of(text).split()) for span in attribution.content) >= _SHORTEST_CONTENT


def _trailing(paragraph: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """ "P, the head of the delegation, Vladimir Medinsky, said after the meeting.", where the parse lost its way."""
    found = []
    for sentence in paragraph.sents:
        span = Span(sentence.start_char, sentence.end_char)
        if any(span.overlaps(piece) for a in attributions for piece in (*a.content, *a.cue)):
            continue
        match = TRAILING.search(sentence.text)
        if match:
            content, source, cue = (_part(match, group, span.start) for group in ("content", "source", "cue"))
            found.append(Attribution(content=(content,), source=(source,), cue=(cue,)))
    return found


def _part(match: re.Match[str], group: str, by: int) -> Span:
    words = match.group(group).rstrip(" ,")
    return Span(by + match.start(group), by + match.start(group) + len(words))


def _with_floating(attributions: list[Attribution], quotations: Sequence[Span], text: str) -> list[Attribution]:
    """ "A," he said. "B." is one attribution: a quotation that nobody introduces goes to the one before it."""
    for quotation in quotations:
        if any(span.overlaps(quotation) for a in attributions for span in a.content) or not _is_sentence(
            quotation, text
        ):
            continue
        if any(span.overlaps(quotation) for a in attributions for span in (*a.source, *a.cue)):
            continue
        before = [a for a in attributions if a.source and a.content[0].start < quotation.start]
        after = [a for a in attributions if a.source and a.content[0].start > quotation.start]
        host = (
            max(before, key=lambda a: a.content[-1].end)
            if before
            else min(after, key=lambda a: a.content[0], default=None)
        )
        if host is None:
            continue
        joined = Attribution(content=tuple(sorted((*host.content, quotation))), source=host.source, cue=host.cue)
        attributions = [joined if a is host else a for a in attributions]
    return attributions


def _is_sentence(quotation: Span, text: str) -> bool:
    """It stands by itself: it begins a sentence and has words enough."""
    before = text[: quotation.start].rstrip()
    words = quotation.of(text).split()
    return len(words) >= _SHORTEST_QUOTATION and (not before or before[-1] in '.!?:”"»’…')
