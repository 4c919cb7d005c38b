"""What people decided."""

from collections.abc import Iterable, Mapping

from provenance.model import Decision, NewDecision
from provenance.storage import decisions
from provenance.storage.filters import DecisionFilter
from provenance.storage.store.unit import UnitOfWork


class Decisions(UnitOfWork):
    def save_decision(self, made: NewDecision, *, made_by: str, why: str) -> Decision:
        """Appends it to the decisions; gives it with its id. What is there is never edited or removed."""
        with self._saving() as session:
            return decisions.save_decision(session, made, made_by, why, self._now)

    def copy_decisions(self, made: Iterable[Decision]) -> None:
        """Those of another store, into one that has none."""
        with self._saving() as session:
            decisions.copy_decisions(session, made)

    def decisions(self) -> tuple[Decision, ...]:
        """What people ever decided, undone or not, in the order of deciding."""
        return decisions.list_decisions(self._session)

    def decisions_about(self, article_ids: Iterable[str]) -> tuple[Decision, ...]:
        """Those that name claims of these articles, undone or not, with every undoing of them, in the order of
        deciding."""
        return decisions.decisions_about(self._session, article_ids)

    def rulings_beside(self, claim_ids: Iterable[str]) -> tuple[Decision, ...]:
        """Those on how claims stand to one another that name claims of the same articles, undone or not, with every
        undoing of them, in the order of deciding."""
        return decisions.rulings_beside(self._session, claim_ids)

    def decisions_by_id(self, ids: Iterable[int]) -> tuple[Decision, ...]:
        """These with every undoing of them, in the order of deciding; one that there is not is left out."""
        return decisions.decisions_by_id(self._session, ids)

    def search_decisions(self, wanted: DecisionFilter) -> tuple[int, ...]:
        """The ids of those that are so, the latest first."""
        return decisions.search_decisions(self._session, wanted)

    def deciders(self) -> tuple[str, ...]:
        """All who ever decided, by the alphabet."""
        return decisions.deciders(self._session)

    def keep_waiting(self, decided: Iterable[int], waiting: Mapping[int, str]) -> None:
        """That of these decisions those wait, with a sentence on why each does, and the others do not."""
        with self._saving() as session:
            decisions.keep_waiting(session, decided, waiting)

    def waiting(self) -> dict[int, str]:
        """What was kept last, by the decision's id."""
        return decisions.list_waiting(self._session)

    def last_decision(self) -> int:
        """The id of the one made last, 0 where nothing was ever decided."""
        return decisions.last_decision(self._session)
