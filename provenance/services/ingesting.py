"""Reading many articles: each stands or falls alone."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from provenance.errors import (
    DirectoryError,
    ModelError,
    ProvenanceError,
    StoreForeign,
    StoreNewer,
    StoreOutdated,
    StoreUnavailable,
)
from provenance.ingest import ReadOptions, read_article
from provenance.model import Article
from provenance.services.comparing import save_article
from provenance.services.reading import read_claims
from provenance.services.resources import load_directory
from provenance.services.values import Ingested, Outcome
from provenance.settings import Settings
from provenance.storage import open_store

OF_ALL = (DirectoryError, ModelError, StoreForeign, StoreNewer, StoreOutdated, StoreUnavailable)
"""What would befall every other article, too."""


def ingest_articles(
    locations: Iterable[str], options: ReadOptions, *, settings: Settings, now: datetime, stdin: bytes | None = None
) -> Iterator[Ingested]:
    """Reads and stores one article after the other, each in a transaction of its own; `stdin` is what '-' stands for.

    An article that cannot be read or stored gives a result with its error; what would befall all of them is raised.
    """
    for location in locations:
        try:
            yield _ingest(location, options, settings, now, stdin)
        except OF_ALL:
            raise
        except ProvenanceError as error:
            yield Ingested(location=location, outcome=Outcome.FAILED, error=error)


def _ingest(location: str, options: ReadOptions, settings: Settings, now: datetime, stdin: bytes | None) -> Ingested:
    article = read_article(location, options, load_directory(), stdin, today=now.date())
    claims = read_claims(article, settings.model)
    with open_store(settings.database, now=now) as store:
        before = store.articles_by_id([article.id]).get(article.id)
        save_article(store, article, claims, now)
        store.commit()
    return Ingested(location=location, outcome=_outcome(before, article), claims=len(claims))


def _outcome(before: Article | None, article: Article) -> Outcome:
    if before is None:
        return Outcome.NEW
    return Outcome.UNCHANGED if before.sha256 == article.sha256 else Outcome.REVISED
