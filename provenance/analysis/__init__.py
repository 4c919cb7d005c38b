"""Where do claims come from, and how many witnesses are there really? Judged by origins alone, whatever the words."""

from provenance.analysis.corpus import Corpus, index_corpus
from provenance.analysis.counting import count_origins, count_sources
from provenance.analysis.findings import analyse, list_findings
from provenance.analysis.independence import independence
from provenance.analysis.relations import relate

__all__ = [
    "Corpus",
    "analyse",
    "count_origins",
    "count_sources",
    "independence",
    "index_corpus",
    "list_findings",
    "relate",
]
