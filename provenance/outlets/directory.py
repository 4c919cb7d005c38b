"""The directory of outlets as a value: look-up by id, host, name, and in a text."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.errors import UnknownOutlet
from provenance.model import Outlet
from provenance.outlets.hosts import find_host
from provenance.outlets.names import Mention, NameIndex, find_mentions, name_key
from provenance.outlets.pack import Pack
from provenance.outlets.raters import Rater
from provenance.outlets.word_lists import WordLists


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Directory:
    """`version` is the core's own with the edition of each pack; `digest` the SHA-256 of the whole content, the same
    for directories that say the same."""

    version: str
    digest: str
    packs: tuple[Pack, ...]
    outlets: Mapping[str, Outlet]
    raters: Mapping[str, Rater]
    hosts: Mapping[str, str]
    names: NameIndex
    lists: WordLists

    @property
    def edition(self) -> str:
        """Version and the beginning of the digest, for a report."""
        return f"{self.version} ({self.digest[:12]})"

    def outlet(self, outlet_id: str) -> Outlet:
        """Raises UnknownOutlet, which names the nearest ids."""
        if outlet_id in self.outlets:
            return self.outlets[outlet_id]
        near = difflib.get_close_matches(outlet_id.casefold(), sorted(self.outlets), n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "'provenance outlets' lists all"
        raise UnknownOutlet(f"no outlet {outlet_id!r} in the directory; {hint}")

    def by_host(self, host: str) -> Outlet | None:
        """The outlet of the longest known host that is this one or a parent of it."""
        outlet_id = find_host(host, self.hosts)
        return self.outlets[outlet_id] if outlet_id else None

    def by_name(self, name: str) -> tuple[Outlet, ...]:
        """Every outlet that bears exactly this name, sorted by id; quotes and hyphens of any shape are alike."""
        return tuple(self.outlets[outlet_id] for outlet_id in self.names.exact.get(name_key(name), ()))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Names of outlets in the text, in order, longest first, not overlapping."""
        return find_mentions(text, self.names)

    def rater_name(self, rater_id: str) -> str:
        """For sentences; the id itself where the directory does not know the rater."""
        rater = self.raters.get(rater_id)
        return rater.name if rater else rater_id
