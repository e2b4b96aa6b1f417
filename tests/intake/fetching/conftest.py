"""A server on loopback that does what it is told, however ill-behaved, and a fetcher that may reach it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpcore
import pytest

from onrecord.intake.fetching import Fetcher
from onrecord.settings import Settings

HOST = "site.test"
PAGE = b"<!doctype html><title>Harbour reopens</title><p>The harbour of Velm reopens on Friday."


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    headers: dict[str, str]
    at: float


Makes = Callable[..., Fetcher]
Reply = Callable[[socket.socket, Request], None]


def response(body: bytes = PAGE, *, status: str = "200 OK", headers: tuple[str, ...] = ()) -> bytes:
    """A proper answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: text/html", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return response(b"", status=status, headers=(f"Location: {to}",))


@dataclass
class Site:
    """What its ``pages`` say is sent as it stands, or done; everything else is a 404."""

    pages: dict[str, bytes | Reply] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    address: str = "127.0.0.1"

    def __post_init__(self) -> None:
        self._listener = socket.create_server((self.address, 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.wrap: Callable[[socket.socket], socket.socket] = lambda connection: connection
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path: str = "/", *, host: str = HOST, scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        with contextlib.suppress(OSError):  # closed before
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes whoever accepts; closing alone doesn't
        self._listener.close()

    def asked(self, path: str) -> list[Request]:
        return [request for request in self.requests if request.path == path]

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            with self.wrap(connection) as safe:
                head = b""
                while b"\r\n\r\n" not in head:
                    more = safe.recv(4096)
                    if not more:
                        return
                    head += more
                self._answer(safe, _request(head))

    def _answer(self, connection: socket.socket, request: Request) -> None:
        self.requests.append(request)
        reply = self.pages.get(request.path, response(b"", status="404 Not Found"))
        if isinstance(reply, bytes):
            connection.sendall(reply)
        else:
            reply(connection, request)
        connection.shutdown(socket.SHUT_WR)


def _request(head: bytes) -> Request:
    first, *lines = head.decode("latin-1").split("\r\n")
    fields = (line.partition(":") for line in lines if line)
    return Request(first.split(" ")[1], {key.lower(): value.strip() for key, _, value in fields}, time.monotonic())


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def names() -> dict[str, list[str]]:
    """What the resolver of the tests knows; a test adds to it."""
    return {HOST: ["127.0.0.1"]}


@pytest.fixture
def fetcher_of(names: dict[str, list[str]]) -> Iterator[Makes]:
    """Makes fetchers: quick ones, with small limits, that may reach the server."""

    def resolve(host: str) -> list[str]:
        if host not in names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return names[host]

    with contextlib.ExitStack() as stack:

        def make(**given: Any) -> Fetcher:
            quick: dict[str, Any] = {
                "page_bytes": 1_000_000, "fetch_seconds": 5.0, "host_delay": 0.001, "longest_wait": 0.3,
                "fetch_tries": 1, "allowed_hosts": (HOST,),
            }  # fmt: skip
            resolver = given.pop("resolve", resolve)
            return stack.enter_context(Fetcher(Settings(**{**quick, **given}), resolve=resolver))

        yield make


@pytest.fixture
def fetcher(fetcher_of: Makes) -> Fetcher:
    return fetcher_of()


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address to which a connection was tried."""
    tried: list[str] = []
    real = httpcore.SyncBackend.connect_tcp

    def connect(backend: httpcore.SyncBackend, host: str, *rest: Any, **more: Any) -> httpcore.NetworkStream:
        tried.append(host)
        return real(backend, host, *rest, **more)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    return tried


def _memory(key: str) -> int:
    """Bytes of this process: VmRSS (now) or VmHWM (at the most)."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(key))
    return int(line.split()[1]) * 1024


@pytest.fixture
def bounded() -> Iterator[None]:
    """The test takes no more than a few seconds and 48 MB, the server's own part with it."""
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark falls to what is used now
    before, start = _memory("VmRSS"), time.monotonic()
    yield
    assert time.monotonic() - start < 12
    assert _memory("VmHWM") - before < 48 * 1024 * 1024
