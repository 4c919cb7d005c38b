"""Which network addresses may be fetched from: those of the public internet."""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: an IPv4 address in the last 32 bits, as networks without IPv4 write it.
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")

_REFUSED = (
    ipaddress.IPv6Network("fec0::/10"),  # site-local, RFC 3879: deprecated, and routed within a site where it is left
    ipaddress.IPv6Network("3fff::/20"),  # documentation, RFC 9637: older Pythons take it for public
    ipaddress.IPv4Network("192.88.99.0/24"),  # relays of 6to4, RFC 7526: whoever is nearest answers
    ipaddress.IPv4Network("168.63.129.16/32"),  # a public number at which a cloud tells machines about themselves
)
"""What the tables of Python call public and is not somebody's site."""

_ISATAP = (0x00005EFE, 0x02005EFE)
"""RFC 5214: the third quarter of an IPv6 address whose last quarter is an IPv4 address within a site."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet; an IPv6 address that holds an IPv4 one is what that one is."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    if any(address.version == network.version and address in network for network in _REFUSED):
        return False
    if _leads_into_a_site(address):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_reserved
        or address.is_unspecified
    )


def _leads_into_a_site(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address) or int(address) >> 32 & 0xFFFFFFFF not in _ISATAP:
        return False
    return not is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))


def _inner(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def kind_of(address: Address) -> str:
    """What a forbidden address is, for a message."""
    plain = _inner(address) or address
    if plain.is_loopback or plain.is_unspecified:
        return "this machine"
    return "a private network" if plain.is_private or plain.is_link_local else "no public address"
