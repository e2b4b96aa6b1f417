"""From a host's name to the addresses that may be asked: looked up once for each request, then held fast."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from onrecord.errors import FetchGone, FetchRefused, FetchTooSlow, FetchUnreachable
from onrecord.intake.fetching.addresses import Address, Allowed, address_of, standing
from onrecord.intake.fetching.targets import Target, check_port

Resolve = Callable[[str], Iterable[str]]
"""The addresses of a name, as text. Raises ``OSError`` if there are none."""

_AT_MOST = 4  # addresses of one host that are tried
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


@dataclass(frozen=True, slots=True)
class Pinned:
    """The addresses to connect to, in this order; ``is_inner`` if the settings alone allow them."""

    addresses: tuple[str, ...]
    is_inner: bool = False


def system_addresses(host: str) -> list[str]:
    """What the machine's own resolver says."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def pinned(target: Target, allowed: Allowed, resolve: Resolve, *, seconds: float) -> Pinned:
    """The addresses of the target's host, each of them checked.

    One inner address among them refuses the host: a name that is public and inner at once is an attack or a mistake,
    and which of the two answers must not depend on the order of a resolver. Addresses that only wrap a public IPv4
    address (a NAT64 resolver adds them) are left out, and the others asked.

    Raises:
        FetchRefused: an inner address, or a port that isn't one of the web's.
        FetchGone: no such name.
        FetchUnreachable, FetchTooSlow: the name can't be looked up now.
    """
    found = [target.address] if target.address else _looked_up(target, resolve, seconds)
    usable, reasons, is_inner = [], [], False
    for address in found:
        state = standing(address)
        is_allowed = allowed.holds(address) or (state.may_be_named and allowed.names(target.host))
        if state.why and not is_allowed:
            reasons.append(f"{address}, which {state.why}")
            if not state.is_transition:
                raise _refused(target, reasons[-1:])
            continue
        is_inner |= bool(state.why)
        usable.append(address)
    if not usable:
        raise _refused(target, reasons)
    if not is_inner:
        check_port(target)
    return Pinned(tuple(_interleaved(usable))[:_AT_MOST], is_inner)


def _refused(target: Target, reasons: list[str]) -> FetchRefused:
    what = f"the address {reasons[0]}" if target.address else f"{target.host} leads to {' and '.join(reasons[:3])}"
    return FetchRefused(
        target.url, f"{what}: inner addresses are never fetched; if it is your own intranet, put it into allowed_hosts "
        "or allowed_networks in onrecord.toml",
    )  # fmt: skip


def _looked_up(target: Target, resolve: Resolve, seconds: float) -> list[Address]:
    texts = looked_up(target.host, resolve, seconds=seconds, url=target.url)
    found = [address_of(text) for text in dict.fromkeys(texts)]
    if None in found:
        raise FetchUnreachable(target.url, f"the resolver gave no proper address for {target.host}; try again later")
    return [address for address in found if address is not None]


def looked_up(host: str, resolve: Resolve, *, seconds: float, url: str) -> list[str]:
    """What the resolver says of a host, in time: on a thread of its own, since the system's resolver has no limit.

    Raises:
        FetchGone, FetchUnreachable, FetchTooSlow: each names ``url``.
    """
    answer: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            answer.append(list(resolve(host)))
        except OSError as error:
            answer.append(error)

    thread = threading.Thread(target=ask, daemon=True, name=f"resolving {host}")
    thread.start()
    thread.join(max(0.0, seconds))
    if not answer:
        raise FetchTooSlow(url, f"the name {host} could not be looked up in time; try again later")
    if isinstance(answer[0], OSError):
        raise _unknown(host, answer[0], url)
    if not answer[0]:
        raise FetchGone(url, f"the name {host} has no address; look whether it is spelt rightly")
    return answer[0]


def _unknown(host: str, error: OSError, url: str) -> FetchGone | FetchUnreachable:
    if error.errno in _NO_SUCH_NAME:
        return FetchGone(url, f"there is no host {host}; look whether it is spelt rightly, and whether you are online")
    return FetchUnreachable(url, f"the name {host} can't be looked up now ({error.strerror or error}); try again later")


def _interleaved(addresses: list[Address]) -> list[str]:
    """The resolver's order, its families taking turns: where one of the two leads nowhere, the other is tried soon."""
    first = [str(address) for address in addresses if address.version == addresses[0].version]
    others = [str(address) for address in addresses if address.version != addresses[0].version]
    return [text for pair in zip_longest(first, others) for text in pair if text is not None]
