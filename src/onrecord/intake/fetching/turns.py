"""Taking turns: one request to a host at a time, with a pause after each, and none while it asks to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from onrecord.errors import FetchLater
from onrecord.intake.fetching.connecting import stopped

_MANY = 4_096  # hosts, before those that may be asked again anyway are forgotten


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    ready_at: float = 0.0
    users: int = 0


class Turns:
    """When each host may be asked again. ``longest`` is the most seconds that anybody waits for one."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    @contextmanager
    def turn(self, host: str, url: str, *, pause: float) -> Iterator[None]:
        """Wait until the host may be asked; afterwards nobody asks it for ``pause`` seconds.

        Raises:
            FetchLater: that would be longer than anybody waits, or the fetcher was closed.
        """
        state = self._taken(host)
        try:
            with state.lock:
                self._wait(host, url, state.ready_at - time.monotonic())
                try:
                    yield
                finally:
                    state.ready_at = max(state.ready_at, time.monotonic() + pause)
        finally:
            with self._lock:
                state.users -= 1

    def wait(self, host: str) -> float:
        """Seconds until the host may be asked."""
        state = self._hosts.get(host)
        return 0.0 if state is None else max(0.0, state.ready_at - time.monotonic())

    def is_too_long(self, host: str) -> bool:
        """Nobody waits that long for it."""
        return self.wait(host) > self._longest

    def leave_alone(self, host: str, seconds: float) -> None:
        """The host wants to be left alone for so long."""
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
            state.ready_at = max(state.ready_at, time.monotonic() + seconds)

    def sleep(self, seconds: float) -> None:
        """Sleep, unless everything ends."""
        self._stopped.wait(seconds)

    def is_stopped(self) -> bool:
        """Everything ends."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._stopped.set()

    def _taken(self, host: str) -> _Host:
        with self._lock:
            if len(self._hosts) >= _MANY:
                self._forget()
            state = self._hosts.setdefault(host, _Host())
            state.users += 1
            return state

    def _forget(self) -> None:
        now = time.monotonic()
        for host in [host for host, state in self._hosts.items() if not state.users and state.ready_at <= now]:
            del self._hosts[host]

    def _wait(self, host: str, url: str, seconds: float) -> None:
        if seconds > self._longest:
            raise FetchLater(url, f"{host} asks to be left alone for another {seconds:,.0f} seconds; try again then")
        if self._stopped.wait(max(0.0, seconds)):
            raise stopped(url)
