"""Which decisions in force do not hold, for what they are about is not there now or others stand in their way.

It changes where an article is read again, where its reading is corrected, and where something is taken back: whoever
does that keeps it. What was kept with another edition of the analysis is found anew.
"""

from collections.abc import Iterable, Mapping, Sequence

from provenance.analysis import in_force
from provenance.model import Decision
from provenance.services.directories import directory_of
from provenance.services.editions import edition_of
from provenance.services.rulings import corrected_among, rulings_among
from provenance.storage import Store

WITHOUT_CLAIMS = "Its claims are not read in their articles now."


def waiting_in(store: Store, decisions: Sequence[Decision] | None = None) -> Mapping[int, str]:
    """By the id of the decision, a sentence on why it waits: of all, or at least of these, which come with all their
    undoings, and are all that were made of an article's reading or none of them."""
    if store.findings_made_with() == edition_of(directory_of(store)):
        return store.waiting()
    return _find_waiting(store, store.decisions() if decisions is None else decisions)


def keep_waiting(store: Store, articles: Iterable[str] | None = None) -> None:
    """Which decisions about these articles wait, of all where none are given, as things stand now. The caller
    commits."""
    held = store.decisions() if articles is None else store.decisions_about(articles)
    if held:
        store.keep_waiting((each.id for each in held), _find_waiting(store, held))


def _find_waiting(store: Store, decisions: Sequence[Decision]) -> dict[int, str]:
    standing = {ruling.decision.id for ruling in rulings_among(store, decisions)}
    without_claims = {
        decision.id: WITHOUT_CLAIMS
        for decision in in_force(decisions)
        if decision.id not in standing and not decision.made.article_id
    }
    corrected = corrected_among(store, decisions)
    return without_claims | {each.decision.id: each.why for article in corrected.values() for each in article.waiting}
