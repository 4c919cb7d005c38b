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
    meant = _outlets(given, directory)
    if len(meant) > 1:
        ids = ", ".join(outlet.id for outlet in meant)
        raise InvalidOption(f"--outlet {given}: several outlets bear this name; give an id: {ids}")
    return meant[0] if meant else directory.outlet(given)


def outlet_or_name(text: str, directory: Directory) -> Publisher:
    """The outlet that a caller's word means; the word itself as a name where the directory knows none. Raises
    InvalidOption where several outlets bear the name."""
    given = text.strip()
    meant = _outlets(given, directory)
    if len(meant) > 1:
        ids = ", ".join(outlet.id for outlet in meant)
        raise InvalidOption(f"outlet: several outlets bear the name {given!r}; give an id: {ids}")
    return Publisher(meant[0].id, meant[0].name) if meant else Publisher(None, given)


def _outlets(text: str, directory: Directory) -> tuple[Outlet, ...]:
    """Those that an id, an exact name or a domain can mean."""
    if text in directory.outlets:
        return (directory.outlets[text],)
    url = normalised_url(text if "://" in text else f"https://{text}")
    of_host = directory.by_host(host_of(url)) if url else None
    return directory.by_name(text) or ((of_host,) if of_host else ())


def find_publisher(addresses: Iterable[str | None], name: str | None, directory: Directory) -> Publisher:
    """The first address with a registered domain decides. Without one, a name that means one outlet alone."""
    host, site = next(
        ((host_of(url), site) for url in addresses if url and (site := site_of(host_of(url)))), ("", None)
    )
    if site is None:
        meant = _outlets(name, directory) if name else ()
        return Publisher(meant[0].id if len(meant) == 1 else None, name)
    outlet = directory.by_host(host)
    return Publisher(outlet.id if outlet else None, name or (outlet.name if outlet else site))
