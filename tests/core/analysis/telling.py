"""Claims as newsrooms tell them: who prints, through whom, on whose word."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from provenance.analysis import Corpus
from provenance.matching import Reprint, ReprintKind
from provenance.model import (
    Agent,
    AgentKind,
    Article,
    Chain,
    Claim,
    Comparison,
    Group,
    Label,
    Link,
    Mode,
    Role,
    Standing,
    StateAffiliation,
    Via,
)
from tests.builders import a_chain, a_claim, a_comparison, a_link, a_standing, an_article

DAY = date(2025, 6, 2)
RUSSIA, UKRAINE = "state:RU", "state:UA"

STATE_RUN = a_standing(
    label=Label.STATE_OWNED, state_affiliated=StateAffiliation.YES, control_family=RUSSIA, states=("RU",)
)
STANDINGS = {
    "TASS": STATE_RUN,
    "RIA Novosti": STATE_RUN,
    "Ukrinform": a_standing(
        label=Label.STATE_OWNED, state_affiliated=StateAffiliation.YES, control_family=UKRAINE, states=("UA",)
    ),
    "Interfax": a_standing(state_affiliated=StateAffiliation.DISPUTED, control_family="interfax", states=("RU",)),
    "Reuters": a_standing(control_family="thomson-reuters"),
    "The Guardian": a_standing(control_family="scott-trust"),
    "Asia-Plus": a_standing(control_family="asia-plus"),
    "LIGA.net": a_standing(control_family="liga"),
}
"""What the directory says; an outlet that is not here is unknown to it."""


def medinsky() -> Link:
    return a_link(Agent(name="Vladimir Medinsky", kind=AgentKind.PERSON, party=RUSSIA))


def zelensky(name: str = "Volodymyr Zelensky") -> Link:
    return a_link(Agent(name=name, kind=AgentKind.PERSON, party=UKRAINE))


def unnamed(name: str = "a source", party: str | None = None) -> Link:
    return a_link(Agent(name=name, kind=AgentKind.UNNAMED, party=party))


def outlet(name: str, **values: Any) -> Link:
    """A carrier; a publisher by its place."""
    known: Standing | None = STANDINGS.get(name)
    agent = Agent(name=name, kind=AgentKind.OUTLET, outlet=name.lower().replace(" ", "-") if known else None)
    return Link(**{"step": 1, "role": Role.CARRIER, "agent": agent, "via": Via.REPORTED, "standing": known, **values})


def printed(publisher: str, *, number: int = 1, day: date | None = DAY) -> Article:
    """Another number, another article of the publisher."""
    url = f"https://{publisher.lower().replace(' ', '-')}.example/{number}"
    return an_article(f"{publisher} {number}", url=url, outlet_name=publisher, published=day)


def told(
    publisher: str,
    speaker: Link | None,
    *,
    by: tuple[str, ...] = (),
    number: int = 1,
    **values: Any,
) -> Claim:
    """What `publisher` prints on the word of `speaker` (None: its own or its carriers'), through the outlets `by`."""
    chain = a_chain(outlet(publisher, via=None), [outlet(name) for name in by], speaker)
    own = speaker is None and not by
    return a_claim(
        "the talks lasted an hour",
        article=printed(publisher, number=number),
        chain=chain,
        **{"mode": Mode.OWN if own else Mode.INDIRECT, "cue": None if own else "said", **values},
    )


def linked(publisher: str, *steps: tuple[Link, ...], **values: Any) -> Claim:
    """A claim whose chain has several links on a step: in parallel or jointly."""
    links = [replace(outlet(publisher, via=None), step=0, role=Role.PUBLISHER)]
    links += [replace(link, step=step) for step, together in enumerate(steps, start=1) for link in together]
    chain = Chain(links=tuple(links))
    return a_claim("the talks lasted an hour", article=printed(publisher), chain=chain, **values)


def a_corpus(
    claims: Iterable[Claim],
    comparisons: Iterable[Comparison] = (),
    groups: Iterable[Group] = (),
    reprints: Iterable[Reprint] = (),
    days: Mapping[str, date | None] | None = None,
) -> Corpus:
    """Every claim's article with it; `days` gives the days of articles by claim id, the others are of one day."""
    of_claims = {claim.id: claim for claim in claims}
    articles = {
        claim.article_id: printed(claim.chain.publisher.agent.name, number=number, day=(days or {}).get(claim.id, DAY))
        for claim in of_claims.values()
        for number in (1, 2, 3)
        if printed(claim.chain.publisher.agent.name, number=number).id == claim.article_id
    }
    return Corpus(
        articles=articles,
        claims=of_claims,
        comparisons=tuple(comparisons),
        groups=tuple(groups),
        reprints=tuple(reprints),
    )


def all_agree(*claims: Claim) -> list[Comparison]:
    return [a_comparison(one, other) for one, other in combinations(claims, 2)]


def a_reprint(one: Claim, other: Claim, kind: ReprintKind = ReprintKind.VERBATIM) -> Reprint:
    left, right = sorted((one.article_id, other.article_id))
    return Reprint(left=left, right=right, kind=kind, overlap=0.94, reason="94% of the words stand in the other.")
