"""Watching: what is watched is asked for every so often, and what it lists anew or changed is added to the record."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from onrecord.errors import PageError, PageHeldBack, UsageError
from onrecord.model import Added
from onrecord.pipeline.face import Record
from onrecord.pipeline.gathering import Named, Order, Passed, is_web_address
from onrecord.pipeline.gathering.later import is_over
from onrecord.record import Watched

EVERY = timedelta(minutes=15)
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=31)
"""A source may be asked for no more often than the one, and no more rarely than the other."""
FAR_BACK = timedelta(days=7)
"""What a new source lists that is older than this is left, unless one is told otherwise."""
_LEAST_BACK_OFF = 2
_MOST_BACK_OFF = 6  # doublings


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time of day, which can be set, and one that only ever goes forward, with waiting (seconds)."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    steady: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round is over: how many sources were asked for, and in how many seconds the next one begins (None: none)."""

    sources: int
    next_in: float | None


def watch(
    record: Record,
    url: str,
    *,
    every: timedelta = EVERY,
    outlet: str | None = None,
    since: date | None = None,
    clock: Clock | None = None,
) -> bool:
    """Watch a feed, a sitemap or a page from now on. False: it was watched already, and is now as given here.

    Args:
        record: where it is kept, and what comes of it.
        url: its address.
        every: how often it is asked for.
        outlet: who publishes it, a person's word.
        since: what it lists with an older day is left; default: a week ago.
        clock: default: the machine's.

    Raises:
        UsageError: no web address, or too often or too rarely.
    """
    if not is_web_address(url):
        raise UsageError(f"{url!r} is no web address; name a feed, a sitemap or a page, beginning with https://")
    if not SHORTEST <= every <= LONGEST:
        raise UsageError(f"every {every} is not possible: from one minute to {LONGEST.days} days")
    now = (clock or Clock()).now()
    source = Watched(url=url.strip(), outlet=outlet, every=every, since=since or (now - FAR_BACK).date(), added_at=now)
    return record.store.sources.add(source)


def watching(
    record: Record, *, every: timedelta | None = None, once: bool = False, clock: Clock | None = None
) -> Generator[Added | PageError | Passed | Round]:
    """Ask for what is watched whenever its time has come, for ever, or once for what is due now.

    Only one process does so on a record. Whatever ends it, the next one goes on where it ended.

    Args:
        record: what is watched, and where it is kept.
        every: how often, in place of what was given for each source.
        once: end after one round.
        clock: default: the machine's.

    Raises:
        UsageError: nothing is watched.
        RecordError: another process watches already.
    """
    with record.store.watching():
        rounds = _Rounds(record, every, clock or Clock())
        while True:
            yield from rounds.one(wait=not once)
            if once:
                return


class _Rounds:
    """When which source is due, by the clock that nobody can set."""

    def __init__(self, record: Record, every: timedelta | None, clock: Clock) -> None:
        self._record = record
        self._every = every
        self._clock = clock
        self._due: dict[str, float] = {}

    def one(self, *, wait: bool) -> Iterator[Added | PageError | Passed | Round]:
        """Ask for what is due; then wait for the next."""
        sources = self._sources()
        due = [each for each in sources if self._due[each.url] <= self._clock.steady()]
        if due or self._passed():
            with closing(self._record.gather(self._order(due), now=self._clock.now)) as outcomes:
                yield from outcomes
            for source in due:
                self._note(source)
        next_in = max(min(self._due.values()) - self._clock.steady(), 0.0) if wait else None
        yield Round(sources=len(due), next_in=next_in)
        if next_in:
            self._clock.wait(min(next_in, SHORTEST.total_seconds()))

    def _sources(self) -> tuple[Watched, ...]:
        """What is watched by now: it may be added to, or taken from, meanwhile."""
        sources = self._record.store.sources.all()
        if not sources:
            raise UsageError("nothing is watched yet; `onrecord watch add URL` watches a feed, a sitemap or a page")
        known = {source.url for source in sources}
        self._due = {url: at for url, at in self._due.items() if url in known}
        for source in sources:
            if source.url not in self._due:
                self._due[source.url] = self._clock.steady() + self._left(source)
        return sources

    def _left(self, source: Watched) -> float:
        """Seconds until a source is due that this process hasn't asked for yet, by what the record says of it.

        A clock that was set back makes the last time lie ahead: then it counts as now, so that nothing waits longer
        than its interval. One that was set forward makes all due, each once.
        """
        if source.asked_at is None:
            return 0.0
        interval = self._interval(source)
        ago = (self._clock.now() - source.asked_at).total_seconds()
        return interval if ago < 0 else max(interval - ago, 0.0)

    def _interval(self, source: Watched) -> float:
        """Seconds between two times; a source that fails is asked for less and less often."""
        every = self._every or source.every
        doublings = max(min(source.failures, _MOST_BACK_OFF) - _LEAST_BACK_OFF + 1, 0)
        return min(every * (1 << doublings), max(LONGEST / 31, every)).total_seconds()

    def _order(self, due: list[Watched]) -> Order:
        """What is due, and what failed before and may pass by now."""
        now, addresses = self._clock.now(), self._record.store.addresses
        for failure in self._record.store.failures():
            if failure.error == PageHeldBack.__name__:  # its outlet may have released it by now
                self._record.store.again(failure)
        again = [each for each in addresses.failures() if each.next_at is not None and is_over(each, now)]
        addresses.retry([each for each in again if each.wanted.kind == "url"])
        named = (Named(name=each.url, outlet=each.outlet, since=each.since) for each in due)
        return Order(sources=tuple(named), follow=True, patient=True)

    def _passed(self) -> bool:
        """Whether something is left to do beside the sources."""
        addresses, now = self._record.store.addresses, self._clock.now()
        failed = addresses.failures()
        return bool(addresses.how_many_wait()) or any(each.next_at and is_over(each, now) for each in failed)

    def _note(self, source: Watched) -> None:
        """Keep how it went, and when it is due again."""
        address = self._record.store.addresses.find(source.url)
        problem = address.problem if address and address.state == "failed" else None
        self._record.store.sources.asked(source.url, at=self._clock.now(), problem=problem)
        kept = next((each for each in self._record.store.sources.all() if each.url == source.url), source)
        self._due[source.url] = self._clock.steady() + self._interval(kept)
