"""Dated questions to the directory that ships, each with the page that answers it."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from provenance.model import Assertion, Classification, Outlet
from provenance.outlets import Polarity, classify, polarity
from provenance.outlets.control import way_up
from tests.core.outlets.test_data import shipped


class Asked(StrEnum):
    """What of an outlet: its label, whether a state controls it, who controls it in the end, what it was called then
    ("" for its name of today), or which designation was in force ("no ..." for one that was not)."""

    LABEL = "label"
    AFFILIATION = "affiliation"
    FAMILY = "family"
    NAME = "name"
    DESIGNATION = "designation"


LABEL, AFFILIATION, FAMILY, NAME, DESIGNATION = Asked


@dataclass(frozen=True, slots=True)
class Question:
    """`cited` is the address of the page that must stand behind the answer."""

    outlet: str
    day: str
    asked: Asked
    expected: str
    cited: str

    def __str__(self) -> str:
        return f"{self.outlet} on {self.day}: {self.asked}"


def read_questions() -> tuple[Question, ...]:
    with (Path(__file__).parent / "history.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return tuple(
            Question(row["outlet"], row["day"], Asked(row["asked"]), row["expected"], row["cited"]) for row in rows
        )


QUESTIONS = read_questions()


def _classified(question: Question) -> Classification:
    return classify(shipped(), question.outlet, date.fromisoformat(question.day))


def _former_name(question: Question) -> str:
    """As the explanation tells it."""
    start, _, _ = _classified(question).reason.partition(". ")
    _, told, name = start.partition(" was then named ")
    return name if told else ""


def _designation(question: Question) -> str:
    asked = question.expected.removeprefix("no ")
    day = date.fromisoformat(question.day)
    held = {one.value for one in _designations(shipped().outlet(question.outlet)) if one.valid.holds(day)}
    return asked if asked in held else f"no {asked}"


def _designations(outlet: Outlet) -> Iterable[Assertion]:
    return (one for one in outlet.assertions if one.dimension == "legal_designation")


ANSWERS: Mapping[Asked, Callable[[Question], str]] = {
    LABEL: lambda question: _classified(question).standing.label.value,
    AFFILIATION: lambda question: _classified(question).standing.state_affiliated.value,
    FAMILY: lambda question: _classified(question).standing.control_family,
    NAME: _former_name,
    DESIGNATION: _designation,
}


def _used(question: Question) -> set[str]:
    """The addresses behind the answer: of what the label rests on and what says otherwise, or of the way up."""
    derived = _classified(question)
    steps = way_up(shipped().outlets, question.outlet, derived.on)
    evidence = [one.evidence for one in (*derived.assertions, *derived.dissent)]
    evidence += [step.relation.evidence for step in steps]
    return {one.url for one in evidence if one}


def _shown(question: Question) -> set[str]:
    """What an outlet's card shows beside that."""
    return {one.evidence.url for one in shipped().outlet(question.outlet).assertions if one.evidence}


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_a_dated_question_has_its_answer_and_its_citation(question: Question) -> None:
    assert ANSWERS[question.asked](question) == question.expected
    counts = question.asked in (LABEL, AFFILIATION, FAMILY)
    assert question.cited in (_used(question) if counts else _shown(question))


def test_there_are_seventy_questions_and_more_of_every_kind() -> None:
    assert len(QUESTIONS) >= 70
    assert {question.asked for question in QUESTIONS} == set(Asked)
    assert len({str(question) for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("outlet", sorted({question.outlet for question in QUESTIONS if question.asked is DESIGNATION}))
def test_what_a_state_does_to_an_outlet_never_counts_for_its_label(outlet: str) -> None:
    for one in _designations(shipped().outlet(outlet)):
        since = one.valid.since
        derived = classify(shipped(), outlet, since.first if since else None)
        assert one not in derived.assertions
        assert one not in derived.dissent
        assert polarity(one.value) in Polarity
