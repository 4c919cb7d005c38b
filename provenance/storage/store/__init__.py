"""The store as the use cases see it: values in, values out, one unit of work."""

from provenance.storage.access import Access
from provenance.storage.audited import line_to_write
from provenance.storage.store.articles import Articles
from provenance.storage.store.claims import Claims
from provenance.storage.store.decisions import Decisions
from provenance.storage.store.directories import Directories
from provenance.storage.store.findings import Findings
from provenance.storage.store.jobs import Jobs
from provenance.storage.store.parts import Parts
from provenance.storage.store.relations import Relations


class Store(Articles, Claims, Relations, Parts, Decisions, Findings, Jobs, Directories):
    """All that is stored, a part of it a module here, in one unit of work."""

    @property
    def access(self) -> Access:
        """Accounts, sessions, keys and the audit log, in the same unit of work."""
        return Access(self._session, self._now, self._saving)

    def commit(self) -> None:
        """Keeps what was saved so far, with the line of the audit log that is to tell of it, and lets others write."""
        line = line_to_write() if self._writing else None
        if line is not None:
            self.access.append(line.what, line.subject, line.by())
        super().commit()
        if line is not None:
            line.written = True
