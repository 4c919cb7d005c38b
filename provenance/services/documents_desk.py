"""Groups, outlets and speakers as plain data, ready for JSON: what their pages show."""

from collections.abc import Iterable, Mapping
from typing import Any

from provenance.model import Outlet, Role, ToldClaim
from provenance.report import claim_to_dict, group_document, link_to_dict, told_in
from provenance.services.agents import CountedOutlet, OutletList, OutletView, SpeakerList, SpeakerView
from provenance.services.documents import Document, addition_to_dict, card_to_dict, decision_to_dict
from provenance.services.documents_lists import part_to_dict
from provenance.services.groups import GroupView
from provenance.services.values.additions import Added, LoggedAddition
from provenance.services.values.pages import PageAsked
from provenance.storage import DayTally, Tally

ROLES = {Role.PUBLISHER: "printed", Role.CARRIER: "carried", Role.SPEAKER: "said"}


def added_to_dict(added: Added) -> Document:
    return {
        "additions": [addition_to_dict(LoggedAddition(addition=one, taken_back_by=None)) for one in added.additions]
    }


def group_view_to_dict(view: GroupView, part: PageAsked) -> Document:
    """`appearances` are those of the page; `held_against` is where the claim stands that others are held against."""
    document = group_document(view.facts)
    appearances = document["appearances"]
    chosen = next(told for told in view.facts.members if told.claim.id == view.facts.against)
    return {
        **document,
        "appearances": part.of(appearances),
        "page": part_to_dict(part, len(appearances)),
        "held_against": told_to_dict(chosen),
        "decisions": [decision_to_dict(one) for one in view.decisions],
    }


def outlet_view_to_dict(view: OutletView, part: PageAsked) -> Document:
    return {
        "outlet": card_to_dict(view.row),
        "family": [_named(outlet) for outlet in view.family],
        "parts": {ROLES[role]: _part(tally) for role, tally in sorted(view.parts.items())},
        "part": ROLES[view.role],
        "days": days_to_list(view.days),
        "claims": [told_to_dict(told) for told in view.claims],
        "page": part_to_dict(part, view.total),
        "credited_by": [tally_to_dict(tally) for tally in view.credited_by],
        "credited_beside": [tally_to_dict(tally) for tally in view.beside],
        "additions": [addition_to_dict(one) for one in view.additions],
    }


def outlet_list_to_dict(found: OutletList, part: PageAsked) -> Document:
    return {
        "outlets": [_counted(one) for one in found.outlets],
        "page": part_to_dict(part, found.total),
        "not_in_the_directory": [tally_to_dict(tally) for tally in found.strangers],
    }


def speaker_view_to_dict(view: SpeakerView, part: PageAsked) -> Document:
    return {
        "name": view.name,
        "unnamed": view.unnamed,
        "kinds": [tally_to_dict(tally) for tally in view.kinds],
        "perhaps_the_same": [tally_to_dict(tally) for tally in view.alike],
        "denied": view.denied,
        "contradicted": view.contradicted,
        "outlets": [tally_to_dict(tally) for tally in view.outlets],
        "days": days_to_list(view.days),
        "claims": [told_to_dict(told) for told in view.claims],
        "page": part_to_dict(part, view.total),
    }


def speaker_list_to_dict(found: SpeakerList, part: PageAsked) -> Document:
    return {
        "speakers": [tally_to_dict(tally) for tally in found.named],
        "page": part_to_dict(part, found.total),
        "unnamed": [tally_to_dict(tally) for tally in found.unnamed],
        "unnamed_total": found.unnamed_total,
    }


def told_to_dict(told: ToldClaim) -> Document:
    """A claim with its chain and the article it stands in."""
    return {
        "claim": claim_to_dict(told.claim),
        "chain": [link_to_dict(link) for link in told.claim.chain.links],
        "channel": told.claim.chain.channel,
        "appears_in": told_in(told),
    }


def tally_to_dict(tally: Tally) -> dict[str, Any]:
    return {
        "outlet": tally.outlet,
        "name": tally.name,
        "kind": tally.kind.value,
        "role": tally.role.value,
        "claims": tally.claims,
        "articles": tally.articles,
    }


def days_to_list(days: Iterable[DayTally]) -> list[Mapping[str, Any]]:
    return [{"day": each.day.isoformat() if each.day else None, "claims": each.claims} for each in days]


def _part(tally: Tally | None) -> dict[str, int]:
    return {"claims": tally.claims if tally else 0, "articles": tally.articles if tally else 0}


def _named(outlet: Outlet) -> dict[str, str | None]:
    return {"id": outlet.id, "name": outlet.name, "country": outlet.country}


def _counted(one: CountedOutlet) -> Document:
    row, standing = one.row, one.row.classification.standing
    return {
        **_named(row.outlet),
        "label": standing.label.value,
        "state_affiliated": standing.state_affiliated.value,
        "control_family": standing.control_family,
        "printed": _part(one.printed),
        "carried": _part(one.carried),
    }
