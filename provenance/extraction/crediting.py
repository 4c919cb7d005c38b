"""Outlets that a sentence credits: who is named, what the text calls it, and how it came by the words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.states import States
from provenance.model import Ambiguity, Outlet, Span, Via

_REACH = 90
_ADVERBS = r"(?:\w+ly |also |later |earlier |first |since |then |previously |already |meanwhile,? |on \w+day,? )*"
_ARTICLE = r"(?:the |a |an |its |his |her |their )?"
_SAYING = (
    r"(?:report(?:s|ed|ing)?|sa(?:id|ys|y|ying)|writ(?:es|ing)|wrote|written|not(?:es|ed|ing)|announce[sd]?|learn(?:s|ed|t)|"
    r"underst(?:ands|ood)|confirm(?:s|ed)|reveal(?:s|ed)|found|publish(?:es|ed)|add(?:s|ed|ing)?|claim(?:s|ed)|state[sd]|"
    r"suggest(?:s|ed)|describe[sd]|estimate[sd]|broadcast(?:s|ed)?|aired|show(?:s|ed|n)|call(?:s|ed)|tells?|explain(?:s|ed)|"
    r"specif(?:ies|ied)|clarif(?:ies|ied)|emphasi[sz]e[sd]|quipped|stress(?:es|ed)|recall(?:s|ed)|warn(?:s|ed))"
)
_HAVING = r"(?:has |have |had |is |was )?"

# How the words before an outlet's name, or after it, tell in which way it carried the claim; the first that fits counts.
_BEFORE: tuple[tuple[Via, str], ...] = (
    (Via.TOLD, rf"\b(?:told|tells?|telling|informed|assured) {_ARTICLE}$"),
    (Via.TOLD, rf"\b(?:comment|remark|statement)s? (?:to|for) {_ARTICLE}$"),
    (Via.TOLD, rf"\b(?:spoke|speaking|speaks|talking|talked) (?:\w+ )?(?:to|with) {_ARTICLE}$"),
    (Via.TOLD, rf"\b(?:wrote|writing|writes|written) (?:\w+ )?(?:in|for) {_ARTICLE}$"),
    (Via.INTERVIEW, rf"\b(?:interview|conversation|q&a)(?:ed)? (?:\w+ ){{0,3}}?(?:with|to|for|on|by|published in|in) {_ARTICLE}$"),
    (Via.INTERVIEW, rf"\b(?:op-ed|article|column|essay|commentary|appearance|podcast)\b (?:\w+ ){{0,3}}?(?:in|for|on) {_ARTICLE}$"),
    (Via.INTERVIEW, rf"\b(?:aired|broadcast|televised|appearing|appeared|speaking|said|live) (?:\w+ )?(?:on|by) {_ARTICLE}$"),
    (Via.SEEN, rf"\b(?:seen|obtained|reviewed|viewed|examined|anal[iy][sz]ed|verified|read|acquired|inspected) by {_ARTICLE}$"),
    (Via.SEEN, rf"\b(?:shared|provided|leaked|sent|given|made available|shown|passed) (?:with|to) {_ARTICLE}$"),
    (Via.QUOTED, rf"\b(?:quoted|cited|carried|relayed|quotes) (?:\w+ )?(?:by|in|on) {_ARTICLE}$"),
    (Via.REPORTED, rf"\b(?:reported|revealed|announced|confirmed|published|disclosed|noted|written|posted|released) {_ADVERBS}(?:by|in|on) {_ARTICLE}$"),
    (Via.CITED, rf"\b(?:citing|cites|cited|quoting|relaying) {_ARTICLE}$"),
    (Via.CITED, rf"\b(?:referring|reference|referred|credit(?:ed)?|refers) to {_ARTICLE}$"),
    (Via.CITED, rf"\b(?:citing|quoting|cites|cited) {_ARTICLE}(?:\w+ ){{0,2}}?(?:reports?|article|story|material|information) (?:by|in|from|of) {_ARTICLE}$"),
    (Via.REPORTED, rf"\baccording to {_ARTICLE}(?:[\w-]+ ){{0,3}}?(?:(?:reports?|article|story|investigation|data|count|tally) (?:\w+ )?(?:by|in|from|of|on) {_ARTICLE})?$"),
    (Via.REPORTED, rf"\b(?:reports?|story|investigation|tally|count|article|report,) (?:\w+ )?(?:by|from|in|of|on) {_ARTICLE}$"),
)  # fmt: skip
_AFTER: tuple[tuple[Via, str], ...] = (
    (Via.QUOTED, rf"^,? ?{_HAVING}{_ADVERBS}(?:quot|cit)(?:ed|es|ing)\b"),
    (Via.REPORTED, rf"^,? ?(?:\([^)]*\) ?)?{_HAVING}{_ADVERBS}{_SAYING}\b"),
    (
        Via.REPORTED,
        rf"^,? (?:citing|quoting|with reference to|referring to) [^.;]{{3,120}}?, {_HAVING}{_ADVERBS}{_SAYING}\b",
    ),
    (Via.REPORTED, r"^,? (?:citing|quoting|with reference to|referring to)\b"),
)
_INVERTED = re.compile(rf"(?:[,”\"’]|^)\s*(?:as )?{_SAYING} {_ARTICLE}$")
_RANK = {Via.DATELINE: 0, Via.REPORTED: 1, Via.QUOTED: 1, Via.CITED: 2, Via.TOLD: 3, Via.INTERVIEW: 3, Via.SEEN: 3}


class NamedOutlet(Protocol):
    """A name found in a text, with every outlet that bears it."""

    @property
    def span(self) -> Span: ...
    @property
    def outlets(self) -> tuple[str, ...]: ...
    @property
    def ambiguity(self) -> Ambiguity: ...


class OutletNames(Protocol):
    """What is needed of a directory of outlets: the outlets by id, and their names in a text."""

    @property
    def outlets(self) -> Mapping[str, Outlet]: ...
    def mentions(self, text: str) -> Sequence[NamedOutlet]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMention:
    """An outlet named in the text. `outlet` is None for one that the directory does not know, or whose name is shared by
    several and settled by nothing; `whole` reaches over the label and a trailing "news agency"."""

    span: Span
    whole: Span
    name: str
    outlet: str | None
    sure: bool
    label: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet that carried words, and how."""

    mention: OutletMention
    via: Via

    @property
    def rank(self) -> int:
        """How near to the page: the smaller, the nearer."""
        return _RANK[self.via]


