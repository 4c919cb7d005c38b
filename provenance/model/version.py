"""Two versions of one story side by side: what the later one kept, changed, dropped and added."""

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.article import Article
from provenance.model.text import Span, Spans

SHARED_BY_VERSIONS = 0.5
"""Of two versions of one text, more of the shorter one's sentences than this part have a counterpart in the other. Of
the 91 pairs of the pages of fixtures/istanbul, a copy and two retold stories share .70 and more, those written apart
.50 and less, but for one pair of .75."""


class Fate(StrEnum):
    """What became of a sentence. REWORDED says the same in other words; KEPT has the same words."""

    KEPT = "kept"
    CHANGED = "changed"
    REWORDED = "reworded"
    DROPPED = "dropped"
    ADDED = "added"


class EditCode(StrEnum):
    """In the order in which they weigh for a reader."""

    CREDIT_LOST = "credit-lost"
    ATTRIBUTION_LOST = "attribution-lost"
    HEDGE_LOST = "hedge-lost"
    NEGATION_LOST = "negation-lost"
    NEGATION_GAINED = "negation-gained"
    DENIAL_LOST = "denial-lost"
    DENIAL_GAINED = "denial-gained"
    SOURCES_MULTIPLIED = "sources-multiplied"
    SPEAKER_UNNAMED = "speaker-unnamed"
    SPEAKER_CHANGED = "speaker-changed"
    VOICE_DROPPED = "voice-dropped"
    NUMBER_CHANGED = "number-changed"
    NUMBER_LOST = "number-lost"
    NUMBER_GAINED = "number-gained"
    QUOTATION_ALTERED = "quotation-altered"
    QUOTATION_MARKED = "quotation-marked"
    QUOTATION_UNMARKED = "quotation-unmarked"
    QUOTATION_LOST = "quotation-lost"
    QUOTATION_GAINED = "quotation-gained"
    CUE_CHANGED = "cue-changed"
    SOURCES_REDUCED = "sources-reduced"
    SPEAKER_NAMED = "speaker-named"
    VOICE_ADDED = "voice-added"
    ATTRIBUTION_GAINED = "attribution-gained"
    HEDGE_GAINED = "hedge-gained"
    CREDIT_GAINED = "credit-gained"
    HEADLINE_CHANGED = "headline-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change that alters what a reader may conclude, in a sentence. `before` and `after` are the words that show
    it, as places in either article's text; empty where that side has none."""

    code: EditCode
    text: str
    before: Spans = ()
    after: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePair:
    """A sentence of the earlier version beside its counterpart; one side is None where it was dropped or added.
    Sentences that were joined or split stand as one place. `only_before` and `only_after` are the words that the other
    side has not got there. `moved` says that it stands in another order among the sentences that both have."""

    fate: Fate
    before: Span | None = None
    after: Span | None = None
    moved: bool = False
    only_before: Spans = ()
    only_after: Spans = ()
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        if (self.before is None) != (self.fate is Fate.ADDED) or (self.after is None) != (self.fate is Fate.DROPPED):
            raise ValueError("a sentence that was added has no earlier side, one that was dropped no later side")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as one side of a difference. `publisher` is None where it is not known."""

    article: Article
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDiff:
    """`pairs` follow the order of the later version, a dropped sentence behind the one it followed. `edits` concern the
    whole story."""

    before: Version
    after: Version
    pairs: tuple[SentencePair, ...]
    edits: tuple[Edit, ...] = ()

    @property
    def in_common(self) -> int:
        """How many sentences, or joined sentences, have a counterpart."""
        return sum(pair.before is not None and pair.after is not None for pair in self.pairs)

    @property
    def shorter(self) -> int:
        """The sentences of the side that has fewer; joined ones count as one."""
        one, other = (sum(side is not None for side in sides) for sides in self._sides)
        return min(one, other)

    @property
    def are_versions(self) -> bool:
        """Whether one was made of the other, as far as what they share tells; revisions of an article always are."""
        return self.before.article.id == self.after.article.id or self.in_common > SHARED_BY_VERSIONS * self.shorter

    @property
    def _sides(self) -> tuple[list[Span | None], list[Span | None]]:
        return [pair.before for pair in self.pairs], [pair.after for pair in self.pairs]

    @property
    def identical(self) -> bool:
        """Whether every sentence was kept where it stood."""
        return all(pair.fate is Fate.KEPT and not pair.moved for pair in self.pairs)
