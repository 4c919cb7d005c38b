"""A made-up article about made-up states, outlets and people, and the builders of claims and findings about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from provenance.model import (
    Agent,
    AgentKind,
    Article,
    Assertion,
    Basis,
    Caution,
    CautionCode,
    Chain,
    Claim,
    Classification,
    Confidence,
    Day,
    Evidence,
    Finding,
    Group,
    Interval,
    Label,
    Link,
    MadeWith,
    Mode,
    OriginCount,
    Reason,
    RelatedClaim,
    Relation,
    RelationKind,
    Role,
    Span,
    Standing,
    StateAffiliation,
    Via,
    joined,
)
from provenance.model import Agreement as Says
from provenance.model import Independence as Stands
from tests.builders import an_article, an_assertion

DAY = date(2025, 6, 2)
MADE_WITH = MadeWith(version="0.1.0", directory="2025.06 (62 outlets, sha256 4f1c9a)", policy="1")

TEXT = """\
The second round of talks on the Velm barrage ended in Port Maris on Monday after a little over an hour, Arvenian news \
agency ARVA has reported. The delegations left the Customs House by separate doors.

Sundal will release 6,000 megalitres a day from the upper reservoir “without any conditions”, the head of the Sundal \
delegation, Ольга Верещагина, told Северный Вестник. “We have done what we were asked to do,” she said. “The rest is \
for the engineers.”

Two officials familiar with the talks told The Harbour Courier that only 2,000 megalitres a day were agreed, and that \
the Arvenian side had left the room twice.

According to a draft of the protocol seen by the Courier, both governments would report flows every six hours to a \
joint desk in Port Maris, and a third round would be held before the end of the month.

وكالة الساحل للأنباء, citing الدكتورة ليلى الحداد, a hydrologist at the coastal university, said that the salt front \
had moved eleven kilometres inland since April. “Nobody at that table has looked at the wells,” الحداد wrote on her \
channel.

RAS, ARVA and Coast Wire, citing sources, said the Sundal delegation had arrived on Sunday. The talks had been due to \
start at noon. A bridge near Lower Velm was closed for the day, and 340 households were reportedly without water.

