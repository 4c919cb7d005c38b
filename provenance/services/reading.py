"""From an article to its claims: the one use case that needs the model."""

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from provenance.errors import ModelError
from provenance.extraction import (
    Annotator,
    Lexicon,
    Reader,
    States,
    Tagger,
    build_reader,
    extract_claims,
    load_tagger,
    parse_lexicon,
    parse_states,
)
from provenance.model import Article, Claim
from provenance.outlets import Directory
from provenance.services.resources import load_directory, packaged_texts
from provenance.services.standings import with_standing


def load_reader(model: str | None = None, directory: Directory | None = None) -> Reader:
    """The model of that path, the packaged one where none is named, with the lexicon and the directory, the shipped one
    where none is given. Raises ModelError."""
    return _reader(model, directory or load_directory())


@lru_cache(maxsize=4)
def _reader(model: str | None, directory: Directory) -> Reader:
    tagger, lexicon, states = _parts(model)
    return build_reader(tagger, lexicon, states, directory)


@cache
def _parts(model: str | None) -> tuple[Tagger, Lexicon, States]:
    annotator = load_annotator()
    tagger = load_tagger(_content(model), annotator.lexicon.reporting, model or "the packaged model")
    return tagger, annotator.lexicon, annotator.states


@cache
def load_annotator() -> Annotator:
    """The lists without the model."""
    texts = packaged_texts("provenance.extraction", "data")
    return Annotator(parse_lexicon(texts), parse_states(texts["states.tsv"]))


def _content(model: str | None) -> bytes:
    if model is None:
        return (files("provenance.extraction") / "model" / "tagger.onnx").read_bytes()
    try:
        return Path(model).read_bytes()
    except OSError as error:
        raise ModelError(
            f"{model}: cannot be read ({error.strerror}); PROVENANCE_MODEL names an ONNX file, unset it for the default"
        ) from error


def read_claims(article: Article, model: str | None, directory: Directory) -> tuple[Claim, ...]:
    """In the order of the text."""
    claims = extract_claims(article, load_reader(model, directory))
    return tuple(with_standing(claim, article, directory) for claim in claims)
