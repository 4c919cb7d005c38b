"""Which addresses are of the public internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis.strategies import ip_addresses

from provenance.ingest.addresses import is_public


@pytest.mark.parametrize("text", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_is_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "192.0.2.1",
     "0.0.0.0", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",  # noqa: S104
     "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
     "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "fec0::1", "3fff::1", "192.88.99.1", "168.63.129.16",
     "::ffff:168.63.129.16", "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:10.0.0.1", "fe80::5efe:8.8.8.8"],
)  # fmt: skip
def test_any_other_address_is_not(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@given(ip_addresses(v=4))
def test_an_address_is_the_same_inside_an_ipv6_one(address: ipaddress.IPv4Address) -> None:
    for inside in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert is_public(ipaddress.ip_address(inside)) == is_public(address)
