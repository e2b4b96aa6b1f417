"""Many pages: hosts side by side, each host one page at a time, every ask accounted for once, memory bounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from hashlib import blake2b
from typing import Protocol

from onrecord.errors import FetchError
from onrecord.intake.fetching.results import Ask, Fetched, Outcome, Repeated, Unchanged

_WAITING = 2_000  # asks that are held while their hosts are busy


class Fetches(Protocol):
    """What asks for one page, and knows how long its host has to be left alone."""

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched | Unchanged:
        """The page, or a FetchError."""

    def host_of(self, url: str) -> tuple[str, str]:
        """Host and proper spelling."""

    def wait(self, host: str) -> float:
        """Seconds."""

    def close(self) -> None:
        """Nothing more is waited for."""


def outcomes(asks: Iterable[Ask], fetcher: Fetches, jobs: int) -> Iterator[Outcome]:
    """One outcome for each ask, in the order in which they come."""
    with ThreadPoolExecutor(jobs, thread_name_prefix="fetching") as threads:
        try:
            yield from _Round(iter(asks), fetcher, threads, jobs).run()
        except BaseException:  # left early, or interrupted: what is under way is not waited for
            fetcher.close()
            raise


class _Round:
    """The asks that wait by host, and those that are under way."""

    def __init__(self, asks: Iterator[Ask], fetcher: Fetches, threads: ThreadPoolExecutor, jobs: int) -> None:
        self._asks = asks
        self._fetcher = fetcher
        self._threads = threads
        self._jobs = jobs
        self._waiting: dict[str, deque[Ask]] = {}
        self._held = 0
        self._under_way: dict[Future[Outcome], str] = {}
        self._seen: set[bytes] = set()

    def run(self) -> Iterator[Outcome]:
        """Until nothing is left."""
        while True:
            yield from self._take_in()
            self._send_out()
            if not self._under_way:
                return
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            for future in done:
                del self._under_way[future]
                yield future.result()

    def _take_in(self) -> Iterator[Outcome]:
        """Asks into their hosts' queues; those that need nothing fetched are answered at once."""
        while self._held < _WAITING and (ask := next(self._asks, None)) is not None:
            try:
                host, url = self._fetcher.host_of(ask.url)
            except FetchError as error:
                yield Outcome(ask=ask, result=error)
                continue
            key = blake2b(url.encode(), digest_size=16).digest()
            if key in self._seen:
                yield Outcome(ask=ask, result=Repeated(asked=ask.url, url=url))
                continue
            self._seen.add(key)
            self._waiting.setdefault(host, deque()).append(ask)
            self._held += 1

    def _send_out(self) -> None:
        """To hosts that aren't being asked, those first that need no waiting for."""
        busy = set(self._under_way.values())
        free = sorted((host for host in self._waiting if host not in busy), key=self._fetcher.wait)
        for host in free[: self._jobs - len(self._under_way)]:
            queue = self._waiting[host]
            self._under_way[self._threads.submit(self._outcome, queue.popleft())] = host
            self._held -= 1
            if not queue:
                del self._waiting[host]

    def _outcome(self, ask: Ask) -> Outcome:
        try:
            result: Fetched | Unchanged | FetchError = self._fetcher.fetch(
                ask.url, etag=ask.etag, modified=ask.modified
            )
        except FetchError as error:
            result = error
        return Outcome(ask=ask, result=result)
