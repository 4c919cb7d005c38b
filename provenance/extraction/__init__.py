"""From an article to its claims, each with the chain of who said it through whom."""

from provenance.extraction.claims import Reader, build_reader, extract_claims
from provenance.extraction.lexicon import Lexicon, parse_lexicon
from provenance.extraction.parsing import load_parser
from provenance.extraction.states import States, parse_states

__all__ = [
    "Lexicon",
    "Reader",
    "States",
    "build_reader",
    "extract_claims",
    "load_parser",
    "parse_lexicon",
    "parse_states",
]
