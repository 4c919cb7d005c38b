"""Do two claims say the same? Judged by their words alone, whoever speaks."""

from provenance.matching.alignment import (
    Aligned,
    align_sentences,
    containment,
    join_neighbours,
    said_words,
    word_similarity,
)
from provenance.matching.candidates import claim_keys, compare_claims
from provenance.matching.comparison import compare, compare_profiles
from provenance.matching.edits import Figure, lost_negations, read_figures
from provenance.matching.frequencies import Frequencies, parse_frequencies
from provenance.matching.grouping import Level, group_claims
from provenance.matching.opposition import is_denial
from provenance.matching.policy import POLICY
from provenance.matching.profile import Profile, prepare
from provenance.matching.reprint import Reading, Reprint, ReprintKind, find_reprint

__all__ = [
    "POLICY",
    "Aligned",
    "Figure",
    "Frequencies",
    "Level",
    "Profile",
    "Reading",
    "Reprint",
    "ReprintKind",
    "align_sentences",
    "claim_keys",
    "compare",
    "compare_claims",
    "compare_profiles",
    "containment",
    "find_reprint",
    "group_claims",
    "is_denial",
    "join_neighbours",
    "lost_negations",
    "parse_frequencies",
    "prepare",
    "read_figures",
    "said_words",
    "word_similarity",
]
