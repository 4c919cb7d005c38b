"""A claim as a person gives it: words that stand in the article, and who says them through whom."""

from dataclasses import dataclass

from provenance.model.agent import AgentKind
from provenance.model.chain import Via
from provenance.model.claim import Mode
from provenance.model.text import Span


@dataclass(frozen=True, slots=True)
class GivenWords:
    """Words of the text; `at` is the offset at which they start, None where they stand once, or where those are meant
    that stand at the claim."""

    words: str
    at: int | None = None


Place = Span | GivenWords
Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSpeaker:
    """`name` is None for somebody unnamed; `kind` may be left out for a name that the article's claims have already;
    `places` are the words that say who it is, found by the name where none are given; `party` whom it speaks for
    ("state:RU"), None to tell it by the words."""

    name: str | None
    kind: AgentKind | None = None
    places: Places = ()
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCarrier:
    """`outlet` is an id, a name or a host; `beside` says that it carried the claim in parallel with the one before it;
    `place` the words that credit it, found by its names where none is given."""

    outlet: str
    via: Via
    beside: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenClaim:
    """What is None stays as it is; an empty tuple takes all away. Carriers come from the page inwards."""

    content: Places | None = None
    speakers: tuple[GivenSpeaker, ...] | None = None
    carriers: tuple[GivenCarrier, ...] | None = None
    cue: Places | None = None
    mode: Mode | None = None
