"""What somebody put in at once, and what becomes of each article in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What reading one article came to."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class ItemKind(StrEnum):
    """What the material of an item is: words or a page that were pasted, an address that is still to be fetched, a
    file, or one line of a file that holds an article a line."""

    TEXT = "text"
    PAGE = "page"
    ADDRESS = "address"
    FILE = "file"
    LINE = "line"


class ItemState(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What whoever put an article in says of it; None leaves what it says of itself. `outlet` is an id of the
    directory, `outlet_name` the name of a publisher that the directory does not know."""

    title: str | None = None
    outlet: str | None = None
    outlet_name: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """`name` is what people are shown and never a path. `content` is text in UTF-8 unless it is a file's. With a
    `reason` it has failed before it was read, and its content is not kept."""

    kind: ItemKind
    name: str
    content: bytes
    said: Said = field(default_factory=Said)
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobItem:
    """`number` counts within the job, from 1. `outcome`, `claims` and `article` are those of an item that is done,
    `reason` that of one that failed, None for others. `kept` says whether its material is still there: without it a
    failed item cannot be tried again. `size` is in bytes."""

    job: int
    number: int
    kind: ItemKind
    name: str
    size: int
    state: ItemState
    changed_at: datetime
    outcome: Outcome | None = None
    claims: int | None = None
    article: str | None = None
    reason: str | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCounts:
    """How many items of a job are in each state."""

    waiting: int = 0
    reading: int = 0
    done: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        return self.waiting + self.reading + self.done + self.failed

    @property
    def over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return not self.waiting and not self.reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`made_by` is None where nobody had to say who he is."""

    id: int
    name: str
    made_by: str | None
    made_at: datetime
    counts: ItemCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenItem:
    """An item that a worker reads now, with all that it takes to read it."""

    job: int
    number: int
    kind: ItemKind
    name: str
    content: bytes
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of an item that was read."""

    outcome: Outcome
    claims: int
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKey:
    """A key by which a caller makes sure that what it sends twice is done once; `digest` is that of what it sent."""

    caller: str
    key: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAnswer:
    """What a request was answered: its status in HTTP, headers by name, the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRequest:
    """A request that came with a key, when it came first, the job that it made, and what it was answered: None where it
    was not answered yet."""

    request: RequestKey
    made_at: datetime
    job: int
    answer: RequestAnswer | None
