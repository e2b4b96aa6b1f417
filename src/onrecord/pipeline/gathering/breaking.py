"""Hosts that can't be reached are left alone: no minute of tries for each of their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from pathlib import Path

from onrecord.errors import FetchUnreachable
from onrecord.intake.fetching import Ask, Fetched, Fetcher, Outcome, Unchanged
from onrecord.intake.fetching.several import outcomes
from onrecord.settings import Settings

ENOUGH = 2
"""Pages of one host that could not be reached, one after the other, until no more of it are asked for."""
_ROUTES = (Path("/proc/net/route"), Path("/proc/net/ipv6_route"))


class Breaking:
    """A fetcher that gives a host up once it could not be reached for a few pages in a row."""

    def __init__(self, fetcher: Fetcher, settings: Settings) -> None:
        self._fetcher = fetcher
        self._jobs = settings.fetch_jobs
        self._is_offline = is_offline() and not (settings.allowed_hosts or settings.allowed_networks or settings.proxy)
        self._unreached: Counter[str] = Counter()

    def fetch_each(self, asks: Iterable[Ask]) -> Generator[Outcome]:
        """As the fetcher's own; closing it ends what is under way."""
        yield from outcomes(asks, self, self._jobs)

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched | Unchanged:
        """As the fetcher's own; a host is only ever asked by one thread at a time."""
        if self._is_offline:
            raise FetchUnreachable(url, "this machine has no network; connect it, and `onrecord add --retry` goes on")
        host, _ = self.host_of(url)
        if self._unreached[host] >= ENOUGH:
            raise FetchUnreachable(url, f"not asked for: {host} could not be reached {ENOUGH} times in a row")
        try:
            got = self._fetcher.fetch(url, etag=etag, modified=modified)
        except FetchUnreachable:
            self._unreached[host] += 1
            raise
        self._unreached[host] = 0
        return got

    def host_of(self, url: str) -> tuple[str, str]:
        """As the fetcher's own."""
        return self._fetcher.host_of(url)

    def wait(self, host: str) -> float:
        """As the fetcher's own."""
        return self._fetcher.wait(host)

    def close(self) -> None:
        """As the fetcher's own."""
        self._fetcher.close()


def is_offline() -> bool:
    """Whether the system says that it has no way out at all; False where it doesn't say (it is not Linux)."""
    try:
        ipv4, ipv6 = (path.read_text().splitlines() for path in _ROUTES)
    except OSError:
        return False
    return not any(line.split()[0] not in {"Iface", "lo"} for line in ipv4 if line.split()) and not any(
        line.split()[-1] != "lo" for line in ipv6 if line.split()
    )
