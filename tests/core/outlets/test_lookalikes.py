"""Hosts that resemble an outlet's are told apart, with the reason, and never taken for it."""

from functools import cache

import pytest

from provenance.ingest import split_host
from provenance.outlets import Directory, KnownSites, find_lookalike, known_sites, parse_directory
from provenance.outlets.lookalikes import Resemblance
from provenance.outlets.skeletons import skeleton
from tests.core.outlets.builders import a_domain, an_outlet, files
from tests.core.outlets.packs import LISTS

LETTERS, SUFFIX, SUBDOMAIN = Resemblance.LETTERS, Resemblance.SUFFIX, Resemblance.SUBDOMAIN
ADDED, EDIT = Resemblance.ADDED, Resemblance.EDIT


@cache
def directory() -> Directory:
    hosts = {
        "bbc": ["bbc.com", "bbc.co.uk"],
        "reuters": ["reuters.com"],
        "rt": ["rt.com"],
        "tass": ["tass.com", "tass.ru"],
        "france24": ["france24.com"],
        "interfax": ["interfax.ru"],
        "interfax-ukraine": ["interfax.com.ua"],
        "trend": ["trend.az"],
    }
    domains = [a_domain(host, outlet) for outlet, below in hosts.items() for host in below]
    domains.append(a_domain("dropbox.pro", "rt", kind="mirror"))
    outlets = [an_outlet(identity, f"Outlet {identity}") for identity in hosts]
    return parse_directory(files(outlets=outlets, domains=domains) | LISTS)


@cache
def sites() -> KnownSites:
    return known_sites(directory(), split_host)


RESEMBLING = [
    ("bbс.com", "bbc", LETTERS),
    (f"{'bbс'.encode('idna').decode()}.com", "bbc", LETTERS),
    ("www.rеuters.com", "reuters", LETTERS),
    ("tαss.com", "tass", LETTERS),
    ("réuters.com", "reuters", LETTERS),
    ("reuter5.com", "reuters", LETTERS),
    ("lnterfax.ru", "interfax", LETTERS),
    ("bbc.com.co", "bbc", SUFFIX),
    ("reuters.co", "reuters", SUFFIX),
    ("en.reuters.info", "reuters", SUFFIX),
    ("rt.co", "rt", SUFFIX),
    ("tass.us", "tass", SUFFIX),
    ("bbc.co.uk.example.com", "bbc", SUBDOMAIN),
    ("www-bbc-co-uk.example.com", "bbc", SUBDOMAIN),
    ("rt.com.example.org", "rt", SUBDOMAIN),
    ("rt-news.com", "rt", ADDED),
    ("bbc-world-news.com", "bbc", ADDED),
    ("tass-agency.ru", "tass", ADDED),
    ("tassnews.ru", "tass", ADDED),
    ("reuters-ukraine.com", "reuters", ADDED),
    ("reutersnews24.com", "reuters", ADDED),
    ("bbc-news.blogspot.com", "bbc", ADDED),
    ("france-24.com", "france24", ADDED),
    ("interfax-news.com", "interfax", ADDED),
    ("reuterss.com", "reuters", EDIT),
    ("reters.com", "reuters", EDIT),
    ("rueters.com", "reuters", EDIT),
]


@pytest.mark.parametrize(("host", "outlet", "kind"), RESEMBLING)
def test_a_host_that_resembles_a_known_one_is_a_lookalike(host: str, outlet: str, kind: Resemblance) -> None:
    found = find_lookalike(host, sites())
    assert found is not None
    assert (found.outlet, found.kind) == (outlet, kind)


@pytest.mark.parametrize("host", [host for host, _, _ in RESEMBLING])
def test_a_lookalike_is_never_taken_for_the_outlet(host: str) -> None:
    assert directory().by_host(host) is None


@pytest.mark.parametrize(
    "host",
    [
        *("bbc.com", "news.bbc.co.uk", "TASS.RU.", "interfax.com.ua"),
        pytest.param("example.org", id="like none"),
        pytest.param("bbc.org", id="three letters under a suffix of another kind"),
        pytest.param("rtnews.com", id="two letters without a hyphen"),
        pytest.param("art-news.com", id="inside a word"),
        pytest.param("trend.com", id="a common word"),
        pytest.param("trends.az", id="near a common word"),
        pytest.param("interfax.by", id="a name that two bear already"),
        pytest.param("mass.com", id="four letters, one changed"),
        pytest.param("dropbox.com", id="a mirror's name"),
        pytest.param("news.com", id="only added words"),
        pytest.param("reporters.com", id="two letters more"),
        *("localhost", "192.168.1.1", "", "co.uk", "bbc"),
    ],
)
def test_a_host_that_is_known_or_like_none_is_no_lookalike(host: str) -> None:
    assert find_lookalike(host, sites()) is None


def test_the_reason_names_the_letters_and_the_words() -> None:
    letters, added = find_lookalike("bbс.com", sites()), find_lookalike("bbc-world-news.com", sites())
    assert letters is not None
    assert letters.words == "it is written with letters that look alike: с (Cyrillic small letter es)"
    assert added is not None
    assert (added.host, added.words) == ("bbc.com", "it is the name bbc with world and news added")


@pytest.mark.parametrize(
    ("label", "plain"), [("modern", "modem"), ("vvorld", "world"), ("расе", "pace"), ("b4nk", "bank")]
)
def test_letters_that_look_alike_have_one_skeleton(label: str, plain: str) -> None:
    assert skeleton(label) == skeleton(plain)
