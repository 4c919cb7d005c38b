"""What part agents have in the claims of a store: whose is asked for, and how large it is."""

from dataclasses import dataclass
from datetime import date

from provenance.errors import InvalidOption
from provenance.model import AgentKind, Role


@dataclass(frozen=True, slots=True)
class OutletPart:
    """Of an outlet of the directory, by its id, in this role; `names` are those by which it is meant, too, in articles
    that were read when the directory did not know it."""

    outlet: str
    role: Role
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerPart:
    """Of all speakers of this name, whatever the case: of those who are named so, or else of those who are unnamed and
    only called so, of whom each may be another one."""

    name: str
    unnamed: bool = False


Part = OutletPart | SpeakerPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """So many of a list, after so many; `limit` None is no limit."""

    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        if self.offset < 0 or (self.limit is not None and self.limit < 0):
            raise InvalidOption("a limit and an offset are not negative")


ALL = Slice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An agent, and in how many claims of how many articles it has its part. `outlet` is None for one that the
    directory does not know and for who is no outlet; `name` is one of those that articles have."""

    outlet: str | None
    name: str
    kind: AgentKind
    role: Role
    claims: int
    articles: int


@dataclass(frozen=True, slots=True)
class DayTally:
    """Of the articles published on a day; None where it is not known."""

    day: date | None
    claims: int
