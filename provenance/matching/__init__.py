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
from provenance.matching.pairing import Judgement, PairModel, Stance, judge_pair, parse_pair_model
from provenance.matching.policy import POLICY
from provenance.matching.profile import Profile, prepare
from provenance.matching.reprint import Reading, Reprint, ReprintKind, find_reprint

__all__ = [
    "POLICY",
    "Aligned",
    "Figure",
    "Frequencies",
    "Judgement",
    "Level",
    "PairModel",
    "Profile",
    "Reading",
    "Reprint",
    "ReprintKind",
    "Stance",
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
    "judge_pair",
    "lost_negations",
    "parse_frequencies",
    "parse_pair_model",
    "prepare",
    "read_figures",
    "said_words",
    "word_similarity",
]
