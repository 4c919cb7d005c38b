"""The traits of a pair of claims: one number each, from 0 to about 1, that a person can check against the two texts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from provenance.matching.comparison import another_in_order, explain, judge
from provenance.matching.exclusion import negation, opposites
from provenance.matching.figures import Figures, hold_figures, other_ground
from provenance.matching.moments import differing_moments
from provenance.matching.profile import Profile
from provenance.matching.similarity import Overlap, overlap
from provenance.matching.wording import Wording
from provenance.model import Agreement, Reason, Span

Spans = tuple[Span, ...]

RAREST = 10
"""About the weight of a stem that is in no list: what weights are divided by."""

SHORT, LONG = 20, 30
"""Words of a short and of a long claim: what lengths are divided by."""

FEW = 6
"""Stems that are counted one by one."""

CUES = ("reports", "may", "says", "doubts", "asks", "quotes")


@dataclass(frozen=True, slots=True)
class Trait:
    """How far it holds, and the words on either side that show it."""

    value: float
    left: Spans = ()
    right: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """All traits of a pair by name, and what the rules for an archive say of it."""

    values: Mapping[str, Trait]
    agreement: Agreement
    reasons: tuple[Reason, ...]


def read_traits(left: Wording, right: Wording) -> Traits:
    """Names stand in `data/pair_weights.tsv`, each with what it says."""
    common = overlap(left.profile, right.profile)
    figures = hold_figures(left.profile, right.profile, common.substance)
    judged = judge(left.profile, right.profile, common)
    values = {
        **shared_traits(left, right, common),
        **length_traits(left, right),
        **figure_traits(left.profile, right.profile, figures),
        **denial_traits(left, right, common),
        **cue_traits(left, right, common),
        **missing_traits(left, right, common),
        "rules_conflict": flag(judged.agreement is Agreement.CONFLICTS),
        "rules_agree": flag(judged.agreement is Agreement.AGREES),
        "rules_differ": flag(judged.agreement is Agreement.FIGURES_DIFFER),
        "other_place": flag(other_ground(left.profile, right.profile)),
        "other_moment": flag(differing_moments(left.profile.moments, right.profile.moments)),
    }
    return Traits(
        values=values | joint_traits(values),
        agreement=judged.agreement,
        reasons=explain(left.profile, right.profile, common, judged),
    )


JOINT = (
    ("missing", "sentences"),
    ("missing_names", "sentences"),
    ("other_names", "sentences"),
    ("replaced", "sentences"),
    ("nothing_shared", "sentences"),
    ("similarity_root", "sentences"),
    ("denies_one", "held_most"),
    ("negates_one", "held_most"),
    ("refutes_one", "held_most"),
    ("reports_one", "held_most"),
    ("other_names", "held_most"),
    ("replaced", "similarity"),
    ("missing", "nameless"),
    ("missing_count", "nameless"),
    ("nothing_missing", "nameless"),
    ("replaced", "nameless"),
    ("held_most", "nameless"),
    ("held_least", "nameless"),
    ("similarity_root", "nameless"),
    ("denies_one", "nameless"),
    ("rules_conflict", "nameless"),
)
"""Traits that say more together: in a headline a missing word says less than in a sentence, and claims that name nobody
are seldom of one man and one dog."""


def joint_traits(values: Mapping[str, Trait]) -> dict[str, Trait]:
    """The product of both, with the words of the first."""
    return {
        f"{one}_with_{other}": Trait(values[one].value * values[other].value, values[one].left, values[one].right)
        for one, other in JOINT
    }


def flag(holds: object, left: Spans = (), right: Spans = ()) -> Trait:
    return Trait(float(bool(holds)), left, right)


def dice(one: Collection[object], other: Collection[object]) -> float:
    """The part of two sets that they share."""
    return 2 * len(set(one) & set(other)) / (len(one) + len(other)) if one and other else 0.0


def shared_traits(left: Wording, right: Wording, common: Overlap) -> dict[str, Trait]:
    ours, theirs = left.profile, right.profile
    named = bool(ours.names and theirs.names)
    pairs = [frozenset(pairwise(side.stems)) for side in (left, right)]
    words = [frozenset(side.stems) for side in (left, right)]
    count = len(common.shared) + len(common.spelled)
    rarest = max((ours.weights[stem] for stem in common.shared), default=0.0)
    return {
        "similarity": Trait(common.similarity),
        "similarity_root": Trait(common.similarity**0.5),
        "substance": Trait(common.substance),
        "held_most": Trait(max(common.in_left, common.in_right)),
        "held_least": Trait(min(common.in_left, common.in_right)),
        "names_shared": Trait(common.names if named else 0.0),
        "no_names": flag(not named),
        "nameless": flag(left.is_nameless and right.is_nameless),
        "letters": Trait(dice(left.letters, right.letters)),
        "word_pairs": Trait(dice(*pairs)),
        "all_words": Trait(dice(*words)),
        "rarest_shared": Trait(rarest / RAREST),
        "shared_count": Trait(min(FEW, count) / FEW),
        "nothing_shared": flag(not count),
    }


def length_traits(left: Wording, right: Wording) -> dict[str, Trait]:
    less, more = sorted((len(left.stems), len(right.stems)))
    return {
        "length_ratio": Trait(less / max(1, more)),
        "shorter_length": Trait(less / SHORT),
        "longer_length": Trait(min(1.5, more / LONG)),
        "sentences": Trait((left.is_sentence + right.is_sentence) / 2),
    }


def numbers(profile: Profile) -> frozenset[str]:
    return frozenset(stem for stem in profile.weights if stem.startswith("#"))


def places(profile: Profile, stems: Iterable[str]) -> Spans:
    return tuple(sorted(span for stem in stems for span in profile.places[stem]))


def figure_traits(left: Profile, right: Profile, figures: Figures) -> dict[str, Trait]:
    ours, theirs = numbers(left), numbers(right)
    apart = places(left, ours - theirs), places(right, theirs - ours)
    return {
        "figures_agree": flag(figures.compatible),
        "figures_differ": flag(figures.differing),
        "figures_alone": Trait((figures.left_alone + figures.right_alone) / 2),
        "figures_apart": flag(figures.left_alone and figures.right_alone),
        "numbers_shared": flag(ours & theirs),
        "numbers_other": flag(ours - theirs and theirs - ours, *apart),
    }


def denial_traits(left: Wording, right: Wording, common: Overlap) -> dict[str, Trait]:
    ours, theirs = left.profile.signals, right.profile.signals
    here = (*ours.refuting, *(denial.span for denial in ours.negations), *left.cues["refuses"])
    there = (*theirs.refuting, *(denial.span for denial in theirs.negations), *right.cues["refuses"])
    root = common.similarity**0.5
    denied = float(bool(here) != bool(there))
    refuted = float(ours.refutes != theirs.refutes)
    return {
        "refutes_one": Trait(refuted, ours.refuting, theirs.refuting),
        "refutes_both": flag(ours.refutes and theirs.refutes, ours.refuting, theirs.refuting),
        "negates_one": flag(bool(ours.negations) != bool(theirs.negations), here, there),
        "negates_both": flag(ours.negations and theirs.negations, here, there),
        "denies_one": Trait(denied, here, there),
        "denies_both": flag(here and there, here, there),
        "refuses_one": flag(bool(left.cues["refuses"]) != bool(right.cues["refuses"]), here, there),
        "refutes_the_same": Trait(refuted * root, ours.refuting, theirs.refuting),
        "denies_the_same": Trait(denied * root, here, there),
        **reasoned("negates_asserted", list(negation(left.profile, right.profile))),
        **reasoned("opposites", list(opposites(left.profile, right.profile))),
        "other_in_order": flag(another_in_order(left.profile, right.profile)),
    }


def reasoned(name: str, reasons: list[Reason]) -> dict[str, Trait]:
    return {name: flag(reasons, *((reasons[0].left, reasons[0].right) if reasons else ()))}


def cue_traits(left: Wording, right: Wording, common: Overlap) -> dict[str, Trait]:
    """Of each kind of words: whether one side alone has some, and how much the two share then; whether both do."""
    traits: dict[str, Trait] = {}
    for kind in CUES:
        here, there = left.cues[kind], right.cues[kind]
        traits[f"{kind}_one"] = flag(bool(here) != bool(there), here, there)
        traits[f"{kind}_both"] = flag(here and there, here, there)
        traits[f"{kind}_the_same"] = Trait(traits[f"{kind}_one"].value * common.similarity**0.5, here, there)
    labels = left.cues["labels"], right.cues["labels"]
    return traits | {"labels_one": flag(bool(labels[0]) != bool(labels[1]), *labels)}


def missing_traits(left: Wording, right: Wording, common: Overlap) -> dict[str, Trait]:
    """What the shorter claim says that the longer one does not."""
    turned = len(left.stems) > len(right.stems)
    short, long = (right, left) if turned else (left, right)
    ours, theirs = short.profile, long.profile
    both = frozenset(common.shared).union(*common.spelled)
    missing = sorted(ours.weights.keys() - both)
    names, others = sorted(ours.names - both), sorted(theirs.names - both)
    whole = sum(ours.weights[stem] for stem in sorted(ours.weights)) or 1.0

    def shown(value: float, here: Spans = (), there: Spans = ()) -> Trait:
        return Trait(value, there, here) if turned else Trait(value, here, there)

    figures = [stem for stem in missing if stem.startswith("#")]
    return {
        "missing": shown(sum(ours.weights[stem] for stem in missing) / whole, places(ours, missing)),
        "missing_names": shown(sum(ours.weights[stem] for stem in names) / whole, places(ours, names)),
        "other_names": shown(float(bool(names and others)), places(ours, names), places(theirs, others)),
        "missing_rarest": shown(max((ours.weights[stem] for stem in missing), default=0.0) / RAREST),
        "missing_count": shown(min(FEW, len(missing)) / FEW, places(ours, missing)),
        "nothing_missing": shown(float(not missing)),
        "missing_figure": shown(float(bool(figures)), places(ours, figures)),
        "starts_alike": shown(float(short.stems[:1] != () and short.stems[0] in long.stems)),
        "replaced": shown(*replaced(short, long)),
    }


def replaced(short: Wording, long: Wording) -> tuple[float, Spans, Spans]:
    """Another word between the same two words: "a Canadian actor", "an American actor"."""
    known, held = frozenset(long.stems), frozenset(short.stems)
    frames = {(long.stems[at - 1], long.stems[at + 1]): at for at in range(len(long.stems) - 2, 0, -1)}
    for at in range(1, len(short.stems) - 1):
        found = frames.get((short.stems[at - 1], short.stems[at + 1]))
        if found and short.stems[at] not in known and long.stems[found] not in held:
            return 1.0, (short.spans[at],), (long.spans[found],)
    return 0.0, (), ()
