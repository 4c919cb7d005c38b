"""How claims and articles stand to one another: comparisons, groups, reprints."""

from collections.abc import Collection, Iterable, Mapping

from provenance.matching import Keys, Reprint
from provenance.model import Agreement, Comparison, Group, GroupChange
from provenance.storage import comparing, groups, policies, reprints
from provenance.storage.store.unit import UnitOfWork


class Relations(UnitOfWork):
    def save_comparisons(self, comparisons: Iterable[Comparison]) -> None:
        """What was stored of the same two claims is replaced; both must be stored."""
        with self._saving() as session:
            comparing.save_comparisons(session, comparisons)

    def drop_comparisons(self, article_id: str) -> None:
        """Those of the article's claims, and its reprints: they are to be found anew."""
        with self._saving() as session:
            comparing.drop_comparisons(session, article_id)

    def save_groups(self, groups_made: Iterable[Group]) -> None:
        """The claims leave the groups they were in; those who stay behind keep together. Groups that were merged or
        split by it are recorded."""
        with self._saving() as session:
            groups.save_groups(session, groups_made, self._now)

    def compare_anew(self, policy: str, keyed: Iterable[tuple[str, Keys]], days: Mapping[str, int]) -> None:
        """Drops every comparison and reprint, and gives the claims these keys and day numbers: from here on the store
        is compared by this policy. Of the keys no more are held at once than are written."""
        with self._saving() as session:
            policies.compare_anew(session, policy, keyed, days, self._now)

    def save_reprints(self, found: Iterable[Reprint]) -> None:
        """What was stored of the same two articles is replaced; both must be stored."""
        with self._saving() as session:
            reprints.save_reprints(session, found)

    def policy(self) -> str | None:
        """By which the stored claims were compared; None where none was."""
        return policies.policy(self._session)

    def group_changes(self) -> tuple[GroupChange, ...]:
        """Merges and splits of groups, in the order in which they happened."""
        return groups.group_changes(self._session)

    def bonds_among(self, claim_ids: Iterable[str], codes: Collection[str] = ()) -> tuple[Comparison, ...]:
        """As `comparisons_among`, without reasons but those of these codes."""
        return comparing.bonds_among(self._session, claim_ids, codes)

    def bonds_of(self, claim_ids: Iterable[str], codes: Collection[str] = ()) -> tuple[Comparison, ...]:
        """As `comparisons_of`, without reasons but those of these codes."""
        return comparing.bonds_of(self._session, claim_ids, codes)

    def comparisons_among(self, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
        """Those between two of these claims, sorted."""
        return comparing.comparisons_among(self._session, claim_ids)

    def comparisons_of(self, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
        """Those of these claims with any claim of a current revision, sorted."""
        return comparing.comparisons_of(self._session, claim_ids)

    def component(
        self, claim_ids: Iterable[str], agreements: Collection[Agreement] = comparing.CONNECTING
    ) -> frozenset[str]:
        """The ids of these claims and of all that comparisons of these agreements connect to them, over however many
        steps: claims of current revisions only. Unless told otherwise, all comparisons connect but those that found two
        claims unrelated."""
        return comparing.component(self._session, claim_ids, agreements)

    def groups_of(self, claim_ids: Iterable[str]) -> tuple[Group, ...]:
        """The groups that hold any of these claims, sorted."""
        return groups.groups_of(self._session, claim_ids)

    def groups_named(self, name: str) -> tuple[Group, ...]:
        """Those whose ids begin so, sorted by id, or else those that hold a claim after which a group of that name was
        once called; none for what is no beginning of an id."""
        return groups.groups_named(self._session, name)

    def groups(self, *, least: int = 2, limit: int | None = None, offset: int = 0) -> tuple[Group, ...]:
        """Those of at least so many claims, the largest first, then by id."""
        return groups.list_groups(self._session, least, limit, offset)

    def count_groups(self, *, least: int = 2) -> int:
        """Those of at least so many claims."""
        return groups.count_groups(self._session, least)

    def reprints_of(self, article_ids: Iterable[str]) -> tuple[Reprint, ...]:
        """Those that touch any of these articles, sorted."""
        return reprints.reprints_of(self._session, article_ids)
