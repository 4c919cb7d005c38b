"""A story as it is held against another: its sentences, its claims, its quotations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from provenance.extraction import find_quotations
from provenance.model import Article, Claim, Span, Spans, Version

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
    between quotation marks."""

    article: Article
    sentences: Spans
    claims: tuple[Claim, ...]
    quotations: Spans = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quotations", tuple(_quoted(self.article.text)))

    @property
    def version(self) -> Version:
        """With the publisher as the chains name it, else as the page does."""
        publishers = [claim.chain.publisher.agent.name for claim in self.claims[:1]]
        article = self.article
        return Version(article=article, publisher=next(iter(publishers), article.outlet_name or article.outlet))

    def text_of(self, place: Span) -> str:
        return place.of(self.article.text)

    def claims_within(self, place: Span) -> tuple[Claim, ...]:
        """Those of whose content something stands there."""
        return tuple(claim for claim in self.claims if any(span.overlaps(place) for span in claim.spans))

    def quotations_within(self, place: Span) -> Spans:
        """The parts of quotations that stand there."""
        return tuple(
            Span(max(quoted.start, place.start), min(quoted.end, place.end))
            for quoted in self.quotations
            if quoted.overlaps(place)
        )


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
