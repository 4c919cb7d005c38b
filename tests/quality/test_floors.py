"""Quality does not fall: every floor of benchmarks/floors.toml, where its corpus lies beside the project."""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.attribution.__main__ import predicted, read_lines, score
from benchmarks.attribution.wire.__main__ import annotated, part_of
from benchmarks.matching.__main__ import TASKS, half_of, without_labels
from provenance.services.comparing import load_frequencies
from provenance.services.reading import load_reader
from training.sentences.written import read_written

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
REPORTED = 1

beside = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora lie beside the project")


def corpus_of(floor: dict[str, Any]) -> Path:
    """Any: it is TOML. The corpus must be the one that was measured."""
    path = (ROOT if floor["corpus"].startswith("benchmarks/") else SHARED) / floor["corpus"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == floor["sha256"]
    return path


def gold_of(floor: dict[str, Any]) -> list[Any]:
    """The lines of a corpus: of a file of JSON lines, of our own articles, of our annotation of the texts beside us."""
    path = corpus_of(floor)
    if path.suffix == ".txt":
        return [line for line in read_written(path.parent) if str(line["id"]).startswith(path.stem)]
    lines = read_lines(path)
    if "part" not in floor:
        return lines
    return part_of(floor["part"], annotated({line["id"]: line["text"] for line in lines}))


ALWAYS = [floor for floor in FLOORS["attribution"] if floor["corpus"].startswith("benchmarks/")]
WITH_CORPORA = [floor for floor in FLOORS["attribution"] if floor not in ALWAYS]


@cache
def measured(corpus: str, part: str | None) -> dict[str, Any]:
    """Every measure of a corpus, which is read once."""
    gold = gold_of(next(f for f in FLOORS["attribution"] if (f["corpus"], f.get("part")) == (corpus, part)))
    return score(gold, [predicted(line["text"], load_reader()) for line in gold])


def assert_kept(floor: dict[str, Any]) -> None:
    reached = getattr(measured(floor["corpus"], floor.get("part"))[floor["measure"]], floor["value"])
    assert reached <= floor["ceiling"] if "ceiling" in floor else reached >= floor["floor"]


def name(floor: dict[str, Any]) -> str:
    return f"{floor['corpus']}: {floor['measure']}"


@pytest.mark.parametrize("floor", ALWAYS, ids=name)
def test_attribution_of_our_own_articles_keeps_its_floor(floor: dict[str, Any]) -> None:
    assert_kept(floor)


@beside
@pytest.mark.parametrize("floor", WITH_CORPORA, ids=name)
def test_attribution_keeps_its_floor(floor: dict[str, Any]) -> None:
    assert_kept(floor)


@beside
@pytest.mark.parametrize("floor", FLOORS["matching"], ids=name)
def test_matching_keeps_its_floor(floor: dict[str, Any]) -> None:
    predict, measure = TASKS[floor["task"]]
    rows = [json.loads(line) for line in corpus_of(floor).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if half_of(row) == REPORTED]
    predictions = predict([without_labels(row) for row in rows], load_frequencies())
    assert measure(rows, predictions)[floor["measure"]] >= floor["floor"]
