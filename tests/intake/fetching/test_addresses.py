from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from onrecord.errors import UsageError
from onrecord.intake.fetching.addresses import PUBLIC, Allowed, standing
from onrecord.settings import Settings

INNER = (ROOT / "benchmarks" / "gold" / "inner-addresses.txt").read_text().split()
OUTER = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
    "223.255.255.255", "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450:4001:800::200e", "2400:cb00::1",
]  # fmt: skip


@pytest.mark.parametrize("text", INNER)
def test_an_inner_address_is_known(text: str):
    assert standing(ip_address(text.partition("%")[0])).why


@pytest.mark.parametrize("text", OUTER)
def test_a_public_address_is_known(text: str):
    assert standing(ip_address(text)) is PUBLIC


@given(st.ip_addresses())
def test_whatever_python_calls_not_global_is_inner(address: IPv4Address | IPv6Address):
    if not address.is_global or address.is_multicast:
        assert standing(address).why


@given(st.ip_addresses(v=4))
def test_a_wrapped_inner_address_is_never_a_mere_transition(address: IPv4Address):
    number = int(address)
    wrappings = [0xFFFF << 32, 0x64_FF9B << 96, (0x2002 << 112) - number + (number << 80), 0x5EFE << 32 | 0x2A00 << 112]
    for wrapping in wrappings:
        state = standing(IPv6Address(number + wrapping))
        assert state.why
        assert state.is_transition == (standing(address) is PUBLIC)


def allowed(*, hosts: tuple[str, ...] = (), networks: tuple[str, ...] = ()) -> Allowed:
    return Allowed.by(Settings(allowed_hosts=hosts, allowed_networks=networks))


@pytest.mark.parametrize(
    ("host", "is_named"),
    [
        ("wiki.corp", True), ("a.news.corp", True), ("news.corp", False), ("evilwiki.corp", False),
        ("wiki.corp.evil", False),
    ],
)  # fmt: skip
def test_hosts_are_allowed_by_name_or_by_what_they_end_in(host: str, is_named: bool):
    assert allowed(hosts=("Wiki.Corp", ".news.corp.")).names(host) == is_named


@pytest.mark.parametrize(
    ("network", "address", "is_held"),
    [
        ("10.1.0.0/16", "10.1.2.3", True),
        ("10.1.0.0/16", "10.2.2.3", False),
        ("10.1.0.0/16", "::ffff:10.1.2.3", False),
        ("fd12::/16", "fd12::1", True),
        ("64:ff9b::/96", "64:ff9b::808:808", True),
        ("64:ff9b::/96", "64:ff9b::7f00:1", False),
        ("64:ff9b::/96", "64:ff9b::a9fe:a9fe", False),
    ],
)
def test_networks_are_allowed_and_never_more_than_they_hold(network: str, address: str, is_held: bool):
    assert allowed(networks=(network,)).holds(ip_address(address)) == is_held


@pytest.mark.parametrize("network", ["intranet", "10.1.2.3/16", "10.0.0.0/40", ""])
def test_a_network_that_is_none_is_said(network: str):
    with pytest.raises(UsageError, match="allowed_networks"):
        allowed(networks=(network,))
