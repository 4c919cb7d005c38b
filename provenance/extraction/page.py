"""What the chain is read from: the article's text and the outlets in it."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from provenance.extraction.naming import OutletFinder, OutletMention
from provenance.model import Span

_REACH = 1_500
_NOUNS = (
    "agency|newspaper|paper|channel|broadcaster|outlet|website|portal|daily|magazine|publication|station|network|site|"
    "tabloid|weekly|newswire"
)
_AGAIN = re.compile(rf"(?:the|this) (?:(?:news|press|same|state) )?(?P<noun>{_NOUNS})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text, and the outlets that stand in it: those of the part that is read, and all of them."""

    text: str
    mentions: tuple[OutletMention, ...]
    all_mentions: tuple[OutletMention, ...]
    finder: OutletFinder
    hedges: re.Pattern[str]

    def within(self, span: Span) -> "Page":
        """The same page with the outlets of a part of it."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, lo=first, key=lambda mention: mention.span.start)
        return replace(self, mentions=self.mentions[first:last])

    def named_again(self, span: Span) -> OutletMention | None:
        """The outlet that "the agency", "the newspaper" stands for: the last one named; none where an office that is no
        outlet bears the noun in between."""
        match = _AGAIN.fullmatch(self.text, span.start, span.end)
        last = bisect_left(self.all_mentions, span.start, key=lambda mention: mention.span.start)
        if match is None or not last:
            return None
        named = self.all_mentions[last - 1]
        between = self.text[named.whole.end : span.start]
        if len(between) > _REACH or re.search(rf"(?i:{match.group('noun')})", between):
            return None
        return replace(named, span=span, whole=span, label=None)
