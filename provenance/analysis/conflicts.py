"""Decisions that cannot both hold."""

from collections.abc import Iterable, Sequence
from itertools import product

from provenance.analysis.overruling import AGREEMENTS, INDEPENDENCE, unite
from provenance.analysis.rulings import Ruling
from provenance.model import Agreement, DecisionKind, Independence, RelationAnswer

Pair = frozenset[str]


def find_conflict(new: Ruling, held: Sequence[Ruling]) -> Ruling | None:
    """The first ruling that the new one cannot stand beside: one that says otherwise of the same two claims, or keeps
    apart what the new one, with earlier merges, puts together. None where it can stand beside all."""
    for ruling in held:
        if relation_of(new) and pair_of(new) == pair_of(ruling) and relation_of(ruling) not in (None, relation_of(new)):
            return ruling
        decided = independence_of(new)
        if decided and pair_of(new) == pair_of(ruling) and independence_of(ruling) not in (None, decided):
            return ruling
    together = put_together([*held, new])
    parted = new if keeps_apart(new) & together else None
    for ruling in held:
        if parted and says_the_same(ruling) & keeps_apart(new):
            return ruling
        if keeps_apart(ruling) & together:
            return ruling
    if not parted:
        return None
    return next(ruling for ruling in held if ruling.kind is DecisionKind.MERGE and ruling.claims & new.claims)


def find_same(new: Ruling, held: Iterable[Ruling]) -> Ruling | None:
    """One that says the same of the same claims."""
    for ruling in held:
        alike = (ruling.kind, ruling.decision.made.answer) == (new.kind, new.decision.made.answer)
        if alike and {ruling.left, ruling.right} == {new.left, new.right}:
            return ruling
    return None


def pair_of(ruling: Ruling) -> Pair | None:
    return ruling.claims if ruling.kind in (DecisionKind.RELATE, DecisionKind.INDEPENDENT) else None


def relation_of(ruling: Ruling) -> str | None:
    return ruling.decision.made.answer if ruling.kind is DecisionKind.RELATE else None


def independence_of(ruling: Ruling) -> Independence | None:
    return INDEPENDENCE.get(ruling.decision.made.answer or "")


def put_together(rulings: Iterable[Ruling]) -> set[Pair]:
    """All two claims that say the same by decision: named in one relation, or merged, also by way of others."""
    held = tuple(rulings)
    bonds = unite([], [ruling.claims for ruling in held if ruling.kind is DecisionKind.MERGE])
    merged = {frozenset(ends) for bond in bonds for ends in product(bond, bond)}
    return merged.union(*(says_the_same(ruling) for ruling in held if ruling.kind is DecisionKind.RELATE))


def says_the_same(ruling: Ruling) -> set[Pair]:
    if ruling.kind is DecisionKind.MERGE:
        return {frozenset(ends) for ends in product(ruling.claims, ruling.claims)}
    answer = relation_of(ruling)
    return {ruling.claims} if answer and AGREEMENTS[RelationAnswer(answer)] is Agreement.AGREES else set()


def keeps_apart(ruling: Ruling) -> set[Pair]:
    if ruling.kind is DecisionKind.SPLIT:
        return {frozenset(ends) for ends in product(ruling.left, ruling.right)}
    answer = relation_of(ruling)
    return {ruling.claims} if answer and AGREEMENTS[RelationAnswer(answer)] is not Agreement.AGREES else set()
