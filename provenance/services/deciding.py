"""What a person decides of claims and groups, and takes back: appended, attributed, never edited."""

from collections.abc import Callable, Sequence
from datetime import datetime

from provenance.analysis import Ruling, find_conflict, find_same, undoings
from provenance.errors import DecidedOtherwise, InvalidOption, NotStored
from provenance.model import (
    Decision,
    DecisionKind,
    IndependenceAnswer,
    NewDecision,
    RelationAnswer,
    refer_to,
)
from provenance.services.appending import correct_anew, in_brief, save_decision
from provenance.services.directories import directory_of
from provenance.services.findings import find_groups
from provenance.services.opening import open_to_read
from provenance.services.rulings import find_group, groups_around, rulings_of
from provenance.services.values.authorship import Authorship
from provenance.services.values.claims import GroupRow
from provenance.services.values.decisions import Decided
from provenance.services.waiting import keep_waiting
from provenance.settings import Settings
from provenance.storage import Store, open_store

Making = Callable[[Store, Sequence[Ruling]], NewDecision]


def merge_groups(settings: Settings, now: datetime, one: str, other: str, by: Authorship) -> Decided:
    """From now on the claims of both say the same. Each is named by the first characters of its id.

    Raises NotStored for what is not there, InvalidOption for one group with itself and where a decision in force says
    otherwise; nothing is stored then. So do all that follow.
    """

    def make(store: Store, rulings: Sequence[Ruling]) -> NewDecision:
        left, right = (find_group(store, name, rulings) for name in (one, other))
        if left == right:
            raise InvalidOption(f"{one} and {other} are one group already: {left.id}")
        return _decision(store, DecisionKind.MERGE, left.claims, right.claims)

    return _decide(settings, now, by, make)


def split_group(settings: Settings, now: datetime, name: str, claims: Sequence[str], by: Authorship) -> Decided:
    """From now on these claims do not say what the rest of their group says; together they make a group."""

    def make(store: Store, rulings: Sequence[Ruling]) -> NewDecision:
        group = find_group(store, name, rulings)
        leaving = [store.find_claim(claim).id for claim in claims]
        strange = [claim for claim in leaving if claim not in group.claims]
        if strange:
            raise InvalidOption(f"{strange[0]} is not in the group {group.id}; `provenance group {group.id}` lists it")
        staying = [claim for claim in group.claims if claim not in leaving]
        if not staying:
            raise InvalidOption(f"these are all claims of {group.id}: nothing would be parted; name fewer")
        return _decision(store, DecisionKind.SPLIT, leaving, staying)

    return _decide(settings, now, by, make)


def relate_claims(
    settings: Settings, now: datetime, one: str, other: str, answer: RelationAnswer, by: Authorship
) -> Decided:
    """From now on one claim is this to the other, whatever their words and origins say."""
    return _decide(settings, now, by, _on_two(DecisionKind.RELATE, one, other, answer))


def judge_independence(
    settings: Settings, now: datetime, one: str, other: str, answer: IndependenceAnswer, by: Authorship
) -> Decided:
    """From now on the two are two witnesses, or one."""
    return _decide(settings, now, by, _on_two(DecisionKind.INDEPENDENT, one, other, answer))


def undo(settings: Settings, now: datetime, wanted: int, by: Authorship) -> Decided:
    """Takes a decision back, by a decision that can be undone too. What it said and who said it stays in the log."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        held = store.decisions()
        target = next((each for each in held if each.id == wanted), None)
        if target is None:
            raise NotStored(f"no decision {wanted} in the store; `provenance decisions` lists them")
        if undone := undoings(held).get(wanted):
            raise DecidedOtherwise(f"{wanted}: undone by {undone.id} already; undo {undone.id} to have it again")
        before = rulings_of(store)
        decision = save_decision(store, NewDecision(kind=DecisionKind.UNDO, undoes=wanted), by)
        taken_back = _made_first(target, held)
        changed = _correct_anew(store, taken_back.article_id, now)
        keep_waiting(store, taken_back.articles)
        again = next(iter(changed)) if len(changed) == 1 else None
        after = rulings_of(store)
        known = {ruling.decision.id for ruling in before}
        for restored in (ruling for ruling in after if ruling.decision.id not in known):
            _refuse_conflict(restored, before)
        store.commit()
        changed |= {claim for ruling in set(before) ^ set(after) for claim in ruling.claims}
        return Decided(decision=decision, claims=frozenset(changed), claim=again)


def _correct_anew(store: Store, article_id: str | None, now: datetime) -> set[str]:
    """The claims that were not in force before."""
    article = store.articles_by_id([article_id]).get(article_id) if article_id else None
    if article is None:
        return set()
    before = {claim.id for claim in store.claims_of(article.id)}
    return {claim.id for claim in correct_anew(store, article, now).claims} - before


def _made_first(decision: Decision, held: Sequence[Decision]) -> NewDecision:
    """What undoings of undoings come down to."""
    by_id = {each.id: each for each in held}
    while decision.made.undoes is not None:
        decision = by_id[decision.made.undoes]
    return decision.made


def decided_groups(settings: Settings, now: datetime, made: Decided) -> tuple[GroupRow, ...]:
    """The groups that now hold the claims that a decision is about."""
    with open_to_read(settings, now) as store:
        return find_groups(store, groups_around(store, made.claims, rulings_of(store)), directory_of(store))


def _on_two(kind: DecisionKind, one: str, other: str, answer: str) -> Making:
    def make(store: Store, _: Sequence[Ruling]) -> NewDecision:
        left, right = (store.find_claim(name).id for name in (one, other))
        if left == right:
            raise InvalidOption(f"{one} and {other} are one claim: a claim is held against another one only")
        return _decision(store, kind, [left], [right], answer)

    return make


def _decision(
    store: Store, kind: DecisionKind, left: Sequence[str], right: Sequence[str], answer: str | None = None
) -> NewDecision:
    claims = store.claims_by_id([*left, *right])
    sides = ([refer_to(claims[claim]) for claim in sorted(set(side))] for side in (left, right))
    ours, theirs = map(tuple, sides)
    return NewDecision(kind=kind, left=ours, right=theirs, answer=answer)


def _decide(settings: Settings, now: datetime, by: Authorship, make: Making) -> Decided:
    """Makes the decision while nobody else can write, and appends it where nothing in force stands against it."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        rulings = rulings_of(store)
        decision = save_decision(store, make(store, rulings), by)
        new = next(ruling for ruling in rulings_of(store) if ruling.decision == decision)
        if same := find_same(new, rulings):
            raise DecidedOtherwise(f"decision {same.decision.id} by {same.decision.made_by} says so already")
        _refuse_conflict(new, rulings)
        store.commit()
        return Decided(decision=decision, claims=new.claims)


def _refuse_conflict(new: Ruling, held: Sequence[Ruling]) -> None:
    if conflict := find_conflict(new, held):
        earlier = conflict.decision
        raise DecidedOtherwise(
            f"{in_brief(earlier)} says otherwise: take it back first with `provenance undo {earlier.id}`"
        )
