"""Where do claims come from, and how many witnesses are there really? Judged by origins alone, whatever the words."""

from provenance.analysis.attestation import Attestation, AttestedOrigin, attest
from provenance.analysis.circular import find_circular, tell_circle
from provenance.analysis.conflicts import find_conflict, find_same
from provenance.analysis.corpus import SAME_SENTENCE, Corpus, index_corpus
from provenance.analysis.counting import count_origins, count_sources
from provenance.analysis.findings import analyse, analyse_article, list_findings
from provenance.analysis.independence import independence
from provenance.analysis.names import same_agent
from provenance.analysis.overruling import overrule_groups
from provenance.analysis.relations import relate
from provenance.analysis.rulings import Ruling, decision_in_words, find_rulings, in_force, undoings
from provenance.analysis.told_figures import ToldFigure, figures_of

__all__ = [
    "SAME_SENTENCE",
    "Attestation",
    "AttestedOrigin",
    "Corpus",
    "Ruling",
    "ToldFigure",
    "analyse",
    "analyse_article",
    "attest",
    "count_origins",
    "count_sources",
    "decision_in_words",
    "figures_of",
    "find_circular",
    "find_conflict",
    "find_rulings",
    "find_same",
    "in_force",
    "independence",
    "index_corpus",
    "list_findings",
    "overrule_groups",
    "relate",
    "same_agent",
    "tell_circle",
    "undoings",
]
