"""Who published an article: its address decides, a name only where there is no address.

A page can call itself what it likes, and cloned sites do; the host it was fetched from is the one thing it cannot
choose. So a host that the directory does not know is an unknown publisher, whatever name the page gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.errors import InvalidOption
from provenance.ingest.web_address import host_of, normalised_url, site_of
from provenance.model import Outlet
from provenance.outlets import Directory


@dataclass(frozen=True, slots=True)
class Publisher:
    """The id in the directory, None where it knows none; the name as the page or the caller gave it."""

    outlet: str | None = None
    name: str | None = None


def chosen_outlet(text: str, directory: Directory) -> Outlet:
    """The outlet whose id, exact name or domain a caller gave. Raises UnknownOutlet with the nearest ids, InvalidOption
    where several outlets bear the name."""
    given = text.strip()
    if given in directory.outlets:
        return directory.outlet(given)
    named = directory.by_name(given)
    if len(named) > 1:
        ids = ", ".join(outlet.id for outlet in named)
        raise InvalidOption(f"--outlet {given}: several outlets bear this name; give an id: {ids}")
    return (named and named[0]) or _of_host(given, directory) or directory.outlet(given)


def _of_host(given: str, directory: Directory) -> Outlet | None:
    url = normalised_url(given if "://" in given else f"https://{given}")
    host = host_of(url) if url else ""
    return directory.by_host(host) if "." in host else None


def find_publisher(addresses: Iterable[str | None], name: str | None, directory: Directory) -> Publisher:
    """The first address with a registered domain decides. Without one, an exact name that only one outlet bears."""
    host, site = next(
        ((host_of(url), site) for url in addresses if url and (site := site_of(host_of(url)))), ("", None)
    )
    if site is None:
        named = directory.by_name(name) if name else ()
        return Publisher(named[0].id if len(named) == 1 else None, name)
    outlet = directory.by_host(host)
    return Publisher(outlet.id if outlet else None, name or (outlet.name if outlet else site))
