"""Reading what waits, one item after the other: what a worker does."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from provenance.errors import (
    NotStored,
    ProvenanceError,
    StoreForeign,
    StoreNewer,
    StoreOutdated,
    StoreUnavailable,
)
from provenance.ingest import Line, Material, ReadOptions, read_article_of, read_fetched, read_given
from provenance.model import Article, ItemKind, TakenItem
from provenance.outlets import Directory
from provenance.services.directories import directory_in_force
from provenance.services.ingesting import keep_article
from provenance.services.reading import load_reader, read_claims
from provenance.services.renewing import renew_findings, weigh_articles
from provenance.services.warming import settle_in
from provenance.settings import Settings
from provenance.storage import open_store

NOT_THE_ITEMS = (StoreForeign, StoreNewer, StoreOutdated, StoreUnavailable)
"""What would befall every other item, too: the item waits until the store is there again."""

KEPT = timedelta(days=7)
"""For the material of what failed: long enough to come back after a holiday weekend."""

REMEMBERED = timedelta(days=1)
"""For the keys of requests."""

TEXTS = {ItemKind.TEXT: None, ItemKind.PAGE: "text/html", ItemKind.FILE: None}
"""What kind of content each kind of item is, None where the content tells."""

NO_MEMORY = "reading it needs more memory than there is for one article; give it in parts"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """`name` tells it from all others; `clock` gives the time, in UTC."""

    name: str
    settings: Settings
    clock: Callable[[], datetime]

    def prepare(self) -> None:
        """Loads what reading needs, so that the first article is read as fast as the others. Raises ModelError,
        DirectoryError, StoreError."""
        load_reader(self.settings.model, directory_in_force(self.settings, self.clock()))
        settle_in()

    def take(self) -> TakenItem | None:
        """The next item, which is this worker's from now on; None where none waits. Raises StoreError."""
        with open_store(self.settings.database, now=self.clock()) as store:
            item = store.take_item(self.name)
            store.commit()
            return item

    def read(self, item: TakenItem) -> None:
        """It is done afterwards, or has failed with a reason; what the store refuses for all of them is raised, and
        then it is still this worker's. Raises MemoryError after the item has failed for want of it."""
        try:
            self._read(item)
        except NOT_THE_ITEMS:
            raise
        except ProvenanceError as error:
            self.fail(item, str(error))
        except MemoryError:
            self.fail(item, NO_MEMORY)
            raise
        except Exception as error:
            _log.exception("reading item %s of job %s", item.number, item.job)
            self.fail(item, f"the program made a mistake on it ({type(error).__name__}); please report it")

    def _read(self, item: TakenItem) -> None:
        directory = directory_in_force(self.settings, self.clock())
        article = _article(item, directory, self.clock())
        claims = read_claims(article, self.settings.model, directory)
        now = self.clock()
        with open_store(self.settings.database, now=now) as store:
            read = keep_article(store, article, claims, directory=directory, now=now)
            # In one unit of work with the article: whoever dies in between has stored neither.
            store.finish_item(item, self.name, read)
            store.commit()

    def fail(self, item: TakenItem, reason: str) -> None:
        """Nothing where another worker reads it by now. Raises StoreError."""
        with open_store(self.settings.database, now=self.clock()) as store:
            try:
                store.fail_item(item, self.name, reason)
            except NotStored:
                return
            store.commit()

    def sign_of_life(self) -> None:
        """What it reads stays its own. Raises StoreError."""
        with open_store(self.settings.database, now=self.clock()) as store:
            store.sign_of_life(self.name)
            store.commit()

    def release(self) -> None:
        """What it was reading waits again. Raises StoreError."""
        with open_store(self.settings.database, now=self.clock()) as store:
            store.release(self.name)
            store.commit()

    def died(self) -> None:
        """The same, and fails when it is the second one to die over it. Raises StoreError."""
        with open_store(self.settings.database, now=self.clock()) as store:
            store.worker_died(self.name)
            store.commit()

    def look_again(self) -> bool:
        """At some of the claims whose findings are due, so that whoever lists next need not, or where none is at some
        articles as wholes; whether there is more. Raises StoreError."""
        if renew_findings(self.settings, self.clock(), limit=1) > 0:
            return True
        return weigh_articles(self.settings, self.clock(), limit=1) > 0

    def forget(self) -> None:
        """Drops what is kept for a while alone. Raises StoreError."""
        now = self.clock()
        with open_store(self.settings.database, now=now) as store:
            store.forget(material_of=now - KEPT, requests_of=now - REMEMBERED)
            store.commit()


def _article(item: TakenItem, directory: Directory, now: datetime) -> Article:
    said, today = item.said, now.date()
    options = ReadOptions(
        outlet=said.outlet,
        outlet_name=said.outlet_name,
        published=said.published,
        title=said.title,
        title_from_text=item.kind is ItemKind.TEXT,
        url=said.url,
        language=said.language,
    )
    match item.kind:
        case ItemKind.ADDRESS:
            return read_fetched(item.content.decode("utf-8"), options, directory, today=today)
        case ItemKind.LINE:
            line = Line(place=item.name, locator=item.name, content=item.content)
            return read_article_of(line, options, directory, today=today)
        case _:
            locator = item.name if item.kind is ItemKind.FILE else None
            material = Material(content=item.content, name=item.name, locator=locator, media_type=TEXTS[item.kind])
            return read_given(material, options, directory, today=today)
