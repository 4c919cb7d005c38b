"""Do two claims say the same? Judged by their words alone, whoever speaks."""

from provenance.matching.candidates import claim_keys, compare_claims
from provenance.matching.comparison import compare, compare_profiles
from provenance.matching.frequencies import Frequencies, parse_frequencies
from provenance.matching.grouping import Level, group_claims
from provenance.matching.opposition import is_denial
from provenance.matching.pairing import Judgement, PairModel, Stance, judge_pair, parse_pair_model
from provenance.matching.policy import POLICY
from provenance.matching.profile import Profile, prepare
from provenance.matching.reprint import Reading, Reprint, ReprintKind, find_reprint

__all__ = [
    "POLICY",
    "Frequencies",
    "Judgement",
    "Level",
    "PairModel",
    "Profile",
    "Reading",
    "Reprint",
    "ReprintKind",
    "Stance",
    "claim_keys",
    "compare",
    "compare_claims",
    "compare_profiles",
    "find_reprint",
    "group_claims",
    "is_denial",
    "judge_pair",
    "parse_frequencies",
    "parse_pair_model",
    "prepare",
]
