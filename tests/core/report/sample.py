"""A long made-up article about made-up states, outlets and people, with every kind of source, relation and caution."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

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
    Report,
    Role,
    Span,
    Standing,
    StateAffiliation,
    Via,
    joined,
)
from provenance.model import Agreement as Says
from provenance.model import Independence as Stands
from provenance.report import build_report
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


def sample_report(text: str = TEXT) -> Report:
    return build_report(sample_article(text), sample_findings(), classifications(), MADE_WITH, compared_with=9)


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


def outlet_link(outlet: str, step: int, via: Via | None = None, mention: str | None = None, **values: object) -> Link:
    known = standings().get(outlet)
    agent = Agent(name=NAMES[outlet], kind=AgentKind.OUTLET, outlet=outlet if known else None)
    link = Link(step=step, role=Role.CARRIER, agent=agent, via=via, standing=known)
    return replace(link, **{**_mentioned(mention), **values})  # type: ignore[arg-type]  # fields of Link


def speaker(
    name: str, step: int, kind: AgentKind = AgentKind.PERSON, party: str | None = None, mention: str = ""
) -> Link:
    agent = Agent(name=name, kind=kind, party=party)
    return replace(Link(step=step, role=Role.SPEAKER, agent=agent), **_mentioned(mention or name))  # type: ignore[arg-type]


def peer_speaker(name: str, kind: AgentKind = AgentKind.PERSON, party: str | None = None) -> Link:
    return Link(step=1, role=Role.SPEAKER, agent=Agent(name=name, kind=kind, party=party))


def _mentioned(mention: str | None) -> Mapping[str, object]:
    if mention is None:
        return {}
    start = TEXT.index(mention)
    return {"mention": mention, "span": Span(start, start + len(mention))}


def places(*pieces: str, text: str = TEXT) -> tuple[Span, ...]:
    starts = [(text.index(piece), len(piece)) for piece in pieces]
    return tuple(Span(start, start + length) for start, length in starts)


def claim(*pieces: str, links: tuple[Link, ...], channel: str | None = None, **values: object) -> Claim:
    article = sample_article()
    defaults: dict[str, object] = {"mode": Mode.INDIRECT, "cue": "said"}
    spans = places(*pieces)
    return Claim(
        article_id=article.id,
        revision=article.sha256,
        text=joined(spans, TEXT),
        spans=spans,
        chain=Chain(links=links, channel=channel),
        **{**defaults, **values},  # type: ignore[arg-type]  # fields of Claim
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


SINGLE = {CautionCode.SINGLE_SOURCE: "Only one origin stands behind it in the articles compared."}
STATE = {CautionCode.STATE_AFFILIATED_ONLY: "Every way to it runs through state-affiliated outlets."}
UNNAMED = {CautionCode.UNNAMED_ONLY: "Nobody who says it is named."}


def sample_findings() -> tuple[Finding, ...]:
    return (*_opening(), *_figures(), *_papers(), *_coast(), *_rest())


def _opening() -> tuple[Finding, ...]:
    ended = claim(
        "The second round of talks on the Velm barrage ended in Port Maris on Monday after a little over an hour",
        links=(
            publisher(),
            outlet_link("arva", 1, Via.REPORTED, "Arvenian news agency ARVA", in_text_label="Arvenian news agency"),
        ),
        cue="has reported",
    )
    words = "The talks in Port Maris lasted a little over an hour"
    again = peer("arva", words, outlet_link("ras", 0, role=Role.PUBLISHER), outlet_link("arva", 1, Via.CITED))
    repeats = related(
        RelationKind.REPEATS,
        Says.AGREES,
        Stands.DEPENDENT,
        again,
        reason(
            "duration",
            "both give the same length of time",
            "a little over an hour",
            "a little over an hour",
            (ended.text, words),
        ),
        reason("same-root", "both go back to ARVA"),
    )
    own = claim(
        "The delegations left the Customs House by separate doors", links=(publisher(),), mode=Mode.OWN, cue=None
    )
    return (
        finding(
            ended,
            (1, 1),
            {
                **SINGLE,
                **STATE,
                CautionCode.CIRCULAR: "RAS repeats ARVA, and ARVA is where this article has it from.",
            },
            (repeats,),
            ("RAS cites ARVA: one origin.",),
        ),
        finding(own, (1, 1), {CautionCode.UNATTRIBUTED: "The article says it without saying how it knows."}),
    )


def _figures() -> tuple[Finding, ...]:
    name = "Ольга Верещагина"
    told = claim(
        "Sundal will release 6,000 megalitres a day from the upper reservoir “without any conditions”",
        links=(
            publisher(),
            outlet_link("severny-vestnik", 1, Via.TOLD, "Северный Вестник"),
            speaker(name, 2, party="state:XS"),
        ),
        mode=Mode.MIXED,
        cue="told",
        about=("XS",),
    )
    words = "Sundal will release 6,000 megalitres a day from the upper reservoir"
    echo = peer(
        "vestnik", words, outlet_link("severny-vestnik", 0, role=Role.PUBLISHER), peer_speaker(name, party="state:XS")
    )
    conditional = (
        "Sundal will let through 6,000 megalitres a day on condition that Arvenia repairs the lower weir first"
    )
    against = peer(
        "tribune",
        conditional,
        outlet_link("coast-wire", 0, role=Role.PUBLISHER),
        peer_speaker("Tomas Brandt", party="state:XA"),
    )
    fewer = "2,000 megalitres a day were agreed"
    courier = peer(
        "courier",
        fewer,
        outlet_link("harbour-courier", 0, role=Role.PUBLISHER),
        peer_speaker("Two officials", AgentKind.UNNAMED),
    )
    relations = (
        related(
            RelationKind.REPEATS,
            Says.AGREES,
            Stands.DEPENDENT,
            echo,
            reason("speaker", "the same speaker, Ольга Верещагина"),
        ),
        related(
            RelationKind.CONTRADICTS,
            Says.CONFLICTS,
            Stands.INDEPENDENT,
            against,
            reason(
                "condition",
                "one says without conditions, the other names a condition",
                "without any conditions",
                "on condition that",
                (told.text, conditional),
            ),
        ),
        related(
            RelationKind.DIFFERS,
            Says.FIGURES_DIFFER,
            Stands.UNKNOWN,
            courier,
            reason("figure", "6,000 megalitres against 2,000 megalitres", "6,000", "2,000", (told.text, fewer)),
        ),
    )
    cautions = {
        **SINGLE,
        CautionCode.CONTRADICTED: "Tomas Brandt says otherwise.",
        CautionCode.FIGURES_DIFFER: "Two officials give 2,000 megalitres.",
        CautionCode.SELF_INTEREST: "A claim about Sundal that rests on Sundal’s own sources alone.",
        CautionCode.DISPUTED_LABEL: "Raters disagree on whether Северный Вестник is state-affiliated.",
    }
    pieces = claim(
        "We have done what we were asked to do,",
        "The rest is for the engineers.",
        links=(publisher(), speaker(name, 1, party="state:XS", mention="she")),
        mode=Mode.DIRECT,
    )
    return (
        finding(told, (1, 1), cautions, relations, ("Both go back to Ольга Верещагина: one origin.",)),
        finding(pieces, (1, 1), SINGLE),
    )


def _papers() -> tuple[Finding, ...]:
    officials = (
        publisher(),
        outlet_link("harbour-courier", 1, Via.TOLD, "The Harbour Courier"),
        speaker(
            "two officials familiar with the talks",
            2,
            AgentKind.UNNAMED,
            mention="Two officials familiar with the talks",
        ),
    )
    agreed = claim("only 2,000 megalitres a day were agreed", links=officials, cue="told")
    left = claim("the Arvenian side had left the room twice", links=officials, cue="told", about=("XA",))
    twice = "The Arvenian side walked out twice"
    echo = peer(
        "courier",
        twice,
        outlet_link("harbour-courier", 0, role=Role.PUBLISHER),
        peer_speaker("they", AgentKind.UNNAMED),
    )
    draft = (
        publisher(),
        outlet_link("harbour-courier", 1, Via.SEEN, "the Courier"),
        speaker("a draft of the protocol", 2, AgentKind.DOCUMENT),
    )
    whole = claim(
        "both governments would report flows every six hours to a joint desk in Port Maris, and a third round would be "
        "held before the end of the month",
        links=draft,
        cue="According to",
    )
    third = claim("a third round would be held before the end of the month", links=draft, cue="According to")
    return (
        finding(agreed, (1, 0), {**SINGLE, **UNNAMED}),
        finding(
            left,
            (2, 0),
            {**SINGLE, **UNNAMED},
            (
                related(
                    RelationKind.ECHOES,
                    Says.AGREES,
                    Stands.UNKNOWN,
                    echo,
                    reason("unnamed", "two unnamed sources may be one person"),
                ),
            ),
            ("Two unnamed sources may be one person: not counted as independent.",),
        ),
        finding(whole, (1, 1), SINGLE),
        finding(third, (1, 1), SINGLE),
    )


def _coast() -> tuple[Finding, ...]:
    doctor = "الدكتورة ليلى الحداد"
    salt = claim(
        "the salt front had moved eleven kilometres inland since April",
        links=(publisher(), outlet_link("sahel-agency", 1, Via.CITED, "وكالة الساحل للأنباء"), speaker(doctor, 2)),
    )
    nine = "Wells up to nine kilometres from the coast have turned salty since April"
    survey = peer(
        "ledger",
        nine,
        outlet_link("coast-wire", 0, role=Role.PUBLISHER),
        peer_speaker("the survey office", AgentKind.ORGANISATION),
    )
    wells = claim(
        "Nobody at that table has looked at the wells,",
        links=(publisher(), speaker(doctor, 1, mention="الحداد")),
        mode=Mode.DIRECT,
        cue="wrote",
        channel="her channel",
    )
    arrived = claim(
        "the Sundal delegation had arrived on Sunday",
        links=(
            publisher(),
            outlet_link("ras", 1, Via.CITED, "RAS"),
            outlet_link("arva", 1, Via.CITED, "ARVA"),
            outlet_link("coast-wire", 1, Via.CITED, "Coast Wire"),
            speaker("sources", 2, AgentKind.UNNAMED),
        ),
    )
    monday = "The Sundal delegation arrived on Monday morning"
    later = peer(
        "arva-later", monday, outlet_link("arva", 0, role=Role.PUBLISHER), peer_speaker("sources", AgentKind.UNNAMED)
    )
    return (
        finding(
            salt,
            (2, 2),
            {},
            (
                related(
                    RelationKind.CORROBORATES,
                    Says.AGREES,
                    Stands.INDEPENDENT,
                    survey,
                    reason(
                        "time", "both speak of the time since April", "since April", "since April", (salt.text, nine)
                    ),
                    reason("parties", "a university and a survey office: speakers of different parties"),
                ),
            ),
        ),
        finding(wells, (1, 1), SINGLE),
        finding(
            arrived,
            (1, 0),
            {**SINGLE, **UNNAMED, CautionCode.UNKNOWN_OUTLET: "Coast Wire is not in the directory."},
            (
                related(
                    RelationKind.REVISES,
                    Says.CONFLICTS,
                    Stands.DEPENDENT,
                    later,
                    reason("later", "ARVA says otherwise later"),
                ),
            ),
            ("Three outlets cite the same kind of unnamed source: one origin, not three.",),
        ),
    )


def _rest() -> tuple[Finding, ...]:
    noon = claim("The talks had been due to start at noon", links=(publisher(),), mode=Mode.OWN, cue=None)
    dry = claim(
        "340 households were reportedly without water",
        links=(publisher(), speaker("nobody named", 1, AgentKind.UNNAMED, mention="reportedly")),
        hedged=True,
        cue="reportedly",
    )
    outer = claim(
        "the Sundal ministry had admitted that its own gauges had been wrong for three weeks",
        links=(publisher(), speaker("Tomas Brandt", 1, party="state:XA")),
        about=("XS",),
    )
    inner = claim(
        "its own gauges had been wrong for three weeks",
        links=(
            publisher(),
            speaker(
                "Sundal’s ministry of water", 2, AgentKind.ORGANISATION, party="state:XS", mention="the Sundal ministry"
            ),
        ),
        cue="admitted",
        about=("XS",),
    )
    called = claim(
        "an invention of propaganda outlet ARVA",
        links=(
            publisher(),
            speaker(
                "Sundal’s ministry of water",
                1,
                AgentKind.ORGANISATION,
                party="state:XS",
                mention="Sundal’s ministry of water",
            ),
            speaker("a statement", 1, AgentKind.DOCUMENT),
        ),
        mode=Mode.DIRECT,
        cue="called",
        about=("XA",),
    )
    hearsay = {**SINGLE, **UNNAMED, CautionCode.HEARSAY: "“Reportedly”: nobody is said to have said it."}
    return (
        finding(noon, (1, 1), {CautionCode.UNATTRIBUTED: "The article says it without saying how it knows."}),
        finding(dry, (1, 0), hearsay),
        finding(outer, (1, 1), {**SINGLE, CautionCode.SINGLE_FAMILY: "Only one party says so."}),
        finding(
            inner, (1, 1), {CautionCode.SINGLE_SOURCE: "Nobody but Tomas Brandt says that the ministry admitted it."}
        ),
        finding(called, (1, 1), SINGLE),
    )
