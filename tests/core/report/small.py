"""A report of one claim and one relation, and hostile words to put everywhere in it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from provenance.analysis import Corpus, count_sources, index_corpus
from provenance.model import (
    Agent,
    AgentKind,
    Agreement,
    Analysis,
    Article,
    Basis,
    Caution,
    CautionCode,
    Circle,
    CircleKind,
    CircleStep,
    Claim,
    Classification,
    Day,
    Decision,
    DecisionKind,
    Evidence,
    Finding,
    Group,
    Independence,
    IndependenceAnswer,
    Interval,
    Label,
    MadeWith,
    Mode,
    NewDecision,
    OriginCount,
    Overruling,
    Reason,
    RelatedClaim,
    Relation,
    RelationKind,
    Report,
    Span,
    StateAffiliation,
    StepKind,
    ToldCircle,
    ToldClaim,
    Via,
    refer_to,
)
from provenance.report import build_report
from tests.builders import a_carrier, a_chain, a_claim, a_link, a_standing, an_article, an_assertion, an_outlet_agent

MADE_WITH = MadeWith(version="1.0", directory="2025.06", policy="7")
TASS = a_standing(
    label=Label.STATE_OWNED, state_affiliated=StateAffiliation.YES, control_family="state:RU", states=("RU",)
)


def templates() -> Mapping[str, str]:
    folder = Path(__file__).parents[3] / "provenance" / "report" / "templates"
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def a_small_claim(article: Article | None = None, **values: Any) -> Claim:
    """ "Russia will return 339 children, a source told TASS." """
    chain = a_chain(
        publisher=a_carrier("Example Times", standing=a_standing(), via=None),
        carriers=[a_carrier("TASS", via=Via.TOLD, span=Span(47, 51), mention="TASS", standing=TASS)],
        speaker=a_link(Agent(name="a source", kind=AgentKind.UNNAMED), span=Span(33, 41), mention="a source"),
    )
    defaults: dict[str, Any] = {"chain": chain, "cue": "told", "cue_spans": (Span(42, 46),), "about": ("RU", "UA")}
    return a_claim(article=article, **{**defaults, **values})


def a_small_relation(claim: Claim, **values: Any) -> RelatedClaim:
    article = an_article(
        "Zelenskyy said that Russia will return 400 children.",
        title="The list",
        url="https://example.com/list",
        outlet=None,
        outlet_name="The Other Paper",
    )
    other = a_claim(
        "Russia will return 400 children",
        article=article,
        start=20,
        chain=a_chain(publisher=an_outlet_agent("The Other Paper", outlet=None), speaker="Volodymyr Zelenskyy"),
    )
    reason = Reason(code="figure", text="339 against 400 children", left=(Span(19, 22),), right=(Span(19, 22),))
    relation = Relation(
        kind=RelationKind.DIFFERS,
        other=other.id,
        agreement=Agreement.FIGURES_DIFFER,
        independence=Independence.INDEPENDENT,
        reasons=(reason,),
    )
    return RelatedClaim(**{"relation": relation, "claim": other, "article": article, **values})


def an_overruling(claim: Claim, other: Claim, **values: Any) -> Overruling:
    """The two claims are independent by decision of the Kyiv desk."""
    words = {"made_by": "Kyiv desk", "why": "both recordings heard", "machine": "The machine reads: unknown.", **values}
    made = NewDecision(
        kind=DecisionKind.INDEPENDENT, left=(refer_to(claim),), right=(refer_to(other),), answer=IndependenceAnswer.YES
    )
    decision = Decision(
        id=3, made=made, made_by=words["made_by"], why=words["why"], made_at=datetime(2026, 11, 26, 9, 5, tzinfo=UTC)
    )
    return Overruling(decision=decision, left=(claim.id,), right=(other.id,), machine=words["machine"])


def a_finding(claim: Claim | None = None, **values: Any) -> Finding:
    found = claim or a_small_claim()
    defaults: dict[str, Any] = {
        "group": Group(claims=(found.id,)),
        "count": OriginCount(origins=1, independent=0),
        "cautions": (Caution(code=CautionCode.UNNAMED_ONLY, text="Nobody who says it is named."),),
    }
    return Finding(claim=found, **{**defaults, **values})


def a_classification(outlet: str = "tass", name: str = "TASS", **values: Any) -> Classification:
    evidence = Evidence(url="https://example.org/decree", title="The decree", quote="a state enterprise", seen=None)
    defaults: dict[str, Any] = {
        "on": date(2025, 6, 2),
        "standing": TASS,
        "rule": "owned",
        "reason": "The state owns it.",
        "assertions": (an_assertion(outlet, value="state", valid=Interval(since=Day("1992")), evidence=evidence),),
        "dissent": (
            an_assertion(outlet, value="autonomous", rater="TASS", evidence=None, basis=Basis.ARTICLE_WORDING),
        ),
    }
    return Classification(outlet=outlet, name=name, **{**defaults, **values})


def a_circle(*claims: ToldClaim, kind: CircleKind = CircleKind.RING, **values: Any) -> ToldCircle:
    """Example Times and The Other Paper cite each other, unless told otherwise."""
    here, there = "Example Times", "The Other Paper"
    ends = claims[0].claim.id, claims[-1].claim.id
    defaults: dict[str, Any] = {
        "group": "g1",
        "text": "They rest on each other.",
        "outlets": (here, there, here),
        "steps": (
            CircleStep(citing=here, cited=there, how=StepKind.CITES, claim=ends[0], words="“the Paper reported”"),
            CircleStep(citing=there, cited=here, how=StepKind.CITES, claim=ends[1], words=""),
        ),
    }
    ids = tuple(told.claim.id for told in claims)
    return ToldCircle(circle=Circle(kind=kind, claims=ids, **{**defaults, **values}), claims=claims)


def an_analysis(*findings: Finding, circles: tuple[ToldCircle, ...] = ()) -> Analysis:
    """With the origins of these claims, whatever else the findings say."""
    claims = {finding.claim.id: finding.claim for finding in findings if finding.claim.mode is not Mode.OWN}
    articles = {claim.article_id: an_article() for claim in claims.values()}
    count = count_sources(claims.values(), index_corpus(Corpus(articles=articles, claims=claims)))
    return Analysis(findings=findings, count=count, circles=circles)


def a_small_report(
    article: Article | None = None,
    findings: tuple[Finding, ...] | None = None,
    circles: tuple[ToldCircle, ...] = (),
    **values: Any,
) -> Report:
    claim = a_small_claim()
    found = (a_finding(claim, relations=(a_small_relation(claim),)),) if findings is None else findings
    defaults: dict[str, Any] = {
        "article": article or an_article(byline="A. Writer"),
        "analysis": an_analysis(*found, circles=circles),
        "classifications": {"tass": a_classification()},
        "made_with": MADE_WITH,
        "compared_with": 1,
    }
    return build_report(**{**defaults, **values})


def a_hostile_report(words: str) -> Report:
    """The words stand everywhere a report shows words from outside."""
    article = an_article(f"{words} he said", title=words, byline=words, url=words, outlet=None, outlet_name=words)
    span = Span(0, len(words))
    agent = Agent(name=words, kind=AgentKind.OUTLET)
    carrier = a_carrier(agent, mention=words, span=span, in_text_label=words)
    speaker = a_link(Agent(name=words, kind=AgentKind.PERSON), mention=words, span=span)
    chain = a_chain(publisher=agent, carriers=[carrier], speaker=speaker, channel=words)
    known = a_chain(publisher=an_outlet_agent("TASS"), carriers=[a_carrier("TASS", in_text_label=words)], speaker=None)
    evidence = Evidence(url=words, title=words, quote=words)
    assertion = an_assertion(
        "tass", value=words, rater=words, note=words, scope=words, asserted=words, evidence=evidence
    )
    claim = a_claim(words, article=article, chain=chain, cue=words)
    other = a_claim(words, article=article, chain=known, cue=words)
    reason = Reason(code="hostile", text=words, left=(span,), right=(span,))
    relation = Relation(
        kind=RelationKind.REPEATS,
        other=other.id,
        agreement=Agreement.AGREES,
        independence=Independence.DEPENDENT,
        reasons=(reason,),
    )
    finding = a_finding(
        claim,
        relations=(RelatedClaim(relation=relation, claim=other, article=article),),
        count=OriginCount(origins=1, independent=1, reasons=(words,)),
        cautions=(Caution(code=CautionCode.HEARSAY, text=words),),
        decisions=(an_overruling(claim, other, made_by=words, why=words, machine=words),),
    )
    derived = a_classification(name=words, reason=words, rule=words, assertions=(assertion,), dissent=(assertion,))
    step = CircleStep(citing=words, cited="B", how=StepKind.REPRINTS, claim=claim.id, words=words)
    circle = a_circle(
        ToldClaim(article=article, claim=claim), outlets=(words, "B", words), text=words, steps=(step, step)
    )
    return a_small_report(
        article=article,
        findings=(finding, a_finding(other)),
        circles=(circle,),
        classifications={"tass": derived},
        made_with=MadeWith(version=words, directory=words, policy=words),
    )
