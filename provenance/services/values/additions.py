"""What a newsroom adds to the directory, and what that changes."""

from dataclasses import dataclass

from provenance.model import Classification
from provenance.outlets import Addition, Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an outlet was and is at a day; None where the directory did not or does not know it."""

    outlet: str
    before: Classification | None
    after: Classification | None

    @property
    def is_one(self) -> bool:
        """Whether a reader sees another standing."""
        standings = [each.standing if each else None for each in (self.before, self.after)]
        return standings[0] != standings[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was appended, and what that changed, by outlet."""

    additions: tuple[Addition, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedAddition:
    """`taken_back_by` is the retraction that holds; None for what is in force."""

    addition: Addition
    taken_back_by: Addition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssertion:
    """What a newsroom asserts, in its own words: checked when it meets the directory. `rater` is an id or a name, None
    for the newsroom itself; `asserted` is when the rater said so, None for today; other texts that are None stay
    empty."""

    outlet: str
    dimension: str
    value: str
    basis: str
    confidence: str
    evidence_url: str | None = None
    evidence_quote: str | None = None
    evidence_title: str | None = None
    since: str | None = None
    until: str | None = None
    scope: str | None = None
    rater: str | None = None
    asserted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`rater` is an id or a name, None for the newsroom or what the list says; `asserted` when the list was made, None
    for today; `evidence_url` the page where the whole list stands. With `skip_conflicts` rows that conflict are left
    out, without it they stop the import."""

    rater: str | None = None
    asserted: str | None = None
    evidence_url: str | None = None
    skip_conflicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of each row of a list, what it changes, by outlet, and what was appended: nothing in a dry run."""

    planned: tuple[Planned, ...]
    changes: tuple[Change, ...]
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """A row of a list with what becomes of it, and of its outlet's standing; `change` is None where that stays."""

    planned: Planned
    change: Change | None
