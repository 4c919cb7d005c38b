"""The directory as JSON-LD in the words of schema.org: a NewsMediaOrganization each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from provenance.model import Outlet
from provenance.outlets.classification import classify
from provenance.outlets.control import state_of, way_up
from provenance.outlets.directory import Directory
from provenance.outlets.statements import controller_name

Node = Mapping[str, Any]
"""Any: JSON."""


def linked_data(directory: Directory, on: date) -> Node:
    """Names, hosts and owners are those of the day, and so is what `ownershipFundingInfo` says in words."""
    graph = [_node(directory, outlet, on) for outlet in directory.outlets.values()]
    return {"@context": "https://schema.org", "@graph": graph}


def _node(directory: Directory, outlet: Outlet, on: date) -> Node:
    derived = classify(directory, outlet.id, on)
    others = [name.text for name in outlet.names if name.valid.holds(on) and name.text != outlet.name]
    hosts = [domain.host for domain in outlet.domains if domain.valid.holds(on) and domain.kind == "primary"]
    answer = f"{derived.standing.label}; state-affiliated: {derived.standing.state_affiliated}"
    node: dict[str, Any] = {
        "@type": "NewsMediaOrganization",
        "@id": _identity(outlet.id),
        "name": outlet.name,
        "alternateName": sorted(set(others)),
        "url": [f"https://{host}/" for host in sorted(hosts)],
        "address": {"@type": "PostalAddress", "addressCountry": outlet.country} if outlet.country else None,
        "parentOrganization": _parent(directory, outlet, on),
        "ownershipFundingInfo": f"On {on.isoformat()}: {answer}. {derived.reason}",
    }
    return {key: _single(value) for key, value in node.items() if value}


def _identity(outlet: str) -> str:
    return f"urn:provenance:outlet:{outlet}"


def _single(value: object) -> object:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _parent(directory: Directory, outlet: Outlet, on: date) -> Node | None:
    """The next one up; a person is no organization."""
    steps = way_up(directory.outlets, outlet.id, on)
    if not steps:
        return None
    upper = steps[0].upper
    if upper in directory.outlets:
        return {"@id": _identity(upper), "name": directory.outlets[upper].name}
    if upper.startswith("person:"):
        return None
    kind = "GovernmentOrganization" if state_of(upper) else "Organization"
    return {"@type": kind, "name": controller_name(upper)}
