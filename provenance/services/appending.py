"""Appending a decision: saved, and put on top of what is stored."""

from datetime import datetime

from provenance.analysis import Corrected, correct
from provenance.errors import DecidedOtherwise
from provenance.model import Article, Decision, NewDecision
from provenance.services.comparing import save_article
from provenance.services.directories import directory_of
from provenance.services.standings import with_standing
from provenance.services.values.authorship import Authorship
from provenance.storage import Store


def save_decision(store: Store, made: NewDecision, by: Authorship) -> Decision:
    return store.save_decision(made, made_by=by.made_by.strip(), why=by.why.strip())


def correct_anew(store: Store, article: Article, now: datetime) -> Corrected:
    """Puts the decisions on top of what the machine reads of an article, the one saved last among them, and compares
    and groups what comes of it. Raises DecidedOtherwise where, with the last one, two decisions would be about the same
    claim."""
    directory = directory_of(store)
    read = [with_standing(claim, article, directory) for claim in store.claims_read([article.id]).get(article.id, ())]
    decisions = store.decisions_about([article.id])
    waited = {each.decision.id for each in correct(read, article, decisions[:-1]).waiting}
    corrected = save_article(store, article, read, directory=directory, now=now)
    for each in corrected.waiting:
        if each.against is not None and each.decision.id not in waited:
            earlier = next(decision for decision in decisions if decision.id == each.against)
            raise DecidedOtherwise(
                f"{in_brief(earlier)} holds of the same claim as decision {each.decision.id}: "
                f"take it back first with `provenance undo {earlier.id}`"
            )
    return corrected


def in_brief(decision: Decision) -> str:
    """ "decision 3 by Kyiv desk of 2026-01-02 (correct)"."""
    made = decision.made
    what = f"{made.kind} {made.answer}" if made.answer else f"{made.kind}"
    return f"decision {decision.id} by {decision.made_by} of {decision.made_at:%Y-%m-%d} ({what})"
