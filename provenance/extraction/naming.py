"""Outlets named in a text: by the directory's names, or by what the text calls them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.states import States
from provenance.model import Ambiguity, Outlet, Span

_REACH = 90
_TOO_PLAIN = frozenset({"agency", "media", "site", "network", "wire", "station", "paper", "publication"})
_OWNED = r"[\w.]+-(?:owned|run|controlled|funded|backed|affiliated|aligned|based|language|linked|friendly|leaning)"
_WORD = r"[A-ZÀ-Ž][\w’'-]*(?:\.\w+)*"
_NAME = rf"(?:{_WORD}|\d+)(?: (?:{_WORD}|(?:of|the)(?= [A-ZÀ-Ž])|\d+))*"


class NamedOutlet(Protocol):
    """A name found in a text, with every outlet that bears it."""

    @property
    def span(self) -> Span: ...
    @property
    def outlets(self) -> tuple[str, ...]: ...
    @property
    def ambiguity(self) -> Ambiguity: ...
    @property
    def open(self) -> str | None: ...


class OutletNames(Protocol):
    """What is needed of a directory of outlets: the outlets by id, and their names in a text."""

    @property
    def outlets(self) -> Mapping[str, Outlet]: ...
    def mentions(self, text: str) -> Sequence[NamedOutlet]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMention:
    """An outlet named in the text. `outlet` is None for one that the directory does not know, or whose name is shared
    by several and settled by nothing; `whole` reaches over the label and a trailing "news agency"."""

    span: Span
    whole: Span
    name: str
    outlet: str | None
    sure: bool
    label: str | None


@dataclass(frozen=True, slots=True, eq=False)
class OutletFinder:
    """Finds outlets by the directory's names, and others by what the text calls them: "newspaper Segodnya"."""

    directory: OutletNames
    states: States
    leading_label: re.Pattern[str]
    label_before: re.Pattern[str]
    label_after: re.Pattern[str]
    apposition: re.Pattern[str]
    reporter_after: re.Pattern[str]
    unknown: re.Pattern[str]
    generic: re.Pattern[str]
    press: re.Pattern[str]
    printing: re.Pattern[str]

    def mentions(self, text: str) -> tuple[OutletMention, ...]:
        """In the order of the text, not overlapping."""
        known = [self._known(text, named) for named in self.directory.mentions(text)]
        found = [mention for mention in known if mention is not None]
        for pattern in (self.unknown, self.generic):
            for match in pattern.finditer(text):
                name = (match.group("name") or match.group("before")).strip()
                group = "name" if match.group("name") else "before"
                span = Span(match.start(group), match.start(group) + len(name))
                if name not in self.states.words and not any(other.whole.overlaps(span) for other in found):
                    found.append(self._unknown(text, span, name))
        return tuple(sorted(found, key=lambda mention: mention.span))

    def unknown_at(self, text: str, span: Span) -> OutletMention:
        """An outlet that the directory does not know, where the text names one: without what it is called."""
        words = span.of(text)
        label = self.leading_label.match(words)
        start = span.start + (label.end() if label and label.end() < len(words) else 0)
        name = re.sub(r"[’']s?$", "", text[start : span.end].strip("“”\"' "))
        return OutletMention(
            span=Span(start, span.end),
            whole=span,
            name=name or words,
            outlet=None,
            sure=True,
            label=label.group("label").strip() if label and start > span.start and label.group("label") else None,
        )

    def _known(self, text: str, named: NamedOutlet) -> OutletMention | None:
        """None for a common word that nothing marks as an outlet's name."""
        span = named.span
        whole, label = self._label(text, span)
        if named.open and named.ambiguity is Ambiguity.NEVER_ALONE and label is None:
            return None
        candidates = tuple(named.outlets)
        if len(candidates) > 1 and label:
            states = set(self.states.codes(label))
            fitting = tuple(i for i in candidates if self.directory.outlets[i].country in states)
            candidates = fitting or candidates
        outlet = candidates[0] if len(candidates) == 1 else None
        sure = named.open is None or label is not None
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
    plain = _any(lexicon.outlet_nouns - _TOO_PLAIN)
    state_words = _any(states.words)
    qualifier = rf"(?:{_any(lexicon.outlet_qualifiers)}|{_OWNED}|(?:{state_words})(?:[’']s?)?|the country[’']s)"
    label = rf"(?:{qualifier},? )*(?:(?:{nouns}),? )+|(?:{qualifier} )+"
    before = rf"(?P<before>(?:(?!The |A |An )[A-ZÀ-Ž][\w.-]+ ){{1,4}})(?=(?:{plain})(?![\w-]))"
    kinds = "media|television|TV|radio|newspapers?|news agencies|press"
    generic = rf"(?:{state_words}|[Ll]ocal|[Ss]tate) (?:state |official |local |public |state-run )?(?:{kinds})"
    return OutletFinder(
        directory=directory,
        states=states,
        leading_label=re.compile(
            rf"(?i:the |an? |its )?(?P<label>(?i:{label})?)(?:the |“|\"|‘)?(?=\W?[A-ZÀ-Ž])",
        ),
        label_before=re.compile(rf"(?<![\w-])(?P<label>{label})(?:the |“|\"|‘)?$", re.IGNORECASE),
        label_after=re.compile(
            rf"(?:[”\"’])?(?:[’']s)? (?P<label>(?:{qualifier} )*(?:{nouns}))(?![\w-])", re.IGNORECASE
        ),
        apposition=re.compile(rf", (?:the |an? )?(?P<label>(?:{qualifier} )+(?:{nouns}))(?=[,.;:)]|$)", re.IGNORECASE),
        press=re.compile(rf"\b(?:{_any(lexicon.press)})\b|\.[a-z]{{2,4}}\b", re.IGNORECASE),
        printing=re.compile(rf"\b(?:{_any(lexicon.printing)})\b", re.IGNORECASE),
        reporter_after=re.compile(rf"(?:[’']s?)? (?:\w+ ){{0,2}}?(?:{_any(lexicon.reporters)})(?!\w)", re.IGNORECASE),
        unknown=re.compile(rf"(?<!\w)(?:{plain}) (?P<name>{_NAME})|(?<![\w-]){before}"),
        generic=re.compile(rf"(?<![\w-])(?P<name>{generic})(?![\w-]| [A-Z])(?P<before>)"),
    )


def _any(words: Iterable[str], *, plural: bool = False) -> str:
    ending = "(?:s|es)?" if plural else ""
    return "|".join(f"{re.escape(word)}{ending}" for word in sorted(words, key=lambda word: (-len(word), word)))
