"""Articles that are stored already, by what a user calls them."""

import re
from collections.abc import Sequence
from pathlib import Path

from provenance.errors import NotStored
from provenance.model import Article
from provenance.storage import Store, StoredRevision

ARTICLE_ID = re.compile(r"a[0-9a-f]{6,12}")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_id(location: str) -> bool:
    """Whether it is an article's id, and no file of that name."""
    return bool(ARTICLE_ID.fullmatch(location)) and not Path(location).exists()


def find_stored(store: Store, location: str) -> Article | None:
    """By id or address; None for a file and for an address that is not stored. Raises NotStored where an id is not."""
    if not is_id(location) and not ADDRESS.match(location):
        return None
    try:
        return store.find_article(location)
    except NotStored:
        if is_id(location):
            raise
        return None


def find_revision(revisions: Sequence[StoredRevision], number: int | None) -> StoredRevision:
    """The one of that number, the current one for None. Raises NotStored."""
    for revision in revisions:
        if revision.number == number or (number is None and revision.current):
            return revision
    raise NotStored(f"no revision {number} of this article; it has {len(revisions)}")
