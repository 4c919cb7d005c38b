"""What is told of outlets, of hosts and of the directory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from provenance.model import Assertion, Classification, Label, Outlet, StateAffiliation


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet and what follows for it at a day; `directory` is the edition that says so."""

    outlet: Outlet
    classification: Classification
    directory: str

    @property
    def others(self) -> tuple[Assertion, ...]:
        """What is asserted of the outlet and has no part in its label, neither for it nor in dissent."""
        weighed = (*self.classification.assertions, *self.classification.dissent)
        return tuple(assertion for assertion in self.outlet.assertions if assertion not in weighed)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFilter:
    """Every condition given must hold; None asks nothing. `name` is an id, a name or a host."""

    name: str | None = None
    country: str | None = None
    label: Label | None = None
    state_affiliated: StateAffiliation | None = None
    family: str | None = None
    rater: str | None = None
    designation: str | None = None

    def takes(self, row: OutletRow) -> bool:
        """`country` is a code, `rater` an id, `designation` a value ("eu_broadcast_ban"), a kind of act or a
        jurisdiction, in small letters; raters and designations count where their words hold at the row's day."""
        standing = row.classification.standing
        return (
            self.country in (None, row.outlet.country)
            and self.label in (None, standing.label)
            and self.state_affiliated in (None, standing.state_affiliated)
            and (self.family is None or self.family.casefold() == standing.control_family.casefold())
            and (self.rater is None or any(one.rater == self.rater for one in self._held(row)))
            and (self.designation is None or any(map(self._designates, self._held(row))))
        )

    def _held(self, row: OutletRow) -> Iterator[Assertion]:
        return (one for one in row.outlet.assertions if one.valid.holds(row.classification.on))

    def _designates(self, assertion: Assertion) -> bool:
        if assertion.dimension != "legal_designation":
            return False
        jurisdiction, _, kind = assertion.value.partition("_")
        return self.designation in (assertion.value, kind, jurisdiction)


class HostVerdict(StrEnum):
    """What a host is at a day."""

    KNOWN = "known"
    MIRROR = "mirror"
    REDIRECT = "redirect"
    FORMER = "former"
    NOT_YET = "not yet"
    LOOKALIKE = "look-alike"
    UNKNOWN = "unknown"
    NO_HOST = "no host"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRow:
    """`outlet` is whose it is, or whom it only resembles; `own` the host in the directory; None where there is none."""

    host: str
    verdict: HostVerdict
    words: str
    outlet: Outlet | None = None
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One line of the rule tables: `answer` is what it gives, None where it only says what counts; `needs` holds groups
    of which each must be asserted in one of its values, `lacks` what must not be."""

    id: str
    table: str
    answer: str | None
    words: str
    needs: tuple[tuple[str, ...], ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """`problems` is empty for a directory that is valid; the counts are those of a valid one alone."""

    problems: tuple[str, ...]
    edition: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
