"""The log of decisions as plain data."""

from provenance.services.documents import Document, decision_to_dict
from provenance.services.values.decisions import DecisionLog, LoggedDecision
from provenance.services.values.tables import Table

COLUMNS = ("id", "kind", "answer", "left", "right", "undoes", "by", "why", "at", "in_force", "undone_by", "before")


def logged_to_dict(logged: LoggedDecision) -> Document:
    """`before` is a sentence on what is read without it, None where it bears on nothing now."""
    return {**decision_to_dict(logged), "before": logged.machine}


def decision_log_to_dict(log: DecisionLog) -> Document:
    """`people` are all who ever decided."""
    return {
        "decisions": [logged_to_dict(each) for each in log.decisions],
        "people": list(log.people),
        "page": {"number": log.number, "size": log.size, "total": log.total},
    }


def decision_table(log: DecisionLog) -> Table:
    return Table(name="decisions", columns=COLUMNS, rows=tuple(map(_row, log.decisions)))


def _row(logged: LoggedDecision) -> tuple[str, ...]:
    told = logged_to_dict(logged)
    sides = {side: " ".join(each["claim"] for each in told[side]) for side in ("left", "right")}
    values = ({**told, **sides}[column] for column in COLUMNS)
    return tuple("" if value is None else str(value) for value in values)
