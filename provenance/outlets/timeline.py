"""What is known of an outlet in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from provenance.model import Assertion, Evidence, Interval, Outlet
from provenance.outlets.dimensions import said_in_words


class EventKind(StrEnum):
    ASSERTION = "assertion"
    NAME = "name"
    RELATION = "relation"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`asserted` is when the rater said so; `rater` is None for what nobody rates; `words` say what holds."""

    kind: EventKind
    words: str
    valid: Interval
    asserted: str | None = None
    rater: str | None = None
    evidence: Evidence | None = None

    @property
    def at(self) -> str | None:
        """When it begins; else when it was said; else when it ends; None for what has no date."""
        since, until = self.valid.since, self.valid.until
        return since.text if since else self.asserted or (until.text if until else None)


def timeline(outlet: Outlet) -> tuple[Event, ...]:
    """Every assertion and relation, and the names and hosts that have a date; by time, then by rater."""
    return tuple(
        sorted(_events(outlet), key=lambda event: (event.at is None, event.at or "", event.rater or "", _key(event)))
    )


def _key(event: Event) -> tuple[str, str, str]:
    return event.kind, event.words, repr(event.valid)


def _events(outlet: Outlet) -> Iterator[Event]:
    for assertion in outlet.assertions:
        yield Event(
            kind=EventKind.ASSERTION,
            words=assertion_in_words(assertion),
            valid=assertion.valid,
            asserted=assertion.asserted,
            rater=assertion.rater,
            evidence=assertion.evidence,
        )
    for relation in outlet.relations:
        share = f" ({relation.share} %)" if relation.share else ""
        words = f"{relation.kind.replace('_', ' ')} {relation.other}{share}"
        yield Event(kind=EventKind.RELATION, words=words, valid=relation.valid, evidence=relation.evidence)
    for name in outlet.names:
        if name.valid != Interval():
            yield Event(kind=EventKind.NAME, words=f"{name.text} ({name.kind} name)", valid=name.valid)
    for domain in outlet.domains:
        if domain.valid != Interval():
            yield Event(kind=EventKind.DOMAIN, words=f"{domain.host} ({domain.kind} host)", valid=domain.valid)


def assertion_in_words(assertion: Assertion) -> str:
    scope = f" ({assertion.scope})" if assertion.scope else ""
    return f"{': '.join(said_in_words(assertion.dimension, assertion.value))}{scope}"
