"""The packaged model is the one that its card tells of; another one can be named, and what is none is refused."""

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

from provenance.errors import ModelError
from provenance.extraction import extract_claims
from provenance.model import Article
from provenance.services.reading import load_reader

FOLDER = files("provenance.extraction") / "model"
MODEL = (FOLDER / "tagger.onnx").read_bytes()
TEXT = (
    "The mayor said the bridge was safe. It was not, the police told Reuters.\n\n“Never,” he added. “Not even in May.”"
)


def test_the_packaged_model_is_the_one_of_the_card() -> None:
    told = re.search(r"sha256 `(?P<digest>[0-9a-f]{64})`", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert told is not None
    assert hashlib.sha256(MODEL).hexdigest() == told["digest"]


def test_the_packaged_model_is_small() -> None:
    assert len(MODEL) <= 25_000_000


def test_another_model_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "mine.onnx").write_bytes(MODEL)
    article = Article(text=TEXT)
    mine = load_reader(str(tmp_path / "mine.onnx"))
    assert extract_claims(article, mine) == extract_claims(article, load_reader())


def test_a_file_that_is_no_model_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "mine.onnx").write_text("no model at all")
    with pytest.raises(ModelError, match=r"mine\.onnx: no model of attribution"):
        load_reader(str(tmp_path / "mine.onnx"))


def test_a_model_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"mine\.onnx: cannot be read .*PROVENANCE_MODEL"):
        load_reader(str(tmp_path / "mine.onnx"))
