"""A classification in sentences that a journalist reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.model import Assertion, Basis, Outlet
from provenance.outlets.control import Step
from provenance.outlets.dimensions import said_in_words
from provenance.outlets.directory import Directory
from provenance.outlets.rules import AFFILIATION_RULES, Rule
from provenance.outlets.weighing import Affiliation, atom

_TIES: Mapping[str, str] = {
    "controlled_by": "is controlled by",
    "part_of": "is part of",
    "brand_of": "is a brand of",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a classification rests on, before it is put into words."""

    on: date | None
    counted: Sequence[Assertion]
    affiliation: Affiliation
    rule: Rule
    steps: Sequence[Step]


def reason_in_words(directory: Directory, outlet: Outlet, found: Found) -> str:
    """The rules that applied, who said what, and the way to the controller."""
    affiliation, rule = found.affiliation, found.rule
    sentences = [
        _named_then(outlet, found.on),
        _by_rule(AFFILIATION_RULES[affiliation.rule], affiliation.rule),
        _side("Yes", affiliation.yes, directory),
        _side("No", affiliation.no, directory),
        f"Label: {rule.label}. {_by_rule(rule.words, rule.id)}",
        _side("So say", _grounds(found), directory),
        *(_tie(step, directory) for step in found.steps),
        _side("Shown but not counted", affiliation.idle, directory),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _by_rule(words: str, rule: str) -> str:
    """The rule in words, and its code as it stands in the table of rules."""
    return f"{words.removesuffix('.')} (rule {rule})."


def _named_then(outlet: Outlet, on: date | None) -> str:
    former = [name.text for name in outlet.names if name.kind == "former" and on and name.valid.holds(on)]
    dated = [name.text for name in outlet.names if name.text in former and (name.valid.since or name.valid.until)]
    return f"{outlet.name} was then named {min(dated)}." if dated else ""


def _side(word: str, assertions: Iterable[Assertion], directory: Directory) -> str:
    said = sorted(f"{directory.rater_name(one.rater)} ({_value(one)})" for one in assertions)
    return f"{word}: {'; '.join(said)}." if said else ""


def _grounds(found: Found) -> list[Assertion]:
    """What the label's rule needed and no sentence has named yet."""
    needed = frozenset[str]().union(*found.rule.needs)
    named = (*found.affiliation.yes, *found.affiliation.no, *found.affiliation.idle)
    return [one for one in found.counted if atom(one) in needed and one not in named]


def _value(assertion: Assertion) -> str:
    words = " ".join(said_in_words(assertion.dimension, assertion.value))
    edition = f", {assertion.asserted}" if assertion.asserted else ""
    quote = assertion.evidence.quote if assertion.evidence else None
    if assertion.basis is Basis.CURATOR_JUDGEMENT:
        return f"{words}, uncited judgement"
    return f"{words}{edition}: “{quote}”" if quote else f"{words}{edition}"


def _tie(step: Step, directory: Directory) -> str:
    return f"{_called(step.lower, directory)} {_TIES[step.relation.kind]} {_called(step.upper, directory)}."


def _called(controller: str, directory: Directory) -> str:
    if controller in directory.outlets:
        return directory.outlets[controller].name
    kind, _, name = controller.partition(":")
    return f"the {kind} {name}"
