"""From an article to its claims, each with the chain of who said it through whom."""

from provenance.extraction.annotating import Annotator
from provenance.extraction.claims import Reader, build_reader, extract_all, extract_claims
from provenance.extraction.lexicon import Lexicon, parse_lexicon
from provenance.extraction.prose import cut_sentences
from provenance.extraction.quotations import find_quotations
from provenance.extraction.states import States, parse_states
from provenance.extraction.tagger import Tagger, load_tagger

__all__ = [
    "Annotator",
    "Lexicon",
    "Reader",
    "States",
    "Tagger",
    "build_reader",
    "cut_sentences",
    "extract_all",
    "extract_claims",
    "find_quotations",
    "load_tagger",
    "parse_lexicon",
    "parse_states",
]
