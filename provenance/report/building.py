"""Findings of one article, gathered into its report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance.model import (
    AgentKind,
    Analysis,
    Article,
    CautionCode,
    Claim,
    Classification,
    Finding,
    Link,
    MadeWith,
    Mode,
    OriginCount,
    OutletEntry,
    Report,
    Role,
    Totals,
)


def build_report(
    article: Article,
    analysis: Analysis,
    classifications: Mapping[str, Classification],
    made_with: MadeWith,
    compared_with: int,
) -> Report:
    """The report of one article. `classifications`, by outlet id, are those of the article's day for every outlet that
    `ids_of_outlets` gives: one that is missing is shown as unknown. `compared_with` counts the other articles that were
    compared."""
    findings = analysis.findings
    return Report(
        article=article,
        findings=findings,
        outlets=outlets_of([finding.claim for finding in findings], findings, classifications),
        totals=_totals(findings, analysis.count),
        made_with=made_with,
        circles=analysis.circles,
        compared_with=compared_with,
        related=analysis.related,
        rejected=analysis.rejected,
        waiting=analysis.waiting,
    )


@dataclass(slots=True)
class _Gathering:
    name: str
    outlet: str | None
    labels: dict[str, None] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)
    resting: dict[str, None] = field(default_factory=dict)


def ids_of_outlets(findings: Iterable[Finding]) -> set[str]:
    """Of all that the report of these findings has to classify."""
    found: set[str] = set()
    for finding in findings:
        found.update(link.agent.outlet for link in finding.claim.chain.links if link.agent.outlet)
        found.update(outlet for caution in finding.cautions for outlet in caution.outlets)
    return found


def outlets_of(
    claims: Iterable[Claim], findings: Iterable[Finding], classifications: Mapping[str, Classification]
) -> tuple[OutletEntry, ...]:
    """Those in the chains of an article's claims, in the order of their first claim, from the page inwards; then those
    that cautions of the findings rest on besides."""
    gathered: dict[str, _Gathering] = {}
    for claim in claims:
        for link in claim.chain.links:
            if _is_outlet(link):
                _gather(gathered, link, claim.id)
    for finding in findings:
        for outlet in (outlet for caution in finding.cautions for outlet in caution.outlets):
            entry = gathered.setdefault(f"id:{outlet}", _Gathering(outlet, outlet))
            if finding.claim.id not in entry.claims:
                entry.resting[finding.claim.id] = None
    return tuple(_entry(gathering, classifications) for gathering in gathered.values())


def _is_outlet(link: Link) -> bool:
    return link.role is not Role.SPEAKER or link.agent.kind is AgentKind.OUTLET or link.agent.outlet is not None


def _gather(gathered: dict[str, _Gathering], link: Link, claim_id: str) -> None:
    agent = link.agent
    key = f"id:{agent.outlet}" if agent.outlet else f"name:{agent.name.casefold()}"
    entry = gathered.setdefault(key, _Gathering(agent.name, agent.outlet))
    entry.claims[claim_id] = None
    if link.in_text_label:
        entry.labels[link.in_text_label] = None


def _entry(gathering: _Gathering, classifications: Mapping[str, Classification]) -> OutletEntry:
    derived = classifications.get(gathering.outlet) if gathering.outlet else None
    return OutletEntry(
        name=derived.name if derived else gathering.name,
        classification=derived,
        labels_in_text=tuple(gathering.labels),
        claims=tuple(gathering.claims),
        resting=tuple(gathering.resting),
    )


def _totals(findings: Sequence[Finding], count: OriginCount) -> Totals:
    attributed = [finding for finding in findings if finding.claim.mode is not Mode.OWN]

    def cautioned(code: CautionCode) -> int:
        return sum(any(caution.code is code for caution in finding.cautions) for finding in attributed)

    return Totals(
        claims=len(findings),
        attributed=len(attributed),
        single_source=cautioned(CautionCode.SINGLE_SOURCE),
        state_affiliated_only=cautioned(CautionCode.STATE_AFFILIATED_ONLY),
        unnamed=cautioned(CautionCode.UNNAMED_ONLY),
        contradicted=cautioned(CautionCode.CONTRADICTED),
        figures_differ=cautioned(CautionCode.FIGURES_DIFFER),
        origins=count.origins,
        independent_origins=count.independent,
    )
