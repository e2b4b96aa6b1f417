"""From an address as it is written to what would be asked for: one spelling, one host, one port.

What browsers, resolvers and libraries read differently (numbers for addresses, backslashes, names before an @) is
refused rather than read in one of the ways: no page needs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address

import httpx
import idna

from onrecord.errors import FetchRefused
from onrecord.intake.fetching.addresses import Address, Allowed, address_of

LONGEST = 8_192  # characters; what servers commonly take
USUAL_PORTS = frozenset({80, 443, 8080, 8443})
_DEFAULT = {"http": 80, "https": 443}
_PARTS = re.compile(r"(https?)://([^/?#]*)([^#]*)", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:", re.I)
_AUTHORITY = re.compile(r"(?:\[([0-9a-f:.]{2,45})\]|([^:\[\]@%\s]{1,512}))(?::([0-9]{0,5}))?", re.I)
_LOGIN = re.compile(r"//[^/?#]{0,1000}@")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_INNER_ENDS = frozenset({"localhost", "localdomain", "local", "internal", "intranet", "lan", "corp", "home", "private"})

_WRITE_IT = "give the page's address as a browser shows it, beginning with https:// or http://"
_PLAIN = "write an address of numbers as four plain ones with dots (or better, the site's name)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``url`` is the one spelling, without a fragment; ``address`` where the host is given by number."""

    url: str
    scheme: str
    host: str
    port: int
    address: Address | None = None

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has one robots.txt."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _DEFAULT[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


def target_of(url: str, allowed: Allowed) -> Target:
    """What the address asks for.

    Raises:
        FetchRefused: it is no address of a web page, or one that is spelt to deceive.
    """
    text = url.strip(" \t\r\n")
    name = named(text)[:200]
    scheme, authority, rest = _parts(text, name)
    host, port = _host_and_port(authority, scheme, name)
    address = address_of(host)
    if address is None:
        _check_name(host, allowed, name)
    bare = Target(url="", scheme=scheme, host=host, port=port, address=address)
    return Target(url=_spelt(bare.origin, rest, name), scheme=scheme, host=host, port=port, address=address)


def named(url: str) -> str:
    """What messages call an address: without a user's name and password, which are nobody else's business."""
    return _LOGIN.sub("//", url.strip(), count=1)


def check_port(target: Target) -> None:
    """Web servers listen on few ports; on others a request may do what no reader wants.

    Raises:
        FetchRefused: it is none of them.
    """
    if target.port not in USUAL_PORTS:
        ports = ", ".join(str(port) for port in sorted(USUAL_PORTS))
        raise FetchRefused(target.url, f"port {target.port} is not one that web sites use ({ports})")


def _parts(text: str, name: str) -> tuple[str, str, str]:
    if len(text) > LONGEST:
        raise FetchRefused(name + "…", f"this address has more than {LONGEST:,} characters; {_WRITE_IT}")
    if not text.isprintable():
        raise FetchRefused(repr(name), f"there are invisible characters in this address; {_WRITE_IT}")
    if "\\" in text.partition("?")[0]:
        raise FetchRefused(name, f"there is a backslash in this address; {_WRITE_IT}")
    match = _PARTS.match(text)
    if match is None:
        other = _SCHEME.match(text)
        known = other is not None and not other[0].lower().startswith("http")
        what = f"only http and https are fetched, not {other[0]}" if other and known else "this is no web address"
        raise FetchRefused(name or "''", f"{what}; {_WRITE_IT}")
    return match[1].lower(), match[2], match[3]


def _host_and_port(authority: str, scheme: str, name: str) -> tuple[str, int]:
    if "@" in authority:
        raise FetchRefused(
            name, "there is a user name or password before the host; leave it out: pages behind a login are saved "
            "from the browser and read as files",
        )  # fmt: skip
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        raise FetchRefused(name, f"{authority[:80]!r} names no host; {_WRITE_IT}")
    port = int(match[3]) if match[3] else _DEFAULT[scheme]
    if not 0 < port < 65_536:
        raise FetchRefused(name, f"there is no port {port}; {_WRITE_IT}")
    return (_literal(match[1], name) if match[1] else _name(match[2], name)), port


def _literal(text: str, name: str) -> str:
    address = address_of(text)
    if address is None or isinstance(address, IPv4Address):
        raise FetchRefused(name, f"[{text}] is no IPv6 address; {_WRITE_IT}")
    return str(address)


def _name(text: str, name: str) -> str:
    """In ASCII and small letters; full-width digits and other dots become plain ones, as browsers read them."""
    try:
        host = text.lower() if text.isascii() else idna.encode(text, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise FetchRefused(name, f"{text[:80]!r} is no possible name of a host ({error}); {_WRITE_IT}") from error
    return host[:-1] if host.endswith(".") else host


def _check_name(host: str, allowed: Allowed, name: str) -> None:
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        raise FetchRefused(name, f"{host!r} is an odd spelling of an address; {_PLAIN}")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise FetchRefused(name, f"{host[:80]!r} is no possible name of a host; {_WRITE_IT}")
    is_inner = len(labels) == 1 or labels[-1] in _INNER_ENDS or host.endswith(".home.arpa")
    if is_inner and not allowed.names(host) and not allowed.networks:
        raise FetchRefused(
            name, f"{host!r} is a name of an inner network, which no page may lead to; to fetch from it, "
            "put it into allowed_hosts in onrecord.toml",
        )  # fmt: skip


def _spelt(origin: str, rest: str, name: str) -> str:
    path = rest if rest.startswith("/") else f"/{rest}"
    try:
        return str(httpx.URL(origin + path))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchRefused(name, f"this is no possible address ({error}); {_WRITE_IT}") from error
