"""httpx's transport as we want it: one connection for each request, to an address that was looked up once and checked.

Connections are not kept: between two polite requests to one host most servers close them anyway, and so each request
is checked on its own.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from onrecord.errors import FetchBroken, FetchError, FetchRefused, FetchTooSlow, FetchUnreachable, FetchUntrusted
from onrecord.intake.fetching.addresses import Allowed, standing
from onrecord.intake.fetching.connecting import Backend, Meter
from onrecord.intake.fetching.proxies import Proxy
from onrecord.intake.fetching.resolving import Pinned, Resolve, looked_up, pinned
from onrecord.intake.fetching.targets import Target, check_port
from onrecord.intake.fetching.trust import Trusted

TRIP = "onrecord.trip"  # the key of a request's extensions


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """What the transport has to know of a request; ``may_enter``: it may lead into an allowed intranet."""

    target: Target
    meter: Meter
    may_enter: bool = True


class Transport(httpx.BaseTransport):
    """Sends requests whose extensions hold a ``Trip``. An answer's extensions say whether it came from an intranet."""

    def __init__(self, allowed: Allowed, resolve: Resolve, trusted: Trusted, proxy: Proxy | None) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._trusted = trusted
        self._proxy = proxy

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send it, and give the answer with its body yet to be read.

        Raises:
            FetchError: what came in the way.
        """
        trip: Trip = request.extensions[TRIP]
        pin = self._pin(trip)
        pool = self._pool(Backend(pin.addresses, trip.meter), trip.target)
        try:
            with _said(trip.meter):
                answer = pool.handle_request(_as_core(request))
        except BaseException:
            pool.close()
            raise
        trip.meter.body_begins()
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer, pool, trip.meter),
            extensions={"is_inner": pin.is_inner},
        )

    def _pin(self, trip: Trip) -> Pinned:
        if self._proxy is not None:
            return self._by_proxy(trip, self._proxy)
        pin = pinned(trip.target, self._allowed, self._resolve, seconds=trip.meter.left())
        if pin.is_inner and not trip.may_enter:
            raise FetchRefused(
                trip.target.url, "a page outside may not lead into the intranet; ask for this one itself"
            )
        return pin

    def _by_proxy(self, trip: Trip, proxy: Proxy) -> Pinned:
        """The proxy looks names up, so that nothing here asks for them; what is inner by its spelling stays refused."""
        target = trip.target
        state = standing(target.address) if target.address else None
        is_allowed = self._allowed.names(target.host) or bool(target.address and self._allowed.holds(target.address))
        if state is not None and state.why and not is_allowed:
            raise FetchRefused(target.url, f"the address {target.host} {state.why}: never asked for, nor by the proxy")
        if not is_allowed:
            check_port(target)
        seconds = trip.meter.left()
        return Pinned(tuple(looked_up(proxy.host, self._resolve, seconds=seconds, url=proxy.url)), is_allowed)

    def _pool(self, backend: Backend, target: Target) -> httpcore.ConnectionPool:
        trusted = self._trusted.context if target.scheme == "https" else None
        if self._proxy is None:
            return httpcore.ConnectionPool(trusted, max_connections=1, network_backend=backend)
        return httpcore.HTTPProxy(
            self._proxy.url,
            self._proxy.login,
            ssl_context=trusted,
            max_connections=1,
            network_backend=backend,
        )


class _Body(httpx.SyncByteStream):
    """An answer's body as it comes; closing it closes the connection."""

    def __init__(self, answer: httpcore.Response, pool: httpcore.ConnectionPool, meter: Meter) -> None:
        self._answer = answer
        self._pool = pool
        self._meter = meter

    def __iter__(self) -> Iterator[bytes]:
        with _said(self._meter):
            for data in self._answer.iter_stream():
                self._meter.gave(len(data))
                yield data

    def close(self) -> None:
        self._answer.close()
        self._pool.close()


def _as_core(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
    )


@contextmanager
def _said(meter: Meter) -> Iterator[None]:
    """What went wrong on the line, in words for a person."""
    url = meter.url
    try:
        yield
    except httpcore.ConnectTimeout as error:
        meter.left()  # says so if it was the time for the whole that ran out
        raise FetchUnreachable(url, "nobody answers there; try again later") from error
    except httpcore.TimeoutException as error:
        raise FetchTooSlow(url, "the answer stopped coming; try again later, or raise fetch_seconds") from error
    except httpcore.ProtocolError as error:
        raise FetchBroken(
            url, f"the answer is not proper HTTP ({_reason(error)}); see whether a browser gets it"
        ) from error
    except httpcore.ProxyError as error:
        raise FetchUnreachable(url, f"the proxy refuses ({_reason(error)}); look at the proxy's settings") from error
    except httpcore.NetworkError as error:
        raise _line_failed(url, error) from error


def _line_failed(url: str, error: httpcore.NetworkError) -> FetchError:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchUntrusted(
            url, f"its certificate does not hold ({cause.verify_message}); if it is your own intranet's, "
            "name the file of certificates in onrecord.toml (certificates)",
        )  # fmt: skip
    if isinstance(cause, ssl.SSLError):
        return FetchUntrusted(
            url, f"no safe connection can be made ({cause.reason or 'TLS'}); see whether a browser can"
        )
    return FetchUnreachable(url, f"no connection, or it broke ({_reason(error)}); try again later")


def _reason(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__
