"""Which decisions are in force, and which were taken back."""

from collections.abc import Iterable

from provenance.model import Decision, DecisionKind


def undoings(decisions: Iterable[Decision]) -> dict[int, Decision]:
    """What was undone, by id, with the decision that undid it: the latest one that is itself in force."""
    undone: dict[int, Decision] = {}
    for decision in sorted(decisions, key=lambda each: each.id, reverse=True):
        target = decision.made.undoes
        if target is not None and decision.id not in undone:
            undone.setdefault(target, decision)
    return undone


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that were not undone, undoings left out, by id."""
    held = sorted(decisions, key=lambda each: each.id)
    undone = undoings(held)
    return tuple(each for each in held if each.made.kind is not DecisionKind.UNDO and each.id not in undone)
