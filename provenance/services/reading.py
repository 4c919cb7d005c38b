"""From an article to its claims: the one use case that needs the parser."""

import hashlib
from functools import cache
from importlib.resources import files

from provenance.errors import ModelError
from provenance.extraction import Reader, build_reader, extract_claims, load_parser, parse_lexicon, parse_states
from provenance.model import Article, Claim
from provenance.services.resources import load_directory, packaged_texts
from provenance.services.standings import with_standing
from provenance.settings import MODEL

MODEL_PART = f"{MODEL}-3.8.0/ner/model"
MODEL_SHA256 = "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e"
"""The default model comes from a re-upload: this part of it must be the one that was compared with the original."""


@cache
def load_reader(model: str) -> Reader:
    """The parser of that name with the lexicon; takes seconds. Raises ModelError."""
    texts = packaged_texts("provenance.extraction", "data")
    parser = load_parser(model)
    if model == MODEL:
        check_model(files(MODEL).joinpath(MODEL_PART).read_bytes())
    return build_reader(parser, parse_lexicon(texts), parse_states(texts["states.tsv"]), load_directory())


def check_model(part: bytes) -> None:
    """Raises ModelError where the default model is not the one that was measured; one that a user names is theirs."""
    found = hashlib.sha256(part).hexdigest()
    if found != MODEL_SHA256:
        raise ModelError(
            f"{MODEL}: ner/model has the digest {found[:12]}…, not {MODEL_SHA256[:12]}…; install {MODEL}==3.8.0 "
            "again, or name another model in PROVENANCE_MODEL"
        )


def read_claims(article: Article, model: str) -> tuple[Claim, ...]:
    """In the order of the text."""
    return tuple(with_standing(claim, article) for claim in extract_claims(article, load_reader(model)))
