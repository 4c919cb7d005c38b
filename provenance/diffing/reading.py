"""A story as it is held against another: its sentences, its claims, its quotations."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance.analysis.names import outlet_key
from provenance.extraction import find_quotations
from provenance.matching import said_words
from provenance.model import Article, Claim, Link, Span, Spans, Version

_AROUND = '“”„«»‘’‚", '
"""Marks, and the comma that American usage puts inside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffWords:
    """`hedges` are the words that make a claim hearsay, `unnamed` the nouns for somebody without a name, lower case."""

    hedges: frozenset[str]
    unnamed: frozenset[str]

    def find_hedges(self, text: str) -> Spans:
        """In the order of the text, the longest where several begin."""
        if not self.hedges:
            return ()
        listed = "|".join(re.escape(hedge) for hedge in sorted(self.hedges, key=lambda hedge: (-len(hedge), hedge)))
        return tuple(Span(*match.span()) for match in re.finditer(rf"(?<!\w)(?:{listed})(?!\w)", text, re.IGNORECASE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article with its sentences and its claims, both in the order of the text. `quotations` are the characters
    between quotation marks; `whole_credits` the outlets on the chain of every claim, by key: those of a dateline, a
    sign-off, a lead that covers the rest."""

    article: Article
    sentences: Spans
    claims: tuple[Claim, ...]
    quotations: Spans = field(init=False)
    whole_credits: Mapping[str, Link] = field(init=False)
    _said: Mapping[str, tuple[str, ...]] = field(init=False)
    _claims: "_Places" = field(init=False)
    _quotations: "_Places" = field(init=False)

    def __post_init__(self) -> None:
        quotations = tuple(_quoted(self.article.text))
        contents = [(span, number) for number, claim in enumerate(self.claims) for span in claim.spans]
        object.__setattr__(self, "quotations", quotations)
        object.__setattr__(self, "whole_credits", _on_every_chain(self.claims))
        object.__setattr__(self, "_said", {claim.id: said_words(claim.text) for claim in self.claims})
        object.__setattr__(self, "_claims", _Places.of(contents))
        object.__setattr__(self, "_quotations", _Places.of([(span, n) for n, span in enumerate(quotations)]))

    @property
    def version(self) -> Version:
        """With the publisher as the chains name it, else as the page does."""
        link = self.publisher
        named = self.article.outlet_name or self.article.outlet
        return Version(article=self.article, publisher=link.agent.name if link else named)

    @property
    def publisher(self) -> Link | None:
        """None where nobody knows it, or nothing is claimed."""
        if not self.claims or not (self.article.outlet or self.article.outlet_name):
            return None
        return self.claims[0].chain.publisher

    def text_of(self, place: Span) -> str:
        return place.of(self.article.text)

    def said(self, claim: Claim) -> tuple[str, ...]:
        """The words of one of its claims, as they are compared."""
        return self._said[claim.id]

    def claims_within(self, place: Span) -> tuple[Claim, ...]:
        """Those of whose content something stands there."""
        return tuple(self.claims[number] for number in self._claims.touching(place))

    def quotations_within(self, place: Span) -> Spans:
        """The parts of quotations that stand there."""
        return tuple(
            Span(max(quoted.start, place.start), min(quoted.end, place.end))
            for quoted in (self.quotations[number] for number in self._quotations.touching(place))
        )


@dataclass(frozen=True, slots=True)
class _Places:
    """Numbered places, found without looking at all of them; `reach` is the length of the longest."""

    starts: tuple[int, ...]
    places: tuple[tuple[Span, int], ...]
    reach: int

    @classmethod
    def of(cls, places: Iterable[tuple[Span, int]]) -> "_Places":
        ordered = tuple(sorted(places))
        reach = max((span.end - span.start for span, _ in ordered), default=0)
        return cls(tuple(span.start for span, _ in ordered), ordered, reach)

    def touching(self, place: Span) -> list[int]:
        """The numbers of those that overlap a place, each once, in order."""
        near = self.places[bisect_left(self.starts, place.start - self.reach) : bisect_left(self.starts, place.end)]
        return sorted({number for span, number in near if span.overlaps(place)})


def _on_every_chain(claims: Sequence[Claim]) -> dict[str, Link]:
    if not claims:
        return {}
    chains = [{outlet_key(link.agent): link for link in claim.chain.carriers} for claim in claims]
    shared = set(chains[0]).intersection(*chains[1:])
    return {key: link for key, link in chains[0].items() if key in shared}


def _quoted(text: str) -> Iterable[Span]:
    """Paragraph by paragraph, without the marks."""
    for line in re.finditer(r"[^\n]+", text):
        for quotation in find_quotations(line.group()):
            words = line.group()[quotation.start : quotation.end]
            left = len(words) - len(words.lstrip(_AROUND))
            bare = words.strip(_AROUND)
            if bare:
                start = line.start() + quotation.start + left
                yield Span(start, start + len(bare))
