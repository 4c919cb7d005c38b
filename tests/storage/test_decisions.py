"""What people decided: appended, numbered, never edited, and there whatever becomes of the claims."""

import pytest

from provenance.errors import InvalidOption, NotStored
from provenance.model import Claim, Decision, DecisionKind, NewDecision, RelationAnswer, refer_to
from provenance.storage import Store, open_store
from tests.builders import a_claim, an_article
from tests.storage.conftest import NOW

ONE, OTHER = a_claim(), a_claim("the mayor’s “plan” holds", start=9, speaker="Øystein Ås")
MADE = NewDecision(
    kind=DecisionKind.RELATE, left=(refer_to(ONE),), right=(refer_to(OTHER),), answer=RelationAnswer.CONTRADICTS
)
WHO = {"made_by": "Kyiv desk", "why": "both recordings heard"}


def test_decisions_come_back_as_they_were_made_in_order(database: str) -> None:
    undo = NewDecision(kind=DecisionKind.UNDO, undoes=1)
    for made in (MADE, undo):
        with open_store(database, now=NOW) as store:
            store.save_decision(made, **WHO)
            store.commit()
    with open_store(database, now=NOW, read_only=True) as store:
        assert store.decisions() == (
            Decision(id=1, made=MADE, made_at=NOW, **WHO),
            Decision(id=2, made=undo, made_at=NOW, **WHO),
        )


def test_what_was_not_committed_was_never_decided(database: str) -> None:
    with open_store(database, now=NOW) as store:
        store.save_decision(MADE, **WHO)
    with open_store(database, now=NOW) as store:
        assert store.decisions() == ()


def test_a_decision_outlives_its_claims(store: Store) -> None:
    article = an_article()
    claim = a_claim(article=article)
    store.save_article(article, [claim], keys={}, read_at=NOW)
    made = NewDecision(kind=DecisionKind.INDEPENDENT, left=(refer_to(claim),), right=(refer_to(OTHER),), answer="yes")
    decision = store.save_decision(made, **WHO)
    store.save_article(article, [], keys={}, read_at=NOW)
    assert store.decisions() == (decision,)


def test_decisions_are_copied_with_their_numbers(store: Store) -> None:
    decision = Decision(id=7, made=MADE, made_at=NOW, **WHO)
    store.copy_decisions([decision])
    assert store.decisions() == (decision,)
    assert store.save_decision(MADE, **WHO).id == 8


def test_decisions_about_an_article_come_with_what_took_them_back_and_no_others(store: Store) -> None:
    assert (store.last_decision(), store.decisions_about([ONE.article_id])) == (0, ())
    elsewhere = a_claim(article=an_article("Another text, of another place.", url="https://elsewhere.example/"))
    far = a_claim(article=an_article("A third text, of a third place.", url="https://far.example/"))
    between = NewDecision(
        kind=DecisionKind.RELATE, left=(refer_to(ONE),), right=(refer_to(elsewhere),), answer=RelationAnswer.ECHOES
    )
    apart = NewDecision(kind=DecisionKind.ADD, after=far)
    for made in (between, apart, NewDecision(kind=DecisionKind.UNDO, undoes=1)):
        store.save_decision(made, **WHO)
    for undone in (2, 3):
        store.save_decision(NewDecision(kind=DecisionKind.UNDO, undoes=undone), **WHO)

    def numbers(*claims: Claim) -> list[int]:
        return [decision.id for decision in store.decisions_about(claim.article_id for claim in claims)]

    assert numbers(ONE) == numbers(elsewhere) == [1, 3, 5]
    assert numbers(far) == [2, 4]
    assert numbers(far, ONE) == [1, 2, 3, 4, 5]
    assert store.last_decision() == 5


def test_a_claim_is_found_by_the_start_of_its_id(store: Store) -> None:
    article = an_article()
    claims = [a_claim(article=article, start=start) for start in range(17)]
    store.save_article(article, claims, keys={}, read_at=NOW)
    assert store.find_claim(claims[0].id) == claims[0]
    for name in ("c0000000000000000", "", "%", "C", "g1"):
        with pytest.raises(NotStored, match="no claim"):
            store.find_claim(name)
    starts = [claim.id[1] for claim in claims]
    start = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(InvalidOption, match="means several claims: c"):
        store.find_claim(f"c{start}")


def test_a_claim_of_a_superseded_revision_is_not_found(store: Store) -> None:
    article, later = an_article(), an_article("Another text.")
    claim = a_claim(article=article)
    store.save_article(article, [claim], keys={}, read_at=NOW)
    store.save_article(later, [], keys={}, read_at=NOW)
    with pytest.raises(NotStored):
        store.find_claim(claim.id)
