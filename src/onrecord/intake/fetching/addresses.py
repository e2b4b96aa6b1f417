"""Which internet addresses are public, and which inner ones the settings allow.

The tables are written out, after IANA's registries of special-purpose addresses, since what ``ipaddress`` calls global
differs between versions of Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from onrecord.errors import UsageError
from onrecord.settings import Settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_PRIVATE = "belongs to a private network"
_LOOPBACK = "is this machine itself"
_LINK = "is link-local, where clouds keep their credentials"
_CLOUD = "is where a cloud keeps its machines' credentials"
_UNSPECIFIED = "stands for no machine"
_MULTICAST = "is for many receivers (multicast)"
_EXAMPLES = "is reserved for examples and tests"
_RESERVED = "is reserved"

# A network, what its addresses are, and whether a host named in allowed_hosts may have one.
_INNER: tuple[tuple[Network, str, bool], ...] = tuple(
    (ip_network(network), what, may_be_named)
    for network, what, may_be_named in (
        ("168.63.129.16/32", _CLOUD, False),
        ("100.100.100.200/32", _CLOUD, False),
        ("192.0.0.192/32", _CLOUD, False),
        ("fd00:ec2::/32", _CLOUD, False),
        ("fd20:ce::/32", _CLOUD, False),
        ("0.0.0.0/8", _UNSPECIFIED, False),
        ("10.0.0.0/8", _PRIVATE, True),
        ("100.64.0.0/10", "belongs to a provider's inner network (CGNAT)", True),
        ("127.0.0.0/8", _LOOPBACK, True),
        ("169.254.0.0/16", _LINK, False),
        ("172.16.0.0/12", _PRIVATE, True),
        ("192.0.0.0/24", _RESERVED, False),
        ("192.0.2.0/24", _EXAMPLES, True),
        ("192.88.99.0/24", _RESERVED, False),
        ("192.168.0.0/16", _PRIVATE, True),
        ("198.18.0.0/15", _EXAMPLES, True),
        ("198.51.100.0/24", _EXAMPLES, True),
        ("203.0.113.0/24", _EXAMPLES, True),
        ("224.0.0.0/4", _MULTICAST, False),
        ("240.0.0.0/4", _RESERVED, False),
        ("::/128", _UNSPECIFIED, False),
        ("::1/128", _LOOPBACK, True),
        ("fc00::/7", _PRIVATE, True),
        ("fe80::/10", _LINK, False),
        ("fec0::/10", _PRIVATE, True),
        ("ff00::/8", _MULTICAST, False),
        ("2001:db8::/32", _EXAMPLES, True),
        ("3fff::/20", _EXAMPLES, True),
    )
)
_TRANSITION: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("::ffff:0:0/96", "an IPv4 address written as IPv6"),
        ("::/96", "an IPv4 address written as IPv6"),
        ("64:ff9b::/96", "an IPv4 address behind a translator (NAT64)"),
        ("64:ff9b:1::/48", "an IPv4 address behind a translator (NAT64)"),
        ("2002::/16", "an IPv4 address in a tunnel (6to4)"),
        ("2001::/32", "an IPv4 address in a tunnel (Teredo)"),
    )
)
_PUBLIC_IPV6 = IPv6Network("2000::/3")
_PROTOCOLS = IPv6Network("2001::/23")  # Teredo, ORCHID, benchmarks: none of them a web site
_NAT64 = IPv6Network("64:ff9b:1::/48")
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})  # the two words before the IPv4 address
_LOW = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Standing:
    """What an address is: public if ``why`` is empty, else why it is never asked.

    ``may_be_named``: an allowed host may have it. ``is_transition``: it only wraps a public IPv4 address, so that
    leaving it out loses nothing.
    """

    why: str = ""
    may_be_named: bool = False
    is_transition: bool = False


PUBLIC = Standing()


def address_of(text: str) -> Address | None:
    """The address that is written strictly (four decimal numbers, or IPv6), its zone left out; None if it is none."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def standing(address: Address) -> Standing:
    """Whether the address is public, and what else it is."""
    for network, why, may_be_named in _INNER:
        if address in network:
            return Standing(why, may_be_named)
    if isinstance(address, IPv4Address):
        return PUBLIC
    if (wrapped := _wrapped(address)) is not None:
        what, inside = wrapped
        if inner := standing(inside).why:
            return Standing(f"is {what}: {inside}, which {inner}")
        return Standing(f"is {what}", is_transition=True)
    if address in _PROTOCOLS or address not in _PUBLIC_IPV6:
        return Standing(_RESERVED)
    return PUBLIC


def _wrapped(address: IPv6Address) -> tuple[str, IPv4Address] | None:
    """The IPv4 address inside, where there is one, and how it is wrapped."""
    number = int(address)
    if (number >> 32) & _LOW in _ISATAP:
        return "an IPv4 address in a tunnel (ISATAP)", IPv4Address(number & _LOW)
    what = next((what for network, what in _TRANSITION if address in network), None)
    return None if what is None else (what, _inside(address, number))


def _inside(address: IPv6Address, number: int) -> IPv4Address:
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:  # RFC 6052: 16 bits, eight zeros, 16 bits behind a prefix of 48
        return IPv4Address(((number >> 64) & 0xFFFF) << 16 | (number >> 40) & 0xFFFF)
    return IPv4Address(number & _LOW)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the settings open: ``hosts`` by name (``.corp`` is all below), ``networks`` by address."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    @classmethod
    def by(cls, settings: Settings) -> Allowed:
        """From ``allowed_hosts`` and ``allowed_networks``.

        Raises:
            UsageError: a network that is none.
        """
        hosts = frozenset(host.lower().rstrip(".") for host in settings.allowed_hosts)
        return cls(hosts, tuple(_network(text) for text in settings.allowed_networks))

    def names(self, host: str) -> bool:
        """The host is on the list, itself or by what it ends in."""
        if host in self.hosts:
            return True
        labels = host.split(".")
        return any("." + ".".join(labels[at:]) in self.hosts for at in range(1, len(labels)))

    def holds(self, address: Address) -> bool:
        """The address lies in an allowed network; one that wraps another only if that one is public, or allowed too."""
        if not any(address in network for network in self.networks):
            return False
        wrapped = None if isinstance(address, IPv4Address) else _wrapped(address)
        return wrapped is None or standing(wrapped[1]) is PUBLIC or self.holds(wrapped[1])


def _network(text: str) -> Network:
    try:
        return ip_network(text.strip())
    except ValueError as error:
        raise UsageError(f"allowed_networks: {error}; write a network as 10.1.0.0/16") from error
