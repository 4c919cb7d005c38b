"""Where a store lies, from what a user writes: a path, `:memory:`, or an SQLAlchemy URL."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from provenance.errors import StoreUnavailable

MEMORY = ":memory:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """`path` is None for PostgreSQL and for a store in memory, `url` None for SQLite. `name` is shown to users and
    holds no password."""

    name: str
    path: Path | None = None
    url: URL | None = None

    @property
    def location(self) -> str:
        """The name without what makes it part of a sentence."""
        return self.name.removeprefix("the store ")

    @property
    def is_sqlite(self) -> bool:
        return self.url is None

    @property
    def is_in_memory(self) -> bool:
        return self.is_sqlite and self.path is None

    @property
    def is_missing(self) -> bool:
        """An SQLite file that nobody has made yet."""
        return self.path is not None and (not self.path.exists() or self.path.stat().st_size == 0)

    @property
    def password(self) -> str | None:
        """As part of the URL or among its options."""
        if self.url is None:
            return None
        found = self.url.password or self.url.query.get("password")
        return found if isinstance(found, str) else None


def parse_address(text: str) -> Address:
    """StoreUnavailable for a database of a kind that is not supported."""
    if text == MEMORY:
        return Address(name="the store in memory")
    if "://" not in text:
        return _file(Path(text))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # From None: the cause may quote the password.
        raise StoreUnavailable("the address of the store is no URL that can be read; see --db") from None
    backend = url.get_backend_name()
    if backend == "sqlite":
        return _file(Path(url.database)) if url.database not in (None, "", MEMORY) else parse_address(MEMORY)
    if backend in ("postgresql", "postgres"):
        return _postgresql(url.set(drivername="postgresql+psycopg"))
    raise StoreUnavailable(
        f"no store in {backend}: give --db a path, or a URL that starts with sqlite:// or postgresql://"
    )


def _file(path: Path) -> Address:
    absolute = path.expanduser().absolute()
    return Address(name=f"the store {absolute}", path=absolute)


def _postgresql(url: URL) -> Address:
    shown = URL.create("postgresql", host=url.host, port=url.port, database=url.database)
    return Address(name=f"the store {shown.render_as_string()}", url=url)
