"""The rules by which a standing is derived: two tables that read line by line and name no state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from provenance.model import Label, StateAffiliation

YES, NO = StateAffiliation.YES, StateAffiliation.NO
DISPUTED, UNKNOWN = StateAffiliation.DISPUTED, StateAffiliation.UNKNOWN


class Weight(StrEnum):
    """How an assertion speaks of control by a state."""

    FOUND = "found"
    """A rater looked at who decides what is published."""
    WORD = "word"
    """A rater calls the outlet state-affiliated, or says it is not, without more."""
    IMPLIED = "implied"
    """Who owns or pays implies it, unless somebody looked closer."""


@dataclass(frozen=True, slots=True)
class Vote:
    """`atom` is "dimension:value". Atoms without a vote say nothing of control by a state."""

    atom: str
    says: StateAffiliation
    weight: Weight


VOTES: Mapping[str, Vote] = {
    vote.atom: vote
    for vote in (
        Vote("editorial_control:state_controlled", YES, Weight.FOUND),
        Vote("editorial_control:captured_public", YES, Weight.FOUND),
        Vote("editorial_control:captured_private", YES, Weight.FOUND),
        Vote("editorial_control:constrained_by_censorship_regime", NO, Weight.FOUND),
        Vote("editorial_control:statutory_independence", NO, Weight.FOUND),
        Vote("editorial_control:independent", NO, Weight.FOUND),
        Vote("smm_code:SC", YES, Weight.FOUND),
        Vote("smm_code:CaPu", YES, Weight.FOUND),
        Vote("smm_code:CaPr", YES, Weight.FOUND),
        Vote("smm_code:ISFM", NO, Weight.FOUND),
        Vote("smm_code:ISF", NO, Weight.FOUND),
        Vote("smm_code:ISM", NO, Weight.FOUND),
        Vote("smm_code:IP", NO, Weight.FOUND),
        Vote("state_affiliation:yes", YES, Weight.WORD),
        Vote("state_affiliation:no", NO, Weight.WORD),
        Vote("ownership:state", YES, Weight.IMPLIED),
        Vote("ownership:state_majority", YES, Weight.IMPLIED),
        Vote("ownership:state_company", YES, Weight.IMPLIED),
        Vote("ownership:party_state", YES, Weight.IMPLIED),
        Vote("funding:state_budget", YES, Weight.IMPLIED),
        Vote("ownership:private", NO, Weight.IMPLIED),
        Vote("ownership:party", NO, Weight.IMPLIED),
        Vote("ownership:cooperative", NO, Weight.IMPLIED),
        Vote("ownership:foundation_trust", NO, Weight.IMPLIED),
        Vote("ownership:nonprofit", NO, Weight.IMPLIED),
    )
}

SAFEGUARDED = frozenset(
    {"editorial_control:statutory_independence", "smm_code:ISFM", "smm_code:ISF", "smm_code:ISM", "smm_code:IP"}
)
"""Whoever says one of these has looked at a state that owns or pays and found that it does not decide."""

AFFILIATION_RULES: Mapping[str, str] = {
    "A1": "Raters differ on whether a state controls it: somebody says yes and somebody else says no.",
    "A2": "Everybody who says something of it says that a state controls it.",
    "A3": "Everybody who says something of it says that no state controls what it publishes.",
    "A4": "Nobody says whether a state controls it.",
    "A5": "One rater says both; what was found about control counts before a word, a word before what follows from "
    "owners and funds.",
}
AFFILIATION_ANSWERS: Mapping[str, str] = {"A1": "disputed", "A2": "yes", "A3": "no", "A4": "unknown", "A5": "yes or no"}
WEIGHING_RULES: Mapping[str, str] = {
    "W1": "A designation, sanction or register entry by any state is shown but never counts: it says what a state did "
    "to the outlet.",
    "W2": "What an outlet says of its own independence is shown but does not count, a law that grants it does.",
    "W3": "Of one rater's assertions the newest counts; assertions limited to a topic or an edition do not count for "
    "the whole.",
    "W4": "The directory's own judgement without a citation counts only where no cited assertion speaks.",
    "W5": "A state owner or budget counts as control unless a rater found that independence is guaranteed.",
    "W6": "A private, party, cooperative, foundation or non-profit owner counts against control unless a rater found "
    "that the state decides all the same.",
    "W7": "What nobody asserts of a brand or a part is taken from the outlet that it is a brand or a part of.",
    "W8": "What a community says of an outlet's reliability is shown but never counts: it is no word on control.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Applies where `on` holds the affiliation found and each group of `needs` shares an atom with the facts while
    `lacks` shares none."""

    id: str
    label: Label
    words: str
    on: frozenset[StateAffiliation]
    needs: tuple[frozenset[str], ...] = ()
    lacks: frozenset[str] = frozenset()

    def applies(self, affiliation: StateAffiliation, facts: frozenset[str]) -> bool:
        return affiliation in self.on and all(group & facts for group in self.needs) and not self.lacks & facts


