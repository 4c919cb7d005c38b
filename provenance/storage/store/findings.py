"""What analysis finds, kept for lists."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy.orm import Session

from provenance.model import Circle
from provenance.storage import aside, finding_articles, finding_circles, finding_groups, finding_lists, findings
from provenance.storage.findings import Due
from provenance.storage.kept import (
    ClaimLine,
    FindingFilter,
    FoundClaim,
    GroupFilter,
    KeptArticle,
    KeptFinding,
    KeptGroup,
    StoredTotals,
)
from provenance.storage.store.unit import UnitOfWork


class Findings(UnitOfWork):
    _aside = False

    def begin_findings(self, made_with: str) -> bool:
        """Drops what was found with something else, and has every claim looked at again; whether it had to."""
        with self._saving_findings() as session:
            return findings.begin_anew(session, made_with)

    def save_findings(
        self,
        looked_at: Iterable[str],
        found: Sequence[KeptFinding],
        of_groups: Sequence[KeptGroup],
        circles: Sequence[Circle] = (),
    ) -> None:
        """`looked_at` are the ids of the claims that are no longer due, stored or not: what was kept of them is
        replaced by what is found now. `circles` are those that the groups hold."""
        with self._saving_findings() as session:
            findings.save_findings(session, looked_at, found, of_groups, circles)

    def keep_counted(self) -> None:
        """What the totals count of all findings is counted now, and kept until any of them changes."""
        with self._saving_findings() as session:
            finding_lists.keep_counted(session)

    @contextmanager
    def _saving_findings(self) -> Iterator[Session]:
        if self._aside:
            yield self._session
            return
        with self._saving() as session:
            yield session

    def keep_findings_aside(self) -> None:
        """From here on what is found is kept for this unit of work alone, and no write lock is taken: for a store that
        may only be read, or is being written to. It starts with what the store keeps."""
        self.rollback()
        aside.set_aside(self._session)
        self._aside = True

    def is_whole(self, made_with: str) -> bool:
        """Whether findings are kept of all claims as they stand now, made with this."""
        return findings.is_whole(self._session, made_with)

    def findings_made_with(self) -> str | None:
        """None where nothing is kept."""
        return findings.made_with(self._session)

    def count_waiting(self, made_with: str) -> int:
        """How many claims are to be looked at until it is."""
        return findings.count_waiting(self._session, made_with)

    def due(self, limit: int) -> tuple[Due, ...]:
        """Claims of which something changed since they were looked at, by id."""
        return findings.list_due(self._session, limit)

    def count_due(self) -> int:
        return findings.count_due(self._session)

    def is_settled(self, made_with: str) -> bool:
        """Whether they are, and what the totals count of them is kept."""
        return findings.is_settled(self._session, made_with)

    def articles_unweighed(self, limit: int) -> tuple[str, ...]:
        """The ids of articles of which nothing is kept as wholes."""
        return finding_articles.list_unweighed(self._session, limit)

    def save_article_findings(self, found: Sequence[KeptArticle]) -> None:
        """What was kept of these articles is replaced."""
        with self._saving_findings() as session:
            finding_articles.save_articles(session, found)

    def article_found(self, article_id: str) -> KeptArticle | None:
        """What is kept of an article as a whole; None where that is still to be found. Holds where the findings are
        whole; so do all that follow."""
        return finding_articles.read_article(self._session, article_id)

    def found(self, wanted: FindingFilter) -> tuple[FoundClaim, ...]:
        return finding_lists.list_found(self._session, wanted)

    def count_found(self, wanted: FindingFilter) -> int:
        """Whatever the limit."""
        return finding_lists.count_found(self._session, wanted)

    def found_groups(self, wanted: GroupFilter | None = None) -> tuple[KeptGroup, ...]:
        """Groups in force of two claims or more, the largest first unless told otherwise."""
        return finding_groups.list_kept_groups(self._session, wanted or GroupFilter())

    def count_found_groups(self, wanted: GroupFilter) -> int:
        """Whatever the limit."""
        return finding_groups.count_kept_groups(self._session, wanted)

    def claim_lines(self, claim_ids: Iterable[str]) -> dict[str, ClaimLine]:
        """By id; one that is not stored is left out."""
        return finding_groups.claim_lines(self._session, claim_ids)

    def circles(self, *, limit: int | None = None, offset: int = 0) -> tuple[Circle, ...]:
        """Circular reporting in groups in force: rings first, then what most claims take part in."""
        return finding_circles.list_circles(self._session, limit, offset)

    def count_circles(self) -> int:
        return finding_circles.count_circles(self._session)

    def members_of(self, group_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The claims of groups in force, sorted."""
        return finding_lists.members_of(self._session, group_ids)

    def totals(self) -> StoredTotals:
        return finding_lists.read_totals(self._session)
