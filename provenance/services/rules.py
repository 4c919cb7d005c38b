"""The rules by which a label is found, as rows."""

from collections.abc import Iterator

from provenance.outlets import AFFILIATION_ANSWERS, AFFILIATION_RULES, LABEL_RULES, VOTES, WEIGHING_RULES, Rule, Weight
from provenance.services.values.outlets import RuleRow

WHICH_COUNT, HOW_THEY_COUNT = "which assertions count", "what an assertion says of control"
WHETHER, WHICH_LABEL = "whether a state controls it", "the label"

_WEIGHTS = {
    Weight.FOUND: "A rater looked at who decides what is published.",
    Weight.WORD: "A rater's word, without more.",
    Weight.IMPLIED: "Follows from who owns or pays, unless somebody looked closer.",
}


def list_rules() -> tuple[RuleRow, ...]:
    """In the order in which they apply."""
    return tuple(_rules())


def _rules() -> Iterator[RuleRow]:
    for identity, words in WEIGHING_RULES.items():
        yield RuleRow(id=identity, table=WHICH_COUNT, answer=None, words=words)
    for atom, vote in VOTES.items():
        yield RuleRow(id=atom, table=HOW_THEY_COUNT, answer=vote.says.value, words=_WEIGHTS[vote.weight])
    for identity, words in AFFILIATION_RULES.items():
        yield RuleRow(id=identity, table=WHETHER, answer=AFFILIATION_ANSWERS[identity], words=words)
    yield from map(_label_rule, LABEL_RULES)


def _label_rule(rule: Rule) -> RuleRow:
    affiliations = sorted(f"state_affiliated:{value}" for value in rule.on)
    return RuleRow(
        id=rule.id,
        table=WHICH_LABEL,
        answer=rule.label.value,
        words=rule.words,
        needs=(tuple(affiliations), *(tuple(sorted(group)) for group in rule.needs)),
        lacks=tuple(sorted(rule.lacks)),
    )
