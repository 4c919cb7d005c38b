"""Claims, their keys and words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from provenance.matching import Keys, Packed
from provenance.model import Claim
from provenance.storage import claims, postings
from provenance.storage.filters import ClaimFilter, StoredWording
from provenance.storage.store.unit import UnitOfWork


class Claims(UnitOfWork):
    def claims_of(self, article_id: str, revision: str | None = None) -> tuple[Claim, ...]:
        """Those in force, in the order they were saved in; of the current revision unless another's digest is given."""
        return claims.claims_of(self._session, article_id, revision)

    def claims_of_articles(self, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """As `claims_of`, for many articles at once; one without claims is left out."""
        return claims.claims_of_articles(self._session, article_ids)

    def claims_read(self, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """What the machine reads in these articles, in force or set aside, in the order of saving; an article without
        claims is left out."""
        return claims.claims_read(self._session, article_ids)

    def claims_read_in(self, article_id: str, revision: str) -> tuple[Claim, ...]:
        """What the machine reads in this revision of the article, superseded or not."""
        return claims.claims_read_in(self._session, article_id, revision)

    def claims(self, wanted: ClaimFilter | None = None) -> tuple[Claim, ...]:
        """In force, of current revisions, the latest published first, then by article and in the order of its text."""
        return claims.list_claims(self._session, wanted or ClaimFilter())

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Of any revision, in force or set aside, by id in order; an id that is not stored is left out."""
        return claims.claims_by_id(self._session, ids)

    def articles_of_claims(self, ids: Iterable[str]) -> dict[str, str]:
        """By claim id, those of claims of current revisions."""
        return claims.articles_of_claims(self._session, ids)

    def wordings(self, ids: Iterable[str]) -> dict[str, StoredWording]:
        """What comparing needs of claims of current revisions, by id in order; others are left out."""
        return claims.wordings(self._session, ids)

    def all_wordings(self) -> Iterator[StoredWording]:
        """Those of all claims of current revisions, by id, read as they are asked for."""
        return claims.all_wordings(self._session)

    def candidates_of(self, keys: Mapping[str, Keys], *, day: date | None, limit: int) -> dict[str, tuple[str, ...]]:
        """By the names given, the ids of the claims of current revisions to compare with one that has these keys and
        was published on this day: those that share most weight first, then by id; `limit` holds for each."""
        return postings.candidates(self._session, keys, day, limit)

    def packed(self, ids: Iterable[str]) -> dict[str, Packed]:
        """Claims in force of current revisions as they are held against many; others are left out."""
        return postings.packed(self._session, ids)

    def find_claim(self, name: str) -> Claim:
        """Of a current revision, by the first characters of its id. Raises NotStored, or InvalidOption where several
        claims are meant."""
        return claims.find_claim(self._session, name)
