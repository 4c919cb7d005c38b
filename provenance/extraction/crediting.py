"""Outlets that a sentence credits with its words, and how they came by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.naming import OutletFinder, OutletMention
from provenance.extraction.page import Page
from provenance.extraction.ways import way_of
from provenance.model import AgentKind, Attribution, Span, Via

_RANK = {Via.DATELINE: 0, Via.REPORTED: 1, Via.QUOTED: 1, Via.CITED: 2, Via.TOLD: 3, Via.INTERVIEW: 3, Via.SEEN: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet that carried words, and how."""

    mention: OutletMention
    via: Via

    @property
    def rank(self) -> int:
        """How near to the page: the smaller, the nearer."""
        return _RANK[self.via]


def find_credits(
    text: str, region: Span, content: Sequence[Span], mentions: Sequence[OutletMention], finder: OutletFinder
) -> tuple[Credit, ...]:
    """The outlets that the words of `region` outside `content` credit, nearest to the page first.

    Outlets listed side by side ("RIA Novosti, TASS and Interfax") share what stands before and after the list.
    """
    beside = [m for m in mentions if region.contains(m.span) and not any(piece.contains(m.span) for piece in content)]
    given: list[Credit] = []
    for listed in _listed(text, beside):
        before = _before(text, region, listed[0], content)
        after = _after(text, region, listed[-1], content, finder)
        via = way_of(before, after)
        if via is not None:
            given.extend(Credit(mention=mention, via=via) for mention in listed)
    return tuple(sorted(given, key=lambda credit: (credit.rank, credit.mention.span)))


_WAY_OF_CUE = (
    (Via.TOLD, re.compile(r"\b(?:t(?:ell|old)|spoke|speak|talk|remarks?|comment)", re.IGNORECASE)),
    (Via.INTERVIEW, re.compile(r"\binterview", re.IGNORECASE)),
    (Via.QUOTED, re.compile(r"\bquot", re.IGNORECASE)),
    (Via.CITED, re.compile(r"\b(?:cit|refer)", re.IGNORECASE)),
    (Via.SEEN, re.compile(r"\b(?:seen|obtained|reviewed|shown)", re.IGNORECASE)),
)


def tagged_credits(attribution: Attribution, sentence: Span, page: Page) -> tuple[Credit, ...]:
    """The outlets that the tagger saw beside an attribution, those that the directory does not know among them."""
    found = []
    for span in attribution.via:
        again = page.named_again(span)
        named = [m for m in page.mentions if m.whole.overlaps(span)]
        named = named or ([again] if again else unknown_outlet(span, attribution, page))
        region = Span(min(sentence.start, span.start), max(sentence.end, span.end))
        for mention in named:
            before = _before(page.text, region, mention, attribution.content)
            after = _after(page.text, region, mention, attribution.content, page.finder)
            via = way_of(before, after) or _way_of_cue(attribution, span, page.text)
            found.append(Credit(mention=mention, via=via))
    return tuple(found)


def unknown_outlet(span: Span, attribution: Attribution, page: Page) -> list[OutletMention]:
    """An outlet that the directory does not know: no state, no capital, no part of a person or a document; where it is
    the source itself, its name or the cue tells that it prints: a firm says things, too."""
    mention = page.finder.unknown_at(page.text, span)
    named = any(word[0].isupper() for word in mention.name.split()) or mention.label
    if not named or page.finder.states.code_of(mention.name):
        return []
    if not any(source.overlaps(span) for source in attribution.source):
        return [mention]
    cue = " ".join(part.of(page.text) for part in attribution.cue)
    prints = page.finder.printing.search(cue) or page.finder.press.search(span.of(page.text)) or mention.label
    return [mention] if prints and attribution.kind not in (AgentKind.PERSON, AgentKind.DOCUMENT) else []


def _way_of_cue(attribution: Attribution, via: Span, text: str) -> Via:
    if any(source.overlaps(via) for source in attribution.source):
        return Via.REPORTED
    cue = " ".join(span.of(text) for span in attribution.cue)
    return next((way for way, pattern in _WAY_OF_CUE if pattern.search(cue)), Via.REPORTED)


def _listed(text: str, mentions: Sequence[OutletMention]) -> list[list[OutletMention]]:
    lists: list[list[OutletMention]] = []
    for mention in mentions:
        between = text[lists[-1][-1].whole.end : mention.whole.start] if lists else ""
        if lists and re.fullmatch(r"(?:,| and| or|, and|/| &| as well as)? ?(?:the )?", between) and between:
            lists[-1].append(mention)
        else:
            lists.append([mention])
    return lists


def _before(text: str, region: Span, mention: OutletMention, content: Sequence[Span]) -> str:
    start = max([region.start, *(piece.end for piece in content if piece.end <= mention.whole.start)])
    return text[start : mention.whole.start].replace("\xa0", " ")


def _after(text: str, region: Span, mention: OutletMention, content: Sequence[Span], finder: OutletFinder) -> str:
    end = min([region.end, *(piece.start for piece in content if piece.start >= mention.whole.end)])
    words = text[mention.whole.end : end].replace("\xa0", " ")
    words = re.sub(r"^[’']s?(?= )", "", words)
    reporter = finder.reporter_after.match(words)
    return words[reporter.end() :] if reporter else words