Arvenia’s water minister, Tomas Brandt, said the Sundal ministry had admitted that its own gauges had been wrong for \
three weeks. Sundal’s ministry of water denies this. In a statement it called the report “an invention of propaganda \
outlet ARVA”.
"""

PEERS = {
    "courier": "Two officials told this newspaper that 2,000 megalitres a day were agreed. "
    "The Arvenian side walked out twice, they said.",
    "vestnik": "Sundal will release 6,000 megalitres a day from the upper reservoir, Ольга Верещагина said on Monday.",
    "tribune": "Sundal will let through 6,000 megalitres a day on condition that Arvenia repairs the lower weir first, "
    "the minister Tomas Brandt said.",
    "arva": "The talks in Port Maris lasted a little over an hour, ARVA reports.",
    "ledger": "Wells up to nine kilometres from the coast have turned salty since April, the survey office said.",
    "arva-later": "The Sundal delegation arrived on Monday morning, sources told ARVA.",
}


def sample_article(text: str = TEXT) -> Article:
    return an_article(
        text,
        title="Barrage talks end after an hour with two different figures",
        byline="Mara Lindqvist and كريم ناصر, Port Maris",
        url="https://maris-observer.example/2025/06/02/barrage-talks?edition=world&page=1",
        outlet="maris-observer",
        outlet_name="Maris Observer",
        published=DAY,
    )


def standings() -> Mapping[str, Standing]:
    yes, no, disputed = StateAffiliation.YES, StateAffiliation.NO, StateAffiliation.DISPUTED
    rows = (
        ("maris-observer", Label.NON_PROFIT, no, "maris-observer", ()),
        ("arva", Label.STATE_OWNED, yes, "state:AR", ("XA",)),
        ("ras", Label.STATE_CONTROLLED, yes, "state:AR", ("XA",)),
        ("severny-vestnik", Label.PRIVATE_CAPTURED, disputed, "vestnik-holding", ("XS",)),
        ("harbour-courier", Label.PRIVATE, no, "harbour-courier", ()),
        ("sahel-agency", Label.PUBLIC_SERVICE, no, "sahel-agency", ()),
    )
    return {
        outlet: Standing(label=label, state_affiliated=affiliated, control_family=family, states=states)
        for outlet, label, affiliated, family, states in rows
    }


NAMES = {
    "maris-observer": "Maris Observer",
    "arva": "ARVA",
    "ras": "RAS",
    "severny-vestnik": "Северный Вестник",
    "harbour-courier": "The Harbour Courier",
    "sahel-agency": "وكالة الساحل للأنباء",
    "coast-wire": "Coast Wire",
}


def classifications() -> Mapping[str, Classification]:
    return {outlet: _classification(outlet, standing) for outlet, standing in standings().items()}


def _classification(outlet: str, standing: Standing) -> Classification:
    ownership = "state" if standing.state_affiliated is StateAffiliation.YES else "private"
    return Classification(
        outlet=outlet,
        name=NAMES[outlet],
        on=DAY,
        standing=standing,
        rule="owned-and-directed" if ownership == "state" else "no-state-control",
        reason={
            StateAffiliation.YES: "The state owns it and appoints its editor; no law shields the newsroom.",
            StateAffiliation.DISPUTED: "Two raters say that the state directs it, one says it does not.",
        }.get(standing.state_affiliated, "No rater says that a state owns or directs it."),
        assertions=_assertions(outlet, ownership),
        dissent=_dissent(outlet) if standing.state_affiliated is not StateAffiliation.NO else (),
    )


def _assertions(outlet: str, ownership: str) -> tuple[Assertion, ...]:
    return (
        an_assertion(
            outlet,
            value=ownership,
            rater="Registry of Companies",
            valid=Interval(since=Day("1992-01")),
            asserted="2024",
            evidence=Evidence(
                url=f"https://registry.example/{outlet}?lang=en&full=1",
                title="Extract of the register",
                quote="all shares are held by the ministry" if ownership == "state" else "held by natural persons",
                seen=date(2026, 1, 2),
            ),
        ),
        an_assertion(
            outlet,
            dimension="editorial_control",
            value="appointed by decree" if ownership == "state" else "editor elected by the newsroom",
            rater="Media Monitor",
            basis=Basis.RESEARCH,
            confidence=Confidence.MEDIUM,
            valid=Interval(since=Day("2014"), until=Day("2025")),
            note="The edition of 2024 covers the whole year.",
            evidence=Evidence(url=f"https://monitor.example/{outlet}"),
        ),
    )


def _dissent(outlet: str) -> tuple[Assertion, ...]:
    return (
        an_assertion(
            outlet,
            dimension="editorial_control",
            value="independent newsroom",
            rater="The outlet itself",
            basis=Basis.SELF_DECLARED,
            confidence=Confidence.LOW,
            evidence=Evidence(url=f"https://{outlet}.example/about", quote="Our newsroom answers to nobody."),
        ),
    )


def publisher() -> Link:
    return outlet_link("maris-observer", 0, role=Role.PUBLISHER)


def outlet_link(outlet: str, step: int, via: Via | None = None, mention: str | None = None, **values: Any) -> Link:
    known = standings().get(outlet)
    agent = Agent(name=NAMES[outlet], kind=AgentKind.OUTLET, outlet=outlet if known else None)
    link = Link(step=step, role=Role.CARRIER, agent=agent, via=via, standing=known)
    return replace(link, **{**_mentioned(mention), **values})


def speaker(
    name: str, step: int, kind: AgentKind = AgentKind.PERSON, party: str | None = None, mention: str = ""
) -> Link:
    agent = Agent(name=name, kind=kind, party=party)
    return replace(Link(step=step, role=Role.SPEAKER, agent=agent), **_mentioned(mention or name))


def peer_speaker(name: str, kind: AgentKind = AgentKind.PERSON, party: str | None = None) -> Link:
    return Link(step=1, role=Role.SPEAKER, agent=Agent(name=name, kind=kind, party=party))


def _mentioned(mention: str | None) -> Mapping[str, Any]:
    if mention is None:
        return {}
    start = TEXT.index(mention)
    return {"mention": mention, "span": Span(start, start + len(mention))}


def places(*pieces: str, text: str = TEXT) -> tuple[Span, ...]:
    starts = [(text.index(piece), len(piece)) for piece in pieces]
    return tuple(Span(start, start + length) for start, length in starts)


def claim(*pieces: str, links: tuple[Link, ...], channel: str | None = None, **values: Any) -> Claim:
    article = sample_article()
    defaults: dict[str, Any] = {"mode": Mode.INDIRECT, "cue": "said"}
    spans = places(*pieces)
    return Claim(
        article_id=article.id,
        revision=article.sha256,
        text=joined(spans, TEXT),
        spans=spans,
        chain=Chain(links=links, channel=channel),
        **{**defaults, **values},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A claim of another article: who published it, through whom, the words."""

    article: str
    words: str
    links: tuple[Link, ...]


def peer(key: str, words: str, *links: Link) -> Peer:
    return Peer(article=key, words=words, links=links)


def related(kind: RelationKind, says: Says, stands: Stands, other: Peer, *reasons: Reason) -> RelatedClaim:
    article = an_article(
        PEERS[other.article],
        title=f"Talks at Port Maris, as {other.links[0].agent.name} tells it",
        url=f"https://{other.article}.example/talks",
        outlet=other.links[0].agent.outlet,
        outlet_name=other.links[0].agent.name,
        published=DAY,
    )
    spans = places(other.words, text=article.text)
    there = Claim(
        article_id=article.id,
        revision=article.sha256,
        text=other.words,
        spans=spans,
        mode=Mode.INDIRECT,
        chain=Chain(links=other.links),
        cue="said",
    )
    relation = Relation(kind=kind, other=there.id, agreement=says, independence=stands, reasons=reasons)
    return RelatedClaim(relation=relation, claim=there, article=article)


def reason(code: str, text: str, left: str = "", right: str = "", pair: tuple[str, str] = ("", "")) -> Reason:
    here, there = pair
    return Reason(
        code=code,
        text=text,
        left=places(left, text=here) if left else (),
        right=places(right, text=there) if right else (),
    )


def finding(
    of: Claim,
    count: tuple[int, int],
    cautions: Mapping[CautionCode, str],
    relations: tuple[RelatedClaim, ...] = (),
    why: tuple[str, ...] = (),
) -> Finding:
    same = (RelationKind.CORROBORATES, RelationKind.ECHOES, RelationKind.REPEATS)
    members = {of.id, *(one.claim.id for one in relations if one.relation.kind in same)}
    return Finding(
        claim=of,
        group=Group(claims=tuple(sorted(members))),
        count=OriginCount(origins=count[0], independent=count[1], reasons=why),
        relations=relations,
        cautions=tuple(Caution(code=code, text=text) for code, text in cautions.items()),
    )
