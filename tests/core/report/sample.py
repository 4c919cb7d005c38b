"""A long report about a made-up article, with every kind of source, relation and caution."""

from collections.abc import Sequence

from provenance.model import (
    AgentKind,
    CautionCode,
    Circle,
    CircleKind,
    CircleStep,
    Finding,
    Mode,
    RelationKind,
    Report,
    Role,
    StepKind,
    ToldCircle,
    ToldClaim,
    Via,
)
from provenance.model import Agreement as Says
from provenance.model import Independence as Stands
from provenance.report import build_report
from tests.core.report.sample_values import (
    MADE_WITH,
    claim,
    classifications,
    finding,
    outlet_link,
    peer,
    peer_speaker,
    publisher,
    reason,
    related,
    sample_article,
    speaker,
)
from tests.core.report.small import an_analysis


def sample_report() -> Report:
    findings = sample_findings()
    analysis = an_analysis(*findings, circles=sample_circles(findings))
    return build_report(sample_article(), analysis, classifications(), MADE_WITH, compared_with=9)


def sample_circles(findings: Sequence[Finding]) -> tuple[ToldCircle, ...]:
    """A ring, one root and certainty gained, each through a claim of the article."""
    ended, arrived = findings[0], next(finding for finding in findings if "had arrived" in finding.claim.text)
    here = ToldClaim(article=sample_article(), claim=ended.claim)
    again = ToldClaim(article=ended.relations[0].article, claim=ended.relations[0].claim)
    came = ToldClaim(article=sample_article(), claim=arrived.claim)
    later = ToldClaim(article=arrived.relations[0].article, claim=arrived.relations[0].claim)
    observer, arva, ras = "Maris Observer", "ARVA", "RAS"
    return (
        ToldCircle(
            circle=Circle(
                kind=CircleKind.RING,
                group=ended.group.id,
                text="ARVA cites Maris Observer, Maris Observer cites RAS, RAS cites ARVA: they rest on each other.",
                outlets=(arva, observer, ras, arva),
                claims=(here.claim.id, again.claim.id),
                steps=(
                    step(arva, observer, again, ""),
                    step(observer, ras, here, "“RAS … citing sources, said”"),
                    step(ras, arva, again, "“ARVA reports”"),
                ),
            ),
            claims=(here, again),
        ),
        ToldCircle(
            circle=Circle(
                kind=CircleKind.ONE_ROOT,
                group=ended.group.id,
                text="Coast Wire, Harbour Courier, Maris Observer and RAS print it, and all lead back to ARVA: many "
                "outlets, one root.",
                outlets=("Coast Wire", "The Harbour Courier", observer, ras, arva),
                claims=(here.claim.id, again.claim.id),
                steps=(
                    step(observer, ras, here, "“RAS, ARVA and Coast Wire, citing sources, said”"),
                    step("Coast Wire", arva, again, "“ARVA reports”"),
                    step("The Harbour Courier", "Coast Wire", again, "“according to Coast Wire”"),
                    step(ras, arva, again, "“ARVA reports”"),
                ),
            ),
            claims=(here, again),
        ),
        ToldCircle(
            circle=Circle(
                kind=CircleKind.GAINS_CERTAINTY,
                group=arrived.group.id,
                text="ARVA has it from “sources”; Maris Observer, crediting ARVA, says so plainly.",
                outlets=(arva, observer),
                claims=(later.claim.id, came.claim.id),
                steps=(step(observer, arva, came, "“RAS, ARVA and Coast Wire, citing sources, said”"),),
            ),
            claims=(later, came),
        ),
    )


def step(citing: str, cited: str, shown: ToldClaim, words: str) -> CircleStep:
    return CircleStep(citing=citing, cited=cited, how=StepKind.CITES, claim=shown.claim.id, words=words)


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
    notice = claim(
        "340 households were reportedly without water",
        links=(publisher(), speaker("a notice", 1, AgentKind.DOCUMENT, mention="reportedly")),
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
        finding(notice, (1, 1), SINGLE),
        finding(outer, (1, 1), {**SINGLE, CautionCode.SINGLE_FAMILY: "Only one party says so."}),
        finding(
            inner, (1, 1), {CautionCode.SINGLE_SOURCE: "Nobody but Tomas Brandt says that the ministry admitted it."}
        ),
        finding(called, (1, 1), SINGLE),
    )
