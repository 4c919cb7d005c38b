"""Outlets as they were when claims were read, and what newsrooms added to them."""

from collections.abc import Iterable, Sequence

from provenance.model import Outlet
from provenance.outlets import Addition, NewRow
from provenance.storage import additions, directories
from provenance.storage.directory_rows import DirectoryRow
from provenance.storage.store.unit import UnitOfWork


class Directories(UnitOfWork):
    def save_directory(self, outlets: Iterable[Outlet], *, version: str, digest: str) -> bool:
        """Stores the outlet directory as it stands; False when one of this digest was stored already."""
        row = DirectoryRow(digest=digest, version=version, saved_at=self._now)
        with self._saving() as session:
            return directories.save_directory(session, row, outlets)

    def outlets_of(self, digest: str) -> tuple[Outlet, ...]:
        """The outlets of a stored directory, sorted by id. Raises NotStored."""
        return directories.outlets_of(self._session, digest)

    def save_additions(self, rows: Sequence[NewRow], *, made_by: str, why: str) -> tuple[Addition, ...]:
        """Appends rows to the directory's additions, as one batch; gives them with their ids. What is there is never
        edited or removed."""
        with self._saving() as session:
            return additions.save_additions(session, rows, made_by, why, self._now)

    def additions(self) -> tuple[Addition, ...]:
        """What was ever added to the directory, retracted or not, in the order of adding."""
        return additions.list_additions(self._session)
