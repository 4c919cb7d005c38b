"""From an article to its claims, with what the outlets on their chains are at the article's day."""

from dataclasses import replace
from functools import cache

from provenance.extraction import Reader, build_reader, extract_claims, load_parser, parse_lexicon, parse_states
from provenance.model import Article, Claim
from provenance.outlets import with_standings
from provenance.services.resources import load_directory, packaged_texts


@cache
def load_reader(model: str) -> Reader:
    """The parser of that name with the lexicon; takes seconds. Raises ModelError."""
    texts = packaged_texts("provenance.extraction", "data")
    return build_reader(load_parser(model), parse_lexicon(texts), parse_states(texts["states.tsv"]), load_directory())


def read_claims(article: Article, model: str) -> tuple[Claim, ...]:
    """In the order of the text."""
    return tuple(with_standing(claim, article) for claim in extract_claims(article, load_reader(model)))


def with_standing(claim: Claim, article: Article) -> Claim:
    """The claim with the standing of every outlet on its chain at the article's day."""
    return replace(claim, chain=with_standings(claim.chain, load_directory(), article.published))
