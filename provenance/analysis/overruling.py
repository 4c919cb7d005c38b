"""What people decided, put on top of the machine's comparisons, groups and independence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from provenance.analysis.independence import DECIDED, Verdict
from provenance.analysis.rulings import Ruling, decision_in_words
from provenance.model import (
    Agreement,
    Comparison,
    DecisionKind,
    Group,
    Independence,
    IndependenceAnswer,
    Reason,
    RelationAnswer,
)

Pair = frozenset[str]

AGREEMENTS = {
    RelationAnswer.CORROBORATES: Agreement.AGREES,
    RelationAnswer.ECHOES: Agreement.AGREES,
    RelationAnswer.REPEATS: Agreement.AGREES,
    RelationAnswer.CONTRADICTS: Agreement.CONFLICTS,
    RelationAnswer.DIFFERS: Agreement.FIGURES_DIFFER,
    RelationAnswer.REVISES: Agreement.FIGURES_DIFFER,
    RelationAnswer.UNRELATED: Agreement.UNRELATED,
}
INDEPENDENCE: Mapping[str, Independence] = {
    RelationAnswer.CORROBORATES: Independence.INDEPENDENT,
    RelationAnswer.ECHOES: Independence.UNKNOWN,
    RelationAnswer.REPEATS: Independence.DEPENDENT,
    RelationAnswer.REVISES: Independence.DEPENDENT,
    IndependenceAnswer.YES: Independence.INDEPENDENT,
    IndependenceAnswer.NO: Independence.DEPENDENT,
}
"""What an answer says of the origins; answers that are not here say nothing of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What was decided of two claims each: what one is to the other, why a merge put them together, and whether they
    are independent. `reasons` are those of `relations`."""

    relations: Mapping[Pair, RelationAnswer]
    merged: Mapping[Pair, Reason]
    reasons: Mapping[Pair, Reason]
    independence: Mapping[Pair, Verdict]


def read_rules(rulings: Iterable[Ruling]) -> Rules:
    relations: dict[Pair, RelationAnswer] = {}
    reasons: dict[Pair, Reason] = {}
    merged: dict[Pair, Reason] = {}
    verdicts: dict[Pair, Verdict] = {}
    for ruling in rulings:
        answer = ruling.decision.made.answer or ""
        reason = Reason(code=DECIDED, text=decision_in_words(ruling.decision))
        if ruling.kind is DecisionKind.MERGE:
            merged |= {frozenset(ends): reason for ends in product(ruling.left, ruling.right)}
        if ruling.kind is DecisionKind.RELATE:
            relations[ruling.claims], reasons[ruling.claims] = RelationAnswer(answer), reason
        if answer in INDEPENDENCE:
            verdicts[ruling.claims] = INDEPENDENCE[answer], (reason,)
    return Rules(relations=relations, merged=merged, reasons=reasons, independence=verdicts)


def overrule_comparisons(comparisons: Iterable[Comparison], rules: Rules) -> tuple[Comparison, ...]:
    """Two claims on whose relation a person decided are compared as decided; the machine's reasons stay behind it.
    Claims of two groups that a person merged say the same, unless the machine finds them opposed."""
    held = {frozenset({each.left, each.right}): each for each in comparisons}
    for pair, reason in rules.merged.items():
        read = held.get(pair) or unread(pair)
        if read.agreement is Agreement.UNRELATED:
            held[pair] = replace(read, agreement=Agreement.AGREES, reasons=(reason, *read.reasons))
    for pair, answer in rules.relations.items():
        read = held.get(pair) or unread(pair)
        disputed = answer is RelationAnswer.REVISES and read.agreement is Agreement.CONFLICTS
        agreement = read.agreement if disputed else AGREEMENTS[answer]
        held[pair] = replace(read, agreement=agreement, reasons=(rules.reasons[pair], *read.reasons))
    return tuple(held.values())


def unread(pair: Pair) -> Comparison:
    """Of two claims that the machine found nothing in common."""
    left, right = sorted(pair)
    return Comparison(left=left, right=right, agreement=Agreement.UNRELATED, similarity=0.0)


def overrule_groups(
    groups: Iterable[Group], comparisons: Iterable[Comparison], rulings: Sequence[Ruling]
) -> tuple[Group, ...]:
    """All merges first, then the splits: two that a person keeps apart are never together, whatever else was merged.
    Claims that a split does not name go with those whose words agree more with theirs, and stay where none do."""
    merges, splits = (
        [ruling for ruling in rulings if ruling.kind is kind] for kind in (DecisionKind.MERGE, DecisionKind.SPLIT)
    )
    sets = unite([set(group.claims) for group in groups], [ruling.claims for ruling in merges])
    if splits:
        nearness = agreements(comparisons)
        bonds = [set(bond) for bond in unite([], [ruling.claims for ruling in merges])]
        for ruling in splits:
            sets = [part for members in sets for part in parted(members, ruling, bonds, nearness)]
    return tuple(sorted((Group(claims=tuple(sorted(members))) for members in sets), key=lambda group: group.claims))


def unite(sets: Sequence[set[str]], bonds: Iterable[frozenset[str]]) -> list[set[str]]:
    """Sets that a bond touches become one; where no sets are given, the bonds themselves do."""
    united = [set(members) for members in sets]
    for bond in bonds:
        touched = [members for members in united if members & bond]
        union = set().union(*touched) if sets else set(bond).union(*touched)
        united = [members for members in united if not members & bond] + ([union] if union else [])
    return united


def agreements(comparisons: Iterable[Comparison]) -> dict[Pair, float]:
    return {
        frozenset({each.left, each.right}): each.similarity
        for each in comparisons
        if each.agreement is Agreement.AGREES
    }


def parted(
    members: set[str], ruling: Ruling, bonds: Sequence[set[str]], nearness: Mapping[Pair, float]
) -> list[set[str]]:
    leaving, staying = members & set(ruling.left), members & set(ruling.right)
    if not leaving or not staying:
        return [members]
    gone = set(leaving)
    for unit in units(members, bonds):
        if unit & leaving or (not unit & staying and mean(unit, leaving, nearness) > mean(unit, staying, nearness)):
            gone |= unit
    return [gone - staying, members - (gone - staying)]


def units(members: set[str], bonds: Sequence[set[str]]) -> list[set[str]]:
    """What goes together: claims that a person merged, else each alone."""
    bound = [members & bond for bond in bonds if members & bond]
    return bound + [{one} for one in sorted(members.difference(*bound))]


def mean(unit: set[str], side: set[str], nearness: Mapping[Pair, float]) -> float:
    total = sum(nearness.get(frozenset({one, other}), 0.0) for one in unit for other in side)
    return total / (len(unit) * len(side))
