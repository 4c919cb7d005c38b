"""Who stands above an outlet at a day: the way up through dated relations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from provenance.model import Outlet, OutletRelation

UPWARD = ("controlled_by", "part_of", "brand_of")
"""Relations that lead to a controller, the weightiest first; of two of a kind the smaller id leads."""
BACKWARD = ("successor_of", "renamed_from")
SIDEWAYS = ("mirror_of", "licensee_of", "syndicates_from")
"""Relations that tell where words come from, not who decides."""
CONTROLLERS = ("state", "party", "company", "person")
"""Prefixes of controllers that are no outlet: `state:RU`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`lower` is tied to `upper` (an outlet id or a controller) by `relation`."""

    lower: str
    upper: str
    relation: OutletRelation


def way_up(outlets: Mapping[str, Outlet], outlet_id: str, on: date | None) -> tuple[Step, ...]:
    """From the outlet to its ultimate controller at the day; empty for an outlet that nobody is known to control."""
    steps: list[Step] = []
    current = outlet_id
    while current in outlets:
        relation = _leading(outlets[current], on)
        if relation is None:
            break
        steps.append(Step(lower=current, upper=relation.other, relation=relation))
        current = relation.other
    return tuple(steps)


def _leading(outlet: Outlet, on: date | None) -> OutletRelation | None:
    standing = [relation for relation in outlet.relations if relation.kind in UPWARD and relation.valid.holds(on)]
    return min(standing, key=lambda relation: (UPWARD.index(relation.kind), relation.other), default=None)


def state_of(controller: str) -> str | None:
    """The ISO code of `state:RU`; None for every other controller or outlet."""
    kind, _, code = controller.partition(":")
    return code if kind == "state" else None
