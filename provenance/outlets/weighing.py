"""Which assertions count at a day, and what they say together of control by a state (rules W1 to W8, A1 to A5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.model import Assertion, Basis, Outlet, StateAffiliation
from provenance.outlets.control import Step
from provenance.outlets.rules import NO, SAFEGUARDED, VOTES, YES, Vote, Weight

BLOCKS: tuple[frozenset[str], ...] = (
    frozenset({"ownership"}),
    frozenset({"funding"}),
    frozenset({"editorial_control", "smm_code", "state_affiliation"}),
)
"""What is taken over from the outlet above, each block as a whole (W7); nothing else gives a standing (W1, W8)."""
_BELONGING = ("brand_of", "part_of")
_HEAVIEST_FIRST = (Weight.FOUND, Weight.WORD, Weight.IMPLIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """`yes` and `no` count; `idle` speak against what was found but do not count (W2, W4)."""

    value: StateAffiliation
    rule: str
    yes: tuple[Assertion, ...] = ()
    no: tuple[Assertion, ...] = ()
    idle: tuple[Assertion, ...] = ()


def atom(assertion: Assertion) -> str:
    return f"{assertion.dimension}:{assertion.value}"


def raters(assertions: Iterable[Assertion]) -> frozenset[str]:
    return frozenset(assertion.rater for assertion in assertions)


def held_at(outlets: Mapping[str, Outlet], steps: Sequence[Step], outlet: Outlet, on: date | None) -> list[Assertion]:
    """What is said of the outlet at the day, and, block by block, of what it belongs to where nothing is (W3, W7)."""
    held = _newest(outlet.assertions, on)
    if not steps or steps[0].relation.kind not in _BELONGING or steps[0].upper not in outlets:
        return held
    above = held_at(outlets, steps[1:], outlets[steps[0].upper], on)
    for block in BLOCKS:
        if not any(assertion.dimension in block for assertion in held):
            held.extend(assertion for assertion in above if assertion.dimension in block)
    return held


def _newest(assertions: Iterable[Assertion], on: date | None) -> list[Assertion]:
    newest: dict[tuple[str, str], Assertion] = {}
    for assertion in sorted(assertions, key=_age):
        counts = any(assertion.dimension in block for block in BLOCKS)
        if counts and assertion.scope is None and assertion.valid.holds(on):
            newest[assertion.rater, assertion.dimension] = assertion
    return list(newest.values())


def _age(assertion: Assertion) -> tuple[str, str, str]:
    since = assertion.valid.since
    return (assertion.asserted or "", since.text if since else "", assertion.value)


def without_idle_judgement(held: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """The directory's own judgement goes where a cited assertion speaks in the same dimension (W4)."""
    cited = {one.dimension for one in held if one.basis is not Basis.CURATOR_JUDGEMENT and not _praises_itself(one)}
    return tuple(
        assertion
        for assertion in sorted(held, key=lambda one: (one.dimension, one.rater, one.value))
        if assertion.basis is not Basis.CURATOR_JUDGEMENT or assertion.dimension not in cited
    )


def weigh(counted: Sequence[Assertion]) -> Affiliation:
    """`counted` are those of one outlet at one day, in the order of `without_idle_judgement`."""
    votes = {assertion: VOTES[atom(assertion)] for assertion in counted if atom(assertion) in VOTES}
    heard = _heard(votes)
    yes = tuple(assertion for assertion, vote in heard.items() if vote.says is YES)
    no = tuple(assertion for assertion, vote in heard.items() if vote.says is NO)
    value, rule = _decided(heard, yes, no)
    unheard = tuple(one for one, vote in votes.items() if one not in heard and _is_idle(one, vote, value))
    if rule == "A5":
        lost = no if value is YES else yes
        yes, no = (yes, ()) if value is YES else ((), no)
        unheard += tuple(one for one in lost if votes[one].weight is not Weight.IMPLIED)
    return Affiliation(value=value, rule=rule, yes=yes, no=no, idle=unheard)


def _heard(votes: Mapping[Assertion, Vote]) -> dict[Assertion, Vote]:
    """Votes left by W2, W4, W5 and W6, in this order."""
    heard = {one: vote for one, vote in votes.items() if not _praises_itself(one)}
    if any(one.basis is not Basis.CURATOR_JUDGEMENT for one in heard):
        heard = {one: vote for one, vote in heard.items() if one.basis is not Basis.CURATOR_JUDGEMENT}
    if any(vote.atom in SAFEGUARDED for vote in heard.values()):
        heard = {one: vote for one, vote in heard.items() if (vote.says, vote.weight) != (YES, Weight.IMPLIED)}
    if any((vote.says, vote.weight) == (YES, Weight.FOUND) for vote in heard.values()):
        heard = {one: vote for one, vote in heard.items() if (vote.says, vote.weight) != (NO, Weight.IMPLIED)}
    return heard


def _praises_itself(assertion: Assertion) -> bool:
    """An outlet's own word that no state controls it; a law that it names is no mere word (W2)."""
    vote = VOTES.get(atom(assertion))
    if vote is None or assertion.basis is not Basis.SELF_DECLARED or vote.atom in SAFEGUARDED:
        return False
    return vote.says is NO and vote.weight is not Weight.IMPLIED


def _is_idle(assertion: Assertion, vote: Vote, value: StateAffiliation) -> bool:
    """Shown because it speaks against what was found: an outlet's own praise, or an uncited judgement of control."""
    if vote.says is value:
        return False
    judged = assertion.basis is Basis.CURATOR_JUDGEMENT and vote.weight is not Weight.IMPLIED
    return _praises_itself(assertion) or (judged and value is not StateAffiliation.DISPUTED)


def _decided(
    heard: Mapping[Assertion, Vote], yes: Sequence[Assertion], no: Sequence[Assertion]
) -> tuple[StateAffiliation, str]:
    if not heard:
        return StateAffiliation.UNKNOWN, "A4"
    if not (yes and no):
        return (YES, "A2") if yes else (NO, "A3")
    if len(raters(heard)) > 1:
        return StateAffiliation.DISPUTED, "A1"
    heaviest = min((vote.weight for vote in heard.values()), key=_HEAVIEST_FIRST.index)
    sides = {vote.says for vote in heard.values() if vote.weight is heaviest}
    return (sides.pop(), "A5") if len(sides) == 1 else (StateAffiliation.DISPUTED, "A1")
