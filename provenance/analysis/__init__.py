"""Where do claims come from, and how many witnesses are there really? Judged by origins alone, whatever the words."""

from provenance.analysis.attestation import Attestation, AttestedOrigin, attest
from provenance.analysis.census import Census, take_census
from provenance.analysis.circular import find_circular, tell_circle
from provenance.analysis.composing import Ground, compose
from provenance.analysis.conflicts import find_conflict, find_same
from provenance.analysis.corpus import SAME_SENTENCE, TELLING, Corpus, index_corpus
from provenance.analysis.correcting import (
    Corrected,
    Lineage,
    claims_of_decision,
    correct,
    overrulings,
    places_of,
    rejections,
    says,
)
from provenance.analysis.counting import count_origins, count_sources
from provenance.analysis.findings import analyse, analyse_article, in_text_order, list_findings, related_articles
from provenance.analysis.independence import independence
from provenance.analysis.names import same_agent
from provenance.analysis.overruling import overrule_groups
from provenance.analysis.placing import find_words
from provenance.analysis.references import is_twin
from provenance.analysis.relations import relate
from provenance.analysis.rulings import Ruling, decision_in_words, find_rulings
from provenance.analysis.told_figures import ToldFigure, figures_of
from provenance.analysis.undoing import in_force, undoings

__all__ = [
    "SAME_SENTENCE",
    "TELLING",
    "Attestation",
    "AttestedOrigin",
    "Census",
    "Corpus",
    "Corrected",
    "Ground",
    "Lineage",
    "Ruling",
    "ToldFigure",
    "analyse",
    "analyse_article",
    "attest",
    "claims_of_decision",
    "compose",
    "correct",
    "count_origins",
    "count_sources",
    "decision_in_words",
    "figures_of",
    "find_circular",
    "find_conflict",
    "find_rulings",
    "find_same",
    "find_words",
    "in_force",
    "in_text_order",
    "independence",
    "index_corpus",
    "is_twin",
    "list_findings",
    "overrule_groups",
    "overrulings",
    "places_of",
    "rejections",
    "relate",
    "related_articles",
    "same_agent",
    "says",
    "take_census",
    "tell_circle",
    "undoings",
]
