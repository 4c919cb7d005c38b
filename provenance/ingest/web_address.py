"""Addresses on the web as text: checked, brought to one form, and the site they belong to."""

import functools
import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import tldextract

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid")
"""Parameters that tell where a reader came from and nothing of the page."""

# What may stand in a URL beside letters and figures (RFC 3986), so that quoting twice changes nothing.
_KEPT = "%/:?#[]@!$&'()*+,;=-._~"


def normalised_url(text: str, base: str | None = None) -> str | None:
    """The same address for the same page: host in lower case, no fragment, no default port, no tracking parameters.

    None where it is no http or https address with a host, or holds a user's name. `base` resolves a relative one.
    """
    try:
        parts = urlsplit(urljoin(base or "", text.strip()))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None or re.search(r"\s", host):
        return None
    default = {"http": 80, "https": 443}[parts.scheme]
    place = f"[{host}]" if ":" in host else host
    place = place if port in (None, default) else f"{place}:{port}"
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", _KEPT), _query(parts), ""))


def _query(parts: SplitResult) -> str:
    if not any(TRACKING.fullmatch(key) for key, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return quote(parts.query, _KEPT)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])]
    return urlencode(kept)


def host_of(url: str) -> str:
    """The host of a normalised address."""
    return urlsplit(url).hostname or ""


def site_of(host: str) -> str | None:
    """The registered domain ("bbc.co.uk" of "www.bbc.co.uk"), None for an IP address or a host of the local network."""
    return _suffixes()(host).top_domain_under_public_suffix or None


def split_host(host: str) -> tuple[str, str] | None:
    """The name and the public suffix of the host's site: ("bbc", "co.uk") of "www.bbc.co.uk"."""
    parts = _suffixes()(host)
    return (parts.domain, parts.suffix) if parts.domain and parts.suffix else None


@functools.cache
def _suffixes() -> tldextract.TLDExtract:
    """The shipped snapshot alone: nothing is fetched, nothing written. Private suffixes count: two blogs on one
    platform are two sites."""
    return tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
