"""People's decisions as a claim's finding shows them, with what the machine reads underneath."""

from dataclasses import replace

from provenance.analysis.corpus import Index
from provenance.analysis.independence import DECIDED
from provenance.analysis.rulings import Ruling
from provenance.model import Claim, DecisionKind, Finding, Overruling, Reason, RelatedClaim


def bears_on(ruling: Ruling, claim: Claim, index: Index) -> bool:
    """Whether a ruling names the claim, or merged the group in which it stands."""
    merged = ruling.kind is DecisionKind.MERGE and not ruling.claims.isdisjoint(index.group_of(claim.id).claims)
    return claim.id in ruling.claims or merged


def with_decisions(finding: Finding, machine: Finding, index: Index) -> Finding:
    """`machine` is what is found of the same claim where nobody decided anything."""
    rulings = [ruling for ruling in index.corpus.rulings if bears_on(ruling, finding.claim, index)]
    decisions = tuple(
        Overruling(
            decision=ruling.decision,
            left=ruling.left,
            right=ruling.right,
            machine=machine_reading(ruling, machine, index),
        )
        for ruling in rulings
    )
    decisions += index.overrulings.get(finding.claim.id, ())
    kinds = {related.claim.id: related.relation.kind.value for related in machine.relations}
    relations = tuple(with_machine_kind(related, kinds) for related in finding.relations)
    in_order = tuple(sorted(decisions, key=lambda overruling: overruling.decision.id))
    return replace(finding, decisions=in_order, relations=relations)


def with_machine_kind(related: RelatedClaim, kinds: dict[str, str]) -> RelatedClaim:
    """Right behind a person's reason for the relation."""
    first, *others = related.relation.reasons
    if first.code != DECIDED:
        return related
    reading = Reason(code="machine", text=f"The machine reads: {kinds.get(related.claim.id, 'unrelated')}.")
    return replace(related, relation=replace(related.relation, reasons=(first, reading, *others)))


def machine_reading(ruling: Ruling, machine: Finding, index: Index) -> str:
    """A sentence."""
    match ruling.kind:
        case DecisionKind.RELATE:
            kinds = [one.relation.kind for one in machine.relations if one.claim.id in ruling.claims]
            return f"The machine reads: {kinds[0] if kinds else 'unrelated'}."
        case DecisionKind.INDEPENDENT:
            one, other = (index.corpus.claims[claim] for claim in (*ruling.left, *ruling.right))
            decided, why = index.read_independence(one, other)
            return f"The machine reads: {decided}. {why[0].text}"
        case _:
            groups = {group.id for group in index.corpus.groups if not ruling.claims.isdisjoint(group.claims)}
            where = "one group" if len(groups) == 1 else f"{len(groups)} groups"
            return f"The machine reads: {where} ({', '.join(sorted(groups))})."