def _any(text: str) -> frozenset[str]:
    """Atoms as one writes them: "ownership:state|state_majority smm_code:SC"."""
    atoms = (word.partition(":") for word in text.split())
    return frozenset(f"{dimension}:{value}" for dimension, _, values in atoms for value in values.split("|"))


def _rule(identity: str, label: Label, words: str, on: set[StateAffiliation], *needs: str, lacks: str = "") -> Rule:
    return Rule(
        id=identity, label=label, words=words, on=frozenset(on), needs=tuple(map(_any, needs)), lacks=_any(lacks)
    )


_GUARANTEED = " ".join(sorted(SAFEGUARDED))
_CAPTURED_PRIVATE = "editorial_control:captured_private smm_code:CaPr"
_DECIDED = "editorial_control:state_controlled|captured_public smm_code:SC|CaPu ownership:state_company"
_CONSTRAINED = "editorial_control:constrained_by_censorship_regime"
_BUDGET = "funding:state_budget|state_grant_to_independent_body smm_code:ISF|ISFM"
_LEVY = "funding:licence_fee_or_levy smm_code:IP"
_ANY = {YES, NO, DISPUTED, UNKNOWN}

LABEL_RULES: tuple[Rule, ...] = (
    _rule("L1", Label.PARTY, "A ruling party's and its state's own outlet.", _ANY, "ownership:party_state"),
    _rule("L2", Label.STATE_OWNED, "A state owns it.", {YES, DISPUTED}, "ownership:state|state_majority"),
    _rule(
        *("L3", Label.PRIVATE_CAPTURED, "Privately owned, and the state decides what it publishes.", {YES}),
        _CAPTURED_PRIVATE,
        lacks="ownership:state_company",
    ),
    _rule("L4", Label.STATE_CONTROLLED, "A state, its companies or bodies decide what it publishes.", {YES}, _DECIDED),
    _rule(
        *("L5", Label.STATE_CONTROLLED, "Paid from a state's budget, and no safeguard is found.", {YES}),
        "funding:state_budget",
    ),
    _rule(
        *("L6", Label.PUBLIC_SERVICE, "Independence is guaranteed, and the public pays by fee or levy.", {NO}),
        *(_GUARANTEED, _LEVY),
    ),
    _rule(
        *("L7", Label.STATE_FUNDED_INDEPENDENT, "A state pays, and independence is guaranteed.", {NO}),
        *(_GUARANTEED, _BUDGET),
    ),
    _rule("L8", Label.PUBLIC_SERVICE, "A public body whose independence is guaranteed.", {NO}, _GUARANTEED),
    _rule(
        *("L9", Label.STATE_OWNED, "A state owns it, and nobody finds that it decides what is published.", {NO}),
        "ownership:state|state_majority|state_company",
    ),
    _rule("L10", Label.PRIVATE_CONSTRAINED, "No state owns it, but censorship binds it.", {NO, DISPUTED}, _CONSTRAINED),
    _rule(
        *("L11", Label.STATE_OWNED, "A state's company owns it; who decides is disputed.", {DISPUTED}),
        "ownership:state_company",
    ),
    _rule(
        "L12", Label.PARTY, "A party owns it or decides.", _ANY, "ownership:party editorial_control:party_controlled"
    ),
    _rule(
        *("L13", Label.NON_PROFIT, "A non-profit, foundation, trust or cooperative owns it.", _ANY),
        "ownership:nonprofit|foundation_trust|cooperative",
    ),
    _rule("L14", Label.PRIVATE, "Privately owned.", _ANY, "ownership:private|private_state_linked"),
    _rule("L15", Label.PUBLIC_SERVICE, "A body of public law.", {NO, DISPUTED, UNKNOWN}, "ownership:public_law_body"),
    _rule("L16", Label.UNCLASSIFIED, "Nobody says enough of it.", _ANY),
)
"""The first that applies gives the label. Where control is disputed, the label says who owns, not who decides."""


def label_rule(affiliation: StateAffiliation, facts: frozenset[str]) -> Rule:
    """The first rule that applies; the last one always does."""
    return next(rule for rule in LABEL_RULES if rule.applies(affiliation, facts))
