"""What kind of source a claim has, for a reader's first glance."""

from collections.abc import Iterable
from enum import StrEnum

from provenance.model import AgentKind, Chain, Claim, Link, Mode, StateAffiliation


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
    """The affiliation of the outlets that carried it comes first, then who spoke: of several who speak jointly the best
    known. Where nobody spoke and nobody carried it, the publisher is the source, with its own affiliation."""
    chain = claim.chain
    if chain.carriers:
        return _affiliated(chain.carriers) or _speaking(chain) or SourceKind.OUTLET
    if claim.mode is Mode.OWN:
        return _affiliated((chain.publisher,)) or SourceKind.OWN
    return _affiliated(chain.speakers) or _speaking(chain) or SourceKind.UNNAMED


def _affiliated(links: Iterable[Link]) -> SourceKind | None:
    affiliations = {link.standing.state_affiliated for link in links if link.standing}
    if StateAffiliation.YES in affiliations:
        return SourceKind.STATE_AFFILIATED
    return SourceKind.DISPUTED if StateAffiliation.DISPUTED in affiliations else None


def _speaking(chain: Chain) -> SourceKind | None:
    kinds = {_BY_AGENT[link.agent.kind] for link in chain.speakers}
    return next((kind for kind in SourceKind if kind in kinds), None)
