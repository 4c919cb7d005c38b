"""The closed sets of the directory: what can be asserted of an outlet, and in which words."""

from collections.abc import Mapping
from enum import StrEnum


class Polarity(StrEnum):
    """What a legal designation does to the outlet that it names."""

    SANCTION = "sanction"
    DISCLOSURE = "disclosure"
    LICENCE = "licence"
    REPRESSION = "repression"


VALUES: Mapping[str, frozenset[str]] = {
    "kind": frozenset(
        {
            "wire_agency",
            "video_agency",
            "tv",
            "radio",
            "tv_radio",
            "newspaper",
            "magazine",
            "online",
            "telegram_channel",
            "media_group",
            "monitoring_service",
            "fact_checker",
            "ngo",
            "think_tank",
            "official_source",
            "press_release_wire",
            "aggregator",
            "content_network",
        }
    ),
    "ownership": frozenset(
        {
            "state",
            "state_majority",
            "state_company",
            "party",
            "party_state",
            "public_law_body",
            "cooperative",
            "foundation_trust",
            "nonprofit",
            "private",
            "private_state_linked",
            "unknown",
        }
    ),
    "funding": frozenset(
        {
            "state_budget",
            "licence_fee_or_levy",
            "state_grant_to_independent_body",
            "commercial",
            "subscribers",
            "donors",
            "mixed",
            "unknown",
        }
    ),
    "governance": frozenset({"state_appoints_management", "state_does_not_appoint_management", "unknown"}),
    "editorial_control": frozenset(
        {
            "state_controlled",
            "captured_public",
            "captured_private",
            "constrained_by_censorship_regime",
            "statutory_independence",
            "independent",
            "party_controlled",
            "unknown",
        }
    ),
    "smm_code": frozenset({"SC", "CaPu", "CaPr", "ISFM", "ISF", "ISM", "IP"}),
    "state_affiliation": frozenset({"yes", "no"}),
    "community_status": frozenset(
        {"generally_reliable", "no_consensus", "generally_unreliable", "deprecated", "blacklisted", "mixed"}
    ),
}
"""Dimension -> its values. `legal_designation` and `membership` are open in part and checked by `is_value`."""

DESIGNATIONS: Mapping[str, Polarity] = {
    "broadcast_ban": Polarity.SANCTION,
    "asset_freeze": Polarity.SANCTION,
    "sdn": Polarity.SANCTION,
    "foreign_mission": Polarity.DISCLOSURE,
    "foreign_principal_register": Polarity.DISCLOSURE,
    "licence_revocation": Polarity.LICENCE,
    "foreign_agent": Polarity.REPRESSION,
    "undesirable_organisation": Polarity.REPRESSION,
    "extremist_material": Polarity.REPRESSION,
    "extremist_organisation": Polarity.REPRESSION,
    "blocked": Polarity.REPRESSION,
}
"""Kind of act -> what it does. The value of an assertion is jurisdiction and kind: `eu_broadcast_ban`. A foreign-agent
law of the kind that marks critics is repression; a register of those who act for a foreign principal is disclosure."""

TYPES_OF_MEDIA: Mapping[str, str] = {
    "SC": "state-controlled media",
    "CaPu": "captured public media",
    "CaPr": "captured private media",
    "ISFM": "independent, though a state pays and appoints its management",
    "ISF": "independent, though a state pays",
    "ISM": "independent, though a state appoints its management",
    "IP": "independent public media",
}
"""The codes of State Media Monitor's typology, in words."""

SINGLE_VALUED = frozenset(VALUES) - {"kind"}
"""A rater says one thing at a time in these; newer words replace older ones."""

DIMENSIONS = frozenset(VALUES) | {"legal_designation", "membership"}


def said_in_words(dimension: str, value: str) -> tuple[str, str]:
    """What is asserted, and what it is asserted to be, for a reader."""
    if dimension == "smm_code":
        return "State Media Monitor type", f"{TYPES_OF_MEDIA[value]} ({value})" if value in TYPES_OF_MEDIA else value
    return dimension.replace("_", " "), value.replace("_", " ")


def designation_kind(value: str) -> str:
    """The kind of act: `broadcast_ban` of `eu_broadcast_ban`."""
    return value.partition("_")[2]


def polarity(value: str) -> Polarity:
    """What the designation does; KeyError for a value outside the closed set."""
    return DESIGNATIONS[designation_kind(value)]


def is_value(dimension: str, value: str) -> bool:
    if dimension == "legal_designation":
        jurisdiction = value.partition("_")[0]
        return len(jurisdiction) == 2 and jurisdiction.isalpha() and designation_kind(value) in DESIGNATIONS
    if dimension == "membership":
        return bool(value)
    return value in VALUES[dimension]


def values_in_words(dimension: str) -> str:
    """For messages: what may be written."""
    if dimension == "legal_designation":
        return "a two-letter jurisdiction, '_' and one of " + ", ".join(sorted(DESIGNATIONS))
    return "one of " + ", ".join(sorted(VALUES.get(dimension, frozenset())))
