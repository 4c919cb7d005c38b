"""Where do claims come from, and how many witnesses are there really? Judged by origins alone, whatever the words."""

from provenance.analysis.circular import find_circular
from provenance.analysis.corpus import Corpus, index_corpus
from provenance.analysis.counting import count_origins
from provenance.analysis.findings import analyse, list_findings
from provenance.analysis.independence import independence
from provenance.analysis.relations import relate

__all__ = [
    "Corpus",
    "analyse",
    "count_origins",
    "find_circular",
    "independence",
    "index_corpus",
    "list_findings",
    "relate",
]
