"""What all parts of the store share: one session, one lock, one end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from provenance.storage import aside
from provenance.storage.connecting import take_write_lock


class UnitOfWork:
    """What `commit` was not called for is undone at the end, or when a save fails.

    The first save takes the write lock, and what is read after it cannot be changed by anybody else until the commit:
    save the article first, then read its candidates.
    """

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._writing = False

    def commit(self) -> None:
        """Keeps what was saved so far, and lets others write."""
        self._session.commit()
        self._writing = False

    def rollback(self) -> None:
        """Undoes what was saved since the last commit, and lets others write."""
        self._session.rollback()
        self._writing = False

    @contextmanager
    def _saving(self) -> Iterator[Session]:
        try:
            if not self._writing:
                take_write_lock(self._session.connection())
                self._writing = True
            yield self._session
        except BaseException:
            self.rollback()
            raise

    def begin_writing(self) -> None:
        """Takes the write lock now: what is read from here on cannot be changed by anybody else until the commit."""
        with self._saving():
            pass

    def begin_reading(self) -> None:
        """Until the unit of work ends, everything is read as it stands now."""
        aside.begin_reading(self._session)
