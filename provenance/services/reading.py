"""From an article to its claims: the one use case that needs the parser."""

from functools import cache

from provenance.extraction import Reader, build_reader, extract_claims, load_parser, parse_lexicon, parse_states
from provenance.model import Article, Claim
from provenance.services.resources import load_directory, packaged_texts
from provenance.services.standings import with_standing


@cache
def load_reader(model: str) -> Reader:
    """The parser of that name with the lexicon; takes seconds. Raises ModelError."""
    texts = packaged_texts("provenance.extraction", "data")
    return build_reader(load_parser(model), parse_lexicon(texts), parse_states(texts["states.tsv"]), load_directory())


def read_claims(article: Article, model: str) -> tuple[Claim, ...]:
    """In the order of the text."""
    return tuple(with_standing(claim, article) for claim in extract_claims(article, load_reader(model)))
