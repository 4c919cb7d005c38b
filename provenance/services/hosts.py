"""Whose a host is: an outlet's, nobody's that is known, or one that only looks like an outlet's."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from provenance.ingest import split_host
from provenance.model import Outlet, OutletDomain
from provenance.outlets import Directory, KnownSites, Lookalike, find_lookalike, host_in, known_host, known_sites
from provenance.services.directories import directory_in_force
from provenance.services.values.outlets import HostRow, HostVerdict
from provenance.settings import Settings

_OF_KIND = {"mirror": HostVerdict.MIRROR, "redirect": HostVerdict.REDIRECT, "former": HostVerdict.FORMER}


def check_hosts(settings: Settings, now: datetime, hosts: Iterable[str], on: date) -> tuple[HostRow, ...]:
    """One row for each host or address given, in the order given; as of the day."""
    directory = directory_in_force(settings, now)
    return tuple(_check(text.strip(), on, directory) for text in hosts)


def resemblance_in_words(address: str | None, directory: Directory) -> str | None:
    """For a report on the page at this address; None where its host resembles none, or is an outlet's own."""
    host = host_in(address) if address else None
    if host is None or directory.by_host(host):
        return None
    found = find_lookalike(host, _sites(directory))
    return f"The page lies at {host}, which {_words(found, directory)}." if found else None


@lru_cache(maxsize=2)
def _sites(directory: Directory) -> KnownSites:
    return known_sites(directory, split_host)


def _check(text: str, on: date, directory: Directory) -> HostRow:
    host = host_in(text)
    if host is None:
        return HostRow(host=text, verdict=HostVerdict.NO_HOST, words="This is no host.")
    own = known_host(host, directory.hosts)
    if own is not None:
        outlet = directory.outlets[directory.hosts[own]]
        domain = next(domain for domain in outlet.domains if domain.host == own)
        return _known(host, outlet, domain, on)
    found = find_lookalike(host, _sites(directory))
    if found is None:
        return HostRow(host=host, verdict=HostVerdict.UNKNOWN, words="The directory does not know it.")
    outlet = directory.outlets[found.outlet]
    words = f"It {_words(found, directory)}."
    return HostRow(host=host, verdict=HostVerdict.LOOKALIKE, outlet=outlet, own=found.host, words=words)


def _known(host: str, outlet: Outlet, domain: OutletDomain, on: date) -> HostRow:
    verdict = _OF_KIND.get(domain.kind, HostVerdict.KNOWN)
    since, until = domain.valid.since, domain.valid.until
    words = f"A host of {outlet.name} ({domain.host}, {domain.kind})."
    if until and on > until.last:
        verdict, words = (
            HostVerdict.FORMER,
            f"A host of {outlet.name} until {until.text} ({domain.host}, {domain.kind}).",
        )
    elif since and on < since.first:
        verdict, words = (
            HostVerdict.NOT_YET,
            f"A host of {outlet.name} since {since.text} ({domain.host}, {domain.kind}).",
        )
    return HostRow(host=host, verdict=verdict, outlet=outlet, own=domain.host, words=words)


def _words(found: Lookalike, directory: Directory) -> str:
    name = directory.outlets[found.outlet].name
    return f"resembles {found.host} of {name} and is not known to be its own: {found.words}"
