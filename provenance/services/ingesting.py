"""Reading many articles: each stands or falls alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial

from provenance.errors import (
    DirectoryError,
    InputError,
    ModelError,
    ProvenanceError,
    StoreForeign,
    StoreNewer,
    StoreOutdated,
    StoreUnavailable,
)
from provenance.ingest import ReadOptions, holds_many, read_article, read_article_of, read_lines
from provenance.model import Article, Claim, Outcome, Read
from provenance.outlets import Directory
from provenance.services.comparing import save_article
from provenance.services.directories import directory_in_force
from provenance.services.reading import read_claims
from provenance.services.values.articles import Ingested
from provenance.settings import Settings
from provenance.storage import Store, open_store

OF_ALL = (DirectoryError, ModelError, StoreForeign, StoreNewer, StoreOutdated, StoreUnavailable)
"""What would befall every other article, too."""


def ingest_articles(
    locations: Iterable[str], options: ReadOptions, *, settings: Settings, now: datetime, stdin: bytes | None = None
) -> Iterator[Ingested]:
    """Reads and stores one article after the other, each in a transaction of its own, by the directory as it stood at
    the start; `stdin` is what '-' stands for. A file with an article a line gives a result for each line.

    An article that cannot be read or stored gives a result with its error; what would befall all of them is raised.
    """
    directory = directory_in_force(settings, now)
    for location in locations:
        try:
            for place, read in _readings(location, options, directory, now.date(), stdin):
                yield _ingest(place, read, directory, settings, now)
        except InputError as error:  # of the file of lines itself
            yield Ingested(location=location, outcome=Outcome.FAILED, error=error)


def _readings(
    location: str, options: ReadOptions, directory: Directory, today: date, stdin: bytes | None
) -> Iterator[tuple[str, Callable[[], Article]]]:
    """The place of each article at a location, and what reads it."""
    if holds_many(location):
        for line in read_lines(location):
            yield line.place, partial(read_article_of, line, options, directory, today=today)
    else:
        yield location, partial(read_article, location, options, directory, stdin, today=today)


def _ingest(
    place: str, read: Callable[[], Article], directory: Directory, settings: Settings, now: datetime
) -> Ingested:
    try:
        return _store(read(), place, directory, settings, now)
    except OF_ALL:
        raise
    except ProvenanceError as error:
        return Ingested(location=place, outcome=Outcome.FAILED, error=error)


def _store(article: Article, location: str, directory: Directory, settings: Settings, now: datetime) -> Ingested:
    claims = read_claims(article, settings.model, directory)
    with open_store(settings.database, now=now) as store:
        read = keep_article(store, article, claims, directory=directory, now=now)
        store.commit()
    return Ingested(location=location, outcome=read.outcome, claims=read.claims)


def keep_article(
    store: Store, article: Article, claims: Sequence[Claim], *, directory: Directory, now: datetime
) -> Read:
    """As `save_article`, and what that came to: `claims` are the machine's, those counted are in force. The caller
    commits."""
    before = store.articles_by_id([article.id]).get(article.id)
    corrected = save_article(store, article, claims, directory=directory, now=now)
    return Read(outcome=_outcome(before, article), claims=len(corrected.claims), article=article.id)


def _outcome(before: Article | None, article: Article) -> Outcome:
    if before is None:
        return Outcome.NEW
    return Outcome.UNCHANGED if before.sha256 == article.sha256 else Outcome.REVISED