@dataclass(frozen=True, slots=True, eq=False)
class OutletFinder:
    """Finds outlets by the directory's names, and others by what the text calls them: "newspaper Segodnya"."""

    directory: OutletNames
    states: States
    label_before: re.Pattern[str]
    label_after: re.Pattern[str]
    apposition: re.Pattern[str]
    reporter_after: re.Pattern[str]
    unknown: re.Pattern[str]
    generic: re.Pattern[str]

    def mentions(self, text: str) -> tuple[OutletMention, ...]:
        """In the order of the text, not overlapping."""
        known = [self._known(text, m.span, m.outlets, m.ambiguity) for m in self.directory.mentions(text)]
        found = list(known)
        for pattern in (self.unknown, self.generic):
            for match in pattern.finditer(text):
                name = match.group("name") or match.group("before")
                group = "name" if match.group("name") else "before"
                span = Span(match.start(group), match.end(group))
                if not any(other.whole.overlaps(span) for other in found):
                    found.append(self._unknown(text, span, name))
        return tuple(sorted(found, key=lambda mention: mention.span))

    def _known(self, text: str, span: Span, outlets: Sequence[str], ambiguity: Ambiguity) -> OutletMention:
        whole, label = self._label(text, span)
        candidates = tuple(outlets)
        if len(candidates) > 1 and label:
            states = set(self.states.codes(label))
            fitting = tuple(i for i in candidates if self.directory.outlets[i].country in states)
            candidates = fitting or candidates
        outlet = candidates[0] if len(candidates) == 1 else None
        sure = ambiguity is Ambiguity.UNIQUE or label is not None
        name = self.directory.outlets[outlet].name if outlet else span.of(text)
        return OutletMention(span=span, whole=whole, name=name, outlet=outlet, sure=sure, label=label)

    def _unknown(self, text: str, span: Span, name: str) -> OutletMention:
        whole, label = self._label(text, span)
        return OutletMention(span=span, whole=whole, name=name, outlet=None, sure=True, label=label)

    def _label(self, text: str, span: Span) -> tuple[Span, str | None]:
        """What the text calls the outlet, and how far the naming reaches."""
        start = max(0, span.start - _REACH)
        before = self.label_before.search(text[start : span.start])
        after = self.label_after.match(text, span.end)
        beside = self.apposition.match(text, span.end)
        words = [m.group("label").strip() for m in (before, after) if m and m.group("label").strip()]
        if not words and beside:
            words = [beside.group("label").strip()]
        whole = Span(start + before.start("label") if before else span.start, after.end() if after else span.end)
        return whole, " ".join(words) or None


