"""From one row of a CSV file to one value; a row that is wrong gives None and says why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

from provenance.model import (
    Ambiguity,
    Assertion,
    Basis,
    Confidence,
    Evidence,
    Outlet,
    OutletDomain,
    OutletName,
    OutletRelation,
)
from provenance.outlets.contexts import Context
from provenance.outlets.control import BACKWARD, CONTROLLERS, SIDEWAYS, UPWARD
from provenance.outlets.dimensions import DIMENSIONS, is_value, values_in_words
from provenance.outlets.hosts import normalised_host
from provenance.outlets.raters import Rater
from provenance.outlets.tables import EVIDENCE, Problems, Row

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NAME_KINDS = frozenset({"official", "short", "former", "abbreviation", "native"})
_DOMAIN_KINDS = frozenset({"primary", "edition", "mirror", "redirect", "former"})
_CONTROLLER = re.compile(rf"({'|'.join(CONTROLLERS)}):\S+")
_STATE = re.compile(r"state:[A-Z]{2}")
_SHARE = re.compile(r"\d{1,3}(\.\d+)?")
_WHOLE = 100
_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Fact(Generic[_Value]):
    """A value with the place of its row and the outlet that it is about."""

    place: str
    outlet: str
    value: _Value


def name_from_row(row: Row, problems: Problems) -> Fact[OutletName] | None:
    kind = _one_of(row, "kind", _NAME_KINDS, problems)
    ambiguity = _choice(row, "ambiguity", Ambiguity, problems)
    valid = row.interval(problems)
    if not row["text"]:
        problems.add(row.place, "the name is empty", "write it or remove the row")
    if not _LANGUAGE.fullmatch(row["language"]):
        problems.add(row.place, f"{row['language']!r} is no language", "write its ISO 639 code, such as en")
    if len(row["text"]) <= 3 and ambiguity is Ambiguity.UNIQUE:
        problems.add(row.place, f"{row['text']!r} is too short to be unique", "mark it needs_context or never_alone")
    if not (kind and ambiguity and row["text"]):
        return None
    value = OutletName(text=row["text"], language=row["language"], kind=kind, ambiguity=ambiguity, valid=valid)
    return Fact(row.place, row["outlet"], value)


def domain_from_row(row: Row, problems: Problems) -> Fact[OutletDomain] | None:
    host = normalised_host(row["host"])
    kind = _one_of(row, "kind", _DOMAIN_KINDS, problems)
    valid = row.interval(problems)
    if host is None:
        problems.add(row.place, f"{row['host']!r} is no host", "write it without scheme and path, such as example.org")
    if not (host and kind):
        return None
    return Fact(row.place, row["outlet"], OutletDomain(host=host, kind=kind, valid=valid))


def assertion_from_row(row: Row, raters: Mapping[str, Rater], problems: Problems) -> Fact[Assertion] | None:
    before = len(problems.lines)
    basis = _choice(row, "basis", Basis, problems)
    confidence = _choice(row, "confidence", Confidence, problems)
    valid, asserted = row.interval(problems), row.day("asserted", problems)
    evidence = _evidence(row, problems)
    _check_value(row, problems)
    if row["rater"] not in raters:
        problems.add(row.place, f"unknown rater {row['rater']!r}", "add it to raters.csv or correct the id")
    if basis is not None and confidence is not None:
        _check_basis(row, basis, confidence, evidence, problems)
    if len(problems.lines) > before or basis is None or confidence is None:
        return None
    value = Assertion(
        outlet=row["outlet"],
        dimension=row["dimension"],
        value=row["value"],
        rater=row["rater"],
        basis=basis,
        confidence=confidence,
        valid=valid,
        scope=row.optional("scope"),
        asserted=asserted.text if asserted else None,
        evidence=evidence,
        note=row.optional("note"),
    )
    return Fact(row.place, row["outlet"], value)


def relation_from_row(row: Row, known: frozenset[str], problems: Problems) -> Fact[OutletRelation] | None:
    kind = _one_of(row, "kind", frozenset(UPWARD + BACKWARD + SIDEWAYS), problems)
    valid, evidence = row.interval(problems), _evidence(row, problems)
    other = row["other"]
    is_controller = kind in UPWARD and _CONTROLLER.fullmatch(other)
    if other not in known and not is_controller:
        problems.add(row.place, f"unknown outlet {other!r}", "write an outlet's id or, for a controller, state:RU")
    if other.startswith("state:") and not _STATE.fullmatch(other):
        problems.add(row.place, f"{other!r} is no state", "write state: and the ISO 3166-1 code in capitals")
    share = _share(row, kind, problems)
    if kind is None:
        return None
    value = OutletRelation(
        kind=kind, other=other, share=share, valid=valid, evidence=evidence, note=row.optional("note")
    )
    return Fact(row.place, row["outlet"], value)


def _share(row: Row, kind: str | None, problems: Problems) -> str | None:
    """Of a controller alone."""
    share = row.optional("share")
    if share and not (_SHARE.fullmatch(share) and float(share) <= _WHOLE):
        problems.add(row.place, f"{share!r} is no share", "write it in per cent, such as 51 or 50.1")
    if share and kind != "controlled_by":
        problems.add(row.place, f"a share of something {kind}", "write a share beside controlled_by alone")
    return share


def context_from_row(row: Row, outlets: Mapping[str, Outlet], problems: Problems) -> tuple[tuple[str, str], Context]:
    """By name and outlet."""
    outlet = outlets.get(row["outlet"])
    if outlet is None or row["text"] not in {name.text for name in outlet.names}:
        what = f"{row['outlet']!r} bears no name {row['text']!r}"
        problems.add(row.place, what, "add it to names.csv or correct the row")
    if not (row["near"] or row["away"]):
        problems.add(row.place, "no words", "write words that stand near the name, or speak of something else")
    near, away = (tuple(filter(None, map(str.strip, row[column].split(";")))) for column in ("near", "away"))
    return (row["text"], row["outlet"]), Context(near=near, away=away)


def rater_from_row(row: Row, problems: Problems) -> Rater:
    if not (row["id"] and row["name"]):
        problems.add(row.place, "a rater without id or name", "fill in both")
    return Rater(
        id=row["id"],
        name=row["name"],
        url=row.optional("url"),
        licence=row.optional("licence"),
        note=row.optional("note"),
    )


def _check_value(row: Row, problems: Problems) -> None:
    dimension, value = row["dimension"], row["value"]
    if dimension not in DIMENSIONS:
        problems.add(row.place, f"unknown dimension {dimension!r}", f"write one of {', '.join(sorted(DIMENSIONS))}")
    elif not is_value(dimension, value):
        problems.add(row.place, f"{value!r} is no value of {dimension}", f"write {values_in_words(dimension)}")
    elif dimension == "legal_designation" and row["scope"].lower() != value.partition("_")[0]:
        problems.add(row.place, f"scope {row['scope']!r} is not the jurisdiction of {value}", "write it in capitals")


def _check_basis(row: Row, basis: Basis, confidence: Confidence, evidence: Evidence | None, problems: Problems) -> None:
    if basis is not Basis.CURATOR_JUDGEMENT:
        if evidence is None:
            what = f"no evidence for {row['outlet']!r}: {row['dimension']}"
            problems.add(row.place, what, "every assertion needs a citation (evidence_url, evidence_quote, seen)")
        return
    if evidence is not None:
        problems.add(row.place, "a curator's judgement cites nothing", "change the basis or remove the evidence")
    if confidence is not Confidence.LOW:
        problems.add(row.place, "a curator's judgement is never more than a guess", "write confidence low")


def _evidence(row: Row, problems: Problems) -> Evidence | None:
    """None for empty cells; an address without quote or day is a mistake."""
    if not any(row[column] for column in EVIDENCE):
        return None
    url, quote, seen = row["evidence_url"], row["evidence_quote"], row["seen"]
    if not url.startswith(("https://", "http://")):
        problems.add(row.place, f"{url!r} is no address", "write one that was seen, beginning with https:// or http://")
    if not quote:
        problems.add(row.place, "the evidence has no quote", "write the words of the page that say so")
    day = _seen(row, seen, problems)
    return Evidence(url=url, title=row.optional("evidence_title"), quote=quote or None, seen=day)


def _seen(row: Row, text: str, problems: Problems) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        problems.add(row.place, f"seen is no day: {text!r}", "write the day somebody looked, YYYY-MM-DD")
        return None


def _one_of(row: Row, column: str, allowed: frozenset[str], problems: Problems) -> str | None:
    if row[column] in allowed:
        return row[column]
    problems.add(row.place, f"{row[column]!r} is no {column}", f"write one of {', '.join(sorted(allowed))}")
    return None


def _choice(row: Row, column: str, choices: type[_Choice], problems: Problems) -> _Choice | None:
    text = _one_of(row, column, _values(choices), problems)
    return choices(text) if text else None


@cache
def _values(choices: type[StrEnum]) -> frozenset[str]:
    return frozenset(choice.value for choice in choices)
