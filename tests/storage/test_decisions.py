"""What people decided: appended, numbered, never edited, and there whatever becomes of the claims."""

import pytest

from provenance.errors import InvalidOption, NotStored
from provenance.model import Decision, DecisionKind, NewDecision, RelationAnswer, refer_to
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
