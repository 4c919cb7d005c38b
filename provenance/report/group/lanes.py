"""Who printed a group's claims when: a lane for each outlet, or for each family where there are many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from provenance.model import StateAffiliation, ToldClaim
from provenance.report.group.schema import LaneDocument

MOST_LANES = 12
"""Lanes of one picture; further ones are counted."""


def publisher_family(told: ToldClaim) -> str | None:
    standing = told.claim.chain.publisher.standing
    return standing.control_family if standing else None


def lanes_of(told: Sequence[ToldClaim], *, families: bool) -> tuple[list[LaneDocument], int]:
    """Those with the most claims first, and how many more there are."""
    lanes: dict[str, list[ToldClaim]] = defaultdict(list)
    for one in told:
        agent = one.claim.chain.publisher.agent
        own = agent.outlet or agent.name
        lanes[(publisher_family(one) if families else None) or own].append(one)
    documents = sorted(
        (_lane(key, held) for key, held in lanes.items()), key=lambda lane: (-lane["claims"], lane["name"])
    )
    return documents[:MOST_LANES], max(len(documents) - MOST_LANES, 0)


def _lane(key: str, told: Sequence[ToldClaim]) -> LaneDocument:
    links = [one.claim.chain.publisher for one in told]
    outlets = {link.agent.outlet or link.agent.name for link in links}
    affiliations = {link.standing.state_affiliated if link.standing else StateAffiliation.UNKNOWN for link in links}
    return {
        "name": min(link.agent.name for link in links) if len(outlets) == 1 else key,
        "outlets": len(outlets),
        "claims": len(told),
        "state_affiliated": (affiliations.pop() if len(affiliations) == 1 else StateAffiliation.UNKNOWN).value,
        "days": [{"day": day.isoformat() if day else None, "claims": claims} for day, claims in _days(told)],
    }


def _days(told: Iterable[ToldClaim]) -> list[tuple[date | None, int]]:
    counted = Counter(one.article.published for one in told)
    return sorted(counted.items(), key=lambda each: each[0] or date.max)
