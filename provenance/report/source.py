"""What kind of source a claim has, for a reader's first glance."""

from enum import StrEnum

from provenance.model import AgentKind, Chain, Claim, Mode, StateAffiliation


class SourceKind(StrEnum):
    """In the order in which they take precedence."""

    STATE_AFFILIATED = "state-affiliated"
    DISPUTED = "disputed"
    SPEAKER = "speaker"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    OWN = "own"


_BY_AGENT = {
    AgentKind.PERSON: SourceKind.SPEAKER,
    AgentKind.ORGANISATION: SourceKind.SPEAKER,
    AgentKind.DOCUMENT: SourceKind.DOCUMENT,
    AgentKind.UNNAMED: SourceKind.UNNAMED,
    AgentKind.OUTLET: SourceKind.OUTLET,
}


def source_kind(claim: Claim) -> SourceKind:
    """State affiliation of any outlet on the way comes first, then its dispute, then who spoke: of several who speak
    jointly the best known, an outlet where nobody else is named, else the publisher's own voice."""
    affiliations = {link.standing.state_affiliated for link in claim.chain.links if link.standing}
    if StateAffiliation.YES in affiliations:
        return SourceKind.STATE_AFFILIATED
    if StateAffiliation.DISPUTED in affiliations:
        return SourceKind.DISPUTED
    return _speaking(claim.chain, claim.mode)


def _speaking(chain: Chain, mode: Mode) -> SourceKind:
    if mode is Mode.OWN:
        return SourceKind.OWN
    kinds = {_BY_AGENT[link.agent.kind] for link in chain.speakers}
    if kinds:
        return next(kind for kind in SourceKind if kind in kinds)
    return SourceKind.OUTLET if chain.carriers else SourceKind.UNNAMED
