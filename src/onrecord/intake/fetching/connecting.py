"""Connections to addresses that were checked, metered: none lasts longer or brings more than it may."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from onrecord.errors import FetchBroken, FetchLater, FetchTooLarge, FetchTooSlow

CONNECT_SECONDS = 10.0  # for each address of a host
_LOOK_UP_SECONDS = 1.0  # after which a silent connection is looked up from, to see whether all ends
_HEAD_BYTES = 65_536  # status line and headers, a proxy's and those of provisional answers too
_HEAD_PIECE = 4_096  # so that little of the body is counted with them
_FRAMING = 262_144  # bytes that chunks may take beside what they carry, and a quarter of that


class Meter:
    """What one request may still take: time from its making on, bytes of headers, then bytes of its body."""

    def __init__(self, url: str, *, seconds: float, is_stopped: Callable[[], bool]) -> None:
        self.url = url
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._is_stopped = is_stopped
        self._room = _HEAD_BYTES
        self._is_head = True

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            FetchTooSlow: none are.
            FetchLater: the fetcher was closed.
        """
        if self._is_stopped():
            raise stopped(self.url)
        left = self._until - time.monotonic()
        if left <= 0:
            raise FetchTooSlow(
                self.url, f"it took longer than {self._seconds:g} seconds; try again later, or raise fetch_seconds"
            )
        return left

    def body_begins(self) -> None:
        """The headers are here; what follows is counted anew."""
        self._is_head = False
        self._room = _FRAMING

    def gave(self, count: int) -> None:
        """So many bytes of what was read are the body's own."""
        self._room += count + count // 4

    def piece(self, wanted: int) -> int:
        """How many bytes may be read at once."""
        return min(wanted, _HEAD_PIECE) if self._is_head else wanted

    def took(self, count: int) -> None:
        """So many bytes were read.

        Raises:
            FetchBroken: more than may be.
        """
        self._room -= count
        if self._room >= 0:
            return
        if self._is_head:
            raise FetchBroken(self.url, f"its headers go on for more than {_HEAD_BYTES:,} bytes; no page has such")
        raise FetchBroken(self.url, "it sends far more than belongs to the page; it may be an attack")


def stopped(url: str) -> FetchLater:
    """The error for what was under way when the fetcher was closed."""
    return FetchLater(url, "stopped before it had arrived; try again")


def too_large(url: str, limit: int) -> FetchTooLarge:
    """The error for more bytes than ``page_bytes``."""
    return FetchTooLarge(url, f"more than {limit:,} bytes; if that is right, raise page_bytes in onrecord.toml")


class Backend(httpcore.NetworkBackend):
    """Connects to the addresses that it was given, whatever name it is asked for."""

    def __init__(self, addresses: tuple[str, ...], meter: Meter) -> None:
        self._addresses = addresses
        self._meter = meter
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002  # the name stands in the request and in the certificate, and is looked up no more
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # the meter has it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """To the first address that answers."""
        failed: httpcore.ConnectError | httpcore.ConnectTimeout = httpcore.ConnectError("no address")
        for address in self._addresses:
            seconds = min(CONNECT_SECONDS, self._meter.left())
            try:
                stream = self._sockets.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Metered(stream, self._meter)
        raise failed


class _Metered(httpcore.NetworkStream):
    """A connection that asks its meter before each step."""

    def __init__(self, stream: httpcore.NetworkStream, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        while True:
            try:
                data = self._stream.read(self._meter.piece(max_bytes), min(self._meter.left(), _LOOK_UP_SECONDS))
            except httpcore.ReadTimeout:
                continue  # the meter knows whether there is time left
            self._meter.took(len(data))
            return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._meter.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _Metered(self._stream.start_tls(ssl_context, server_hostname, self._meter.left()), self._meter)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