def build_finder(directory: OutletNames, states: States, lexicon: Lexicon) -> OutletFinder:
    """The patterns are made once from the lexicon's lists."""
    nouns = _any(lexicon.outlet_nouns, plural=True)
    plain = _any(
        lexicon.outlet_nouns - {"agency", "media", "site", "network", "wire", "station", "paper", "publication"}
    )
    state_words = _any(states.words)
    hyphenated = (
        r"[\w.]+-(?:owned|run|controlled|funded|backed|affiliated|aligned|based|language|linked|friendly|leaning)"
    )
    qualifier = rf"(?:{_any(lexicon.outlet_qualifiers)}|{hyphenated}|(?:{state_words})(?:[’']s?)?|the country[’']s)"
    label = rf"(?:{qualifier},? )*(?:(?:{nouns}),? )+|(?:{qualifier} )+"
    name = r"(?:[A-ZÀ-Ž][\w.’'-]*|\d+)(?: (?:[A-ZÀ-Ž][\w.’'-]*|of|the|\d+))*"
    return OutletFinder(
        directory=directory,
        states=states,
        label_before=re.compile(rf"(?<![\w-])(?P<label>{label})(?:the |“|\"|‘)?$", re.IGNORECASE),
        label_after=re.compile(
            rf"(?:[”\"’])?(?:[’']s)? (?P<label>(?:{qualifier} )*(?:{nouns}))(?![\w-])", re.IGNORECASE
        ),
        apposition=re.compile(rf", (?:the |an? )?(?P<label>(?:{qualifier} )+(?:{nouns}))(?=[,.;:)]|$)", re.IGNORECASE),
        reporter_after=re.compile(rf"(?:[’']s?)? (?:\w+ ){{0,2}}?(?:{_any(lexicon.reporters)})(?!\w)", re.IGNORECASE),
        unknown=re.compile(
            rf"(?<!\w)(?:{plain}) (?P<name>{name})|(?<![\w-])(?P<before>(?:(?!The |A |An )[A-ZÀ-Ž][\w.-]+ ){{1,4}})(?=(?:{plain})(?![\w-]))"
        ),
        generic=re.compile(
            rf"(?<![\w-])(?P<name>(?:{state_words}|[Ll]ocal|[Ss]tate) (?:state |official |local |public |state-run )?(?:media|television|TV|radio|newspapers?|news agencies|press))(?![\w-])(?P<before>)"
        ),
    )


def _any(words: "Mapping[str, object] | frozenset[str]", *, plural: bool = False) -> str:
    ending = "(?:s|es)?" if plural else ""
    return "|".join(f"{re.escape(word)}{ending}" for word in sorted(words, key=lambda word: (-len(word), word)))


def find_credits(
    text: str, region: Span, content: Sequence[Span], mentions: Sequence[OutletMention], finder: OutletFinder
) -> tuple[Credit, ...]:
    """The outlets that the words of `region` outside `content` credit, nearest to the page first.

    Outlets listed side by side ("RIA Novosti, TASS and Interfax") share what stands before the first and after the last.
    """
    beside = [m for m in mentions if region.contains(m.span) and not any(piece.contains(m.span) for piece in content)]
    credits: list[Credit] = []
    for listed in _listed(text, beside):
        before = _before(text, region, listed[0], content)
        after = _after(text, region, listed[-1], content, finder)
        via = _via(before, after)
        if via is not None:
            credits.extend(Credit(mention=mention, via=via) for mention in listed)
    return tuple(sorted(credits, key=lambda credit: (credit.rank, credit.mention.span)))


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


def _via(before: str, after: str) -> Via | None:
    for via, pattern in _BEFORE:
        if re.search(pattern, before, re.IGNORECASE):
            return via
    if _INVERTED.search(before):
        return Via.REPORTED
    for via, pattern in _AFTER:
        if re.match(pattern, after, re.IGNORECASE):
            return via
    return None
