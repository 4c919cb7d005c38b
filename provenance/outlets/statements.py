"""The directory as statements of followthemoney, the data model of investigations (followthemoney.tech): one value of
one property of one entity each, with who says so.

An outlet is an Organization, and a Company where something owns it, for there only a company can be owned. What leads
up to a controller is an Ownership, what leads back in time a Succession, where words come from an UnknownLink. A
sanction is a Sanction; what a state does to its own press (a register of "foreign agents", a ban as "undesirable") is
none and stays a note.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from provenance.model import Ambiguity, Assertion, Evidence, Interval, Label, Outlet, OutletRelation
from provenance.outlets.classification import classify
from provenance.outlets.control import BACKWARD, CONTROLLERS, SIDEWAYS, UPWARD, state_of
from provenance.outlets.dimensions import Polarity, polarity, said_in_words
from provenance.outlets.directory import Directory

DATASET = "provenance_outlets"
_ORIGIN = "directory"
_SCHEMAS: Mapping[str, str] = {"state": "PublicBody", "party": "Organization", "company": "Company", "person": "Person"}
Statement = Mapping[str, str | bool | None]


_LINKS = (
    (UPWARD, ("Ownership", "owner", "asset")),
    (BACKWARD, ("Succession", "predecessor", "successor")),
    (SIDEWAYS, ("UnknownLink", "object", "subject")),
)
"""By kind of relation: the schema, and its properties for the other one and for the outlet itself."""


@dataclass(slots=True)
class _Entity:
    id: str
    schema: str
    statements: list[Statement] = field(default_factory=list)

    def add(self, prop: str, value: str | None, origin: str = _ORIGIN) -> None:
        if not value:
            return
        key = f"{DATASET}.{self.id}.{prop}.{value}"
        self.statements.append(
            {
                "canonical_id": self.id,
                "entity_id": self.id,
                "prop": prop,
                "schema": self.schema,
                "value": value,
                "dataset": DATASET,
                "lang": None,
                "original_value": None,
                "first_seen": None,
                "last_seen": None,
                "external": False,
                "origin": origin,
                "id": hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest(),
            }
        )


def statements(directory: Directory, on: date | None) -> Iterator[Statement]:
    """In the order of entities; labels are those of the day."""
    controllers: dict[str, None] = {}
    for outlet in directory.outlets.values():
        yield from _outlet(directory, outlet, on)
        for relation in outlet.relations:
            yield from _relation(outlet, relation)
            if relation.other.partition(":")[0] in CONTROLLERS:
                controllers[relation.other] = None
        for assertion in outlet.assertions:
            yield from _sanction(directory, outlet, assertion)
    for controller in sorted(controllers):
        yield from _controller(controller)


def _outlet(directory: Directory, outlet: Outlet, on: date | None) -> list[Statement]:
    owned = any(relation.kind in UPWARD for relation in outlet.relations)
    entity = _Entity(outlet.id, "Company" if owned else "Organization")
    entity.add("name", outlet.name)
    for name in outlet.names:
        if name.text != outlet.name:
            trusted = "previousName" if name.kind == "former" else "alias"
            entity.add(trusted if name.ambiguity is Ambiguity.UNIQUE else "weakAlias", name.text)
    entity.add("country", (outlet.country or "").lower())
    for domain in outlet.domains:
        entity.add("website", f"https://{domain.host}/")
    label = classify(directory, outlet.id, on).standing.label
    entity.add("classification", label.value, "rules")
    entity.add("topics", "gov.soe" if label is Label.STATE_OWNED else None, "rules")
    for assertion in outlet.assertions:
        entity.add("notes", _note(directory, assertion), assertion.rater)
        entity.add("sourceUrl", assertion.evidence.url if assertion.evidence else None, assertion.rater)
    return _each_once(entity)


def _each_once(entity: _Entity) -> list[Statement]:
    return list({str(statement["id"]): statement for statement in reversed(entity.statements)}.values())[::-1]


def _note(directory: Directory, one: Assertion) -> str:
    ends = [f"{word} {day.text}" for word, day in (("from", one.valid.since), ("to", one.valid.until)) if day]
    said = [directory.rater_name(one.rater), one.asserted, *ends, one.scope]
    quote = f": “{one.evidence.quote}”" if one.evidence and one.evidence.quote else ""
    value = ": ".join(said_in_words(one.dimension, one.value))
    return f"{value} ({', '.join(filter(None, said))}){quote}"


def _relation(outlet: Outlet, relation: OutletRelation) -> list[Statement]:
    schema, other, own = next(link for kinds, link in _LINKS if relation.kind in kinds)
    since = relation.valid.since.text if relation.valid.since else ""
    identity = f"{outlet.id}-{relation.kind}-{entity_id(relation.other)}-{since}".rstrip("-").replace("_", "-")
    entity = _Entity(identity, schema)
    entity.add(other, entity_id(relation.other))
    entity.add(own, outlet.id)
    entity.add("percentage", relation.share)
    entity.add("role", relation.kind.replace("_", " "))
    _add_days(entity, relation.valid, _ORIGIN)
    _add_evidence(entity, relation.evidence, "description", _ORIGIN)
    return entity.statements


def _sanction(directory: Directory, outlet: Outlet, one: Assertion) -> list[Statement]:
    if one.dimension != "legal_designation" or polarity(one.value) is not Polarity.SANCTION:
        return []
    since = one.valid.since.text if one.valid.since else ""
    entity = _Entity(f"{outlet.id}-{one.value}-{since}".rstrip("-").replace("_", "-"), "Sanction")
    entity.add("entity", outlet.id, one.rater)
    entity.add("country", one.value.partition("_")[0].replace("uk", "gb"), one.rater)
    entity.add("program", one.value.replace("_", " "), one.rater)
    entity.add("authority", directory.rater_name(one.rater), one.rater)
    entity.add("listingDate", one.asserted, one.rater)
    _add_days(entity, one.valid, one.rater)
    _add_evidence(entity, one.evidence, "reason", one.rater)
    return entity.statements


def _add_days(entity: _Entity, valid: Interval, origin: str) -> None:
    entity.add("startDate", valid.since.text if valid.since else None, origin)
    entity.add("endDate", valid.until.text if valid.until else None, origin)


def _add_evidence(entity: _Entity, evidence: Evidence | None, prop: str, origin: str) -> None:
    if evidence is not None:
        entity.add("sourceUrl", evidence.url, origin)
        entity.add(prop, evidence.quote, origin)


def _controller(controller: str) -> list[Statement]:
    entity = _Entity(entity_id(controller), _SCHEMAS[controller.partition(":")[0]])
    state = state_of(controller)
    entity.add("name", controller_name(controller))
    entity.add("country", state.lower() if state else None)
    return entity.statements


def entity_id(controller: str) -> str:
    """Of an outlet its own id, of a controller its kind and name without the colon."""
    return controller.replace(":", "-").lower()


def controller_name(controller: str) -> str:
    """As well as an id tells it: "Axel Springer" of `company:axel-springer`, "State RU" of `state:RU`."""
    kind, _, name = controller.partition(":")
    return f"State {name}" if kind == "state" else name.replace("-", " ").title()
