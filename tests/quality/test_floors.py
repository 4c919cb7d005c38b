"""Quality does not fall: every floor of benchmarks/floors.toml, where its corpus lies beside the project."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.attribution.__main__ import predicted, read_lines, score
from benchmarks.matching.__main__ import TASKS, half_of, without_labels
from provenance.extraction import Reader
from provenance.services.comparing import load_frequencies
from provenance.services.reading import load_reader
from provenance.settings import MODEL

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
REPORTED = 1

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora lie beside the project")


def corpus_of(floor: dict[str, Any]) -> Path:
    """Any: it is TOML. The corpus must be the one that was measured."""
    path = SHARED / floor["corpus"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == floor["sha256"]
    return path


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(MODEL)


@pytest.fixture(scope="module")
def attribution(reader: Reader) -> dict[str, Any]:
    """Every measure of every corpus of attribution, each corpus read once."""
    paths = {floor["corpus"]: corpus_of(floor) for floor in FLOORS["attribution"]}
    texts = {name: read_lines(path) for name, path in paths.items()}
    return {name: score(gold, [predicted(t["text"], reader) for t in gold]) for name, gold in texts.items()}


@pytest.mark.parametrize("floor", FLOORS["attribution"], ids=lambda floor: f"{floor['corpus']}: {floor['measure']}")
def test_attribution_keeps_its_floor(floor: dict[str, Any], attribution: dict[str, Any]) -> None:
    assert getattr(attribution[floor["corpus"]][floor["measure"]], floor["value"]) >= floor["floor"]


@pytest.mark.parametrize("floor", FLOORS["matching"], ids=lambda floor: f"{floor['corpus']}: {floor['measure']}")
def test_matching_keeps_its_floor(floor: dict[str, Any]) -> None:
    predict, measure = TASKS[floor["task"]]
    rows = [json.loads(line) for line in corpus_of(floor).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if half_of(row) == REPORTED]
    predictions = predict([without_labels(row) for row in rows], load_frequencies())
    assert measure(rows, predictions)[floor["measure"]] >= floor["floor"]
