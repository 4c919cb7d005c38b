"""Articles and their revisions."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from provenance.matching import Keys
from provenance.model import Article, Claim
from provenance.storage import articles, saving
from provenance.storage.filters import ArticleCounts, ArticleFilter, StoredRevision
from provenance.storage.store.unit import UnitOfWork


class Articles(UnitOfWork):
    def save_article(
        self,
        article: Article,
        claims: Iterable[Claim],
        *,
        keys: Mapping[str, Keys],
        read_at: datetime,
        directory: str | None = None,
        set_aside: Iterable[Claim] = (),
    ) -> bool:
        """Stores this revision and makes it the article's current one; False when it was stored already.

        `claims` are those in force, `set_aside` what the machine reads, and what people had, under those of people.
        `keys` are by its id those of each claim that was not in force before: the others keep theirs. `directory` is
        the digest of a saved outlet directory, behind the claims' standings. A revision that is read again gets the
        claims given now: those that stay keep their comparisons and groups, those no longer found are removed with
        theirs. A superseded revision keeps its claims, out of all groups. Reprints of an article whose claims changed
        are dropped.
        """
        reading = saving.Reading(
            article=article,
            claims=tuple(claims),
            set_aside=tuple(set_aside),
            keys=keys,
            read_at=read_at,
            directory=directory,
        )
        with self._saving() as session:
            return saving.save_reading(session, reading)

    def find_article(self, name: str) -> Article:
        """The current revision, by URL, by locator, or by the first characters of the id. Raises NotStored, or
        InvalidOption where several articles are meant."""
        return articles.find_article(self._session, name)

    def articles(self, wanted: ArticleFilter | None = None) -> tuple[Article, ...]:
        """Current revisions, the latest published first unless told otherwise, then by id."""
        return articles.list_articles(self._session, wanted or ArticleFilter())

    def articles_by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """Current revisions; an id that is not stored is left out."""
        return articles.articles_by_id(self._session, ids)

    def revisions(self, article_id: str) -> tuple[StoredRevision, ...]:
        """In the order of reading; empty for an article that is not stored."""
        return articles.revisions(self._session, article_id)

    def count_articles(self) -> int:
        return articles.count_articles(self._session)

    def count_wanted(self, wanted: ArticleFilter) -> int:
        """Whatever the limit."""
        return articles.count_wanted(self._session, wanted)

    def counts(self, article_ids: Iterable[str]) -> dict[str, ArticleCounts]:
        """How many claims and revisions each article has; an id that is not stored is left out."""
        return articles.count_parts(self._session, article_ids)
