"""From an article to its claims: the one use case that needs the model."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from provenance.errors import ModelError
from provenance.extraction import Reader, build_reader, extract_claims, load_tagger, parse_lexicon, parse_states
from provenance.model import Article, Claim
from provenance.services.resources import load_directory, packaged_texts
from provenance.services.standings import with_standing


@cache
def load_reader(model: str | None = None) -> Reader:
    """The model of that path, the packaged one where none is named, with the lexicon. Raises ModelError."""
    texts = packaged_texts("provenance.extraction", "data")
    lexicon = parse_lexicon(texts)
    tagger = load_tagger(_content(model), lexicon.reporting, model or "the packaged model")
    return build_reader(tagger, lexicon, parse_states(texts["states.tsv"]), load_directory())


def _content(model: str | None) -> bytes:
    if model is None:
        return (files("provenance.extraction") / "model" / "tagger.onnx").read_bytes()
    try:
        return Path(model).read_bytes()
    except OSError as error:
        raise ModelError(
            f"{model}: cannot be read ({error.strerror}); PROVENANCE_MODEL names an ONNX file, unset it for the default"
        ) from error


def read_claims(article: Article, model: str | None) -> tuple[Claim, ...]:
    """In the order of the text."""
    return tuple(with_standing(claim, article) for claim in extract_claims(article, load_reader(model)))
