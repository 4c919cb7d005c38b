"""Do two claims say the same? Judged by their words alone, whoever speaks."""

from provenance.matching.alignment import (
    Aligned,
    align_sentences,
    containment,
    join_neighbours,
    said_words,
    word_similarity,
)
from provenance.matching.bonds import Bonds, collect_bonds
from provenance.matching.candidates import compare_claims, compare_keyed
from provenance.matching.comparison import compare, compare_profiles
from provenance.matching.edits import Figure, lost_negations, read_figures
from provenance.matching.frequencies import Frequencies, parse_frequencies
from provenance.matching.grouping import Level, find_changes, group_bonds, group_claims, group_ids
from provenance.matching.keys import UNDATED, Keys, day_number, days_compared, lie_far, read_keys
from provenance.matching.keytable import KeyTable, number_keys
from provenance.matching.lookup import Holders, Packed, pack_stems, related_ones, sharing_enough
from provenance.matching.opposition import is_denial
from provenance.matching.pairing import Judgement, PairModel, Stance, judge_pair, parse_pair_model
from provenance.matching.policy import COMPARED_WEIGHT, FAR_WEIGHT, POLICY
from provenance.matching.profile import Profile, Worded, prepare
from provenance.matching.reprint import Reading, Reprint, ReprintKind, can_be_reworded, find_reprint
from provenance.matching.sharing import candidates

__all__ = [
    "COMPARED_WEIGHT",
    "FAR_WEIGHT",
    "POLICY",
    "UNDATED",
    "Aligned",
    "Bonds",
    "Figure",
    "Frequencies",
    "Holders",
    "Judgement",
    "KeyTable",
    "Keys",
    "Level",
    "Packed",
    "PairModel",
    "Profile",
    "Reading",
    "Reprint",
    "ReprintKind",
    "Stance",
    "Worded",
    "align_sentences",
    "can_be_reworded",
    "candidates",
    "collect_bonds",
    "compare",
    "compare_claims",
    "compare_keyed",
    "compare_profiles",
    "containment",
    "day_number",
    "days_compared",
    "find_changes",
    "find_reprint",
    "group_bonds",
    "group_claims",
    "group_ids",
    "is_denial",
    "join_neighbours",
    "judge_pair",
    "lie_far",
    "lost_negations",
    "number_keys",
    "pack_stems",
    "parse_frequencies",
    "parse_pair_model",
    "prepare",
    "read_figures",
    "read_keys",
    "related_ones",
    "said_words",
    "sharing_enough",
    "word_similarity",
]
