"""The gathering of one order: what is named, what it lists, and what an earlier run still wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from onrecord import intake
from onrecord.errors import PageError
from onrecord.intake import Item, LeftOut, Link
from onrecord.intake.fetching import Ask, Fetched, Fetcher, Outcome, Repeated, Unchanged
from onrecord.intake.pages import STDIN
from onrecord.model import Page
from onrecord.pipeline.gathering import sieve
from onrecord.pipeline.gathering.answers import items_of
from onrecord.pipeline.gathering.breaking import Breaking
from onrecord.pipeline.gathering.later import next_time
from onrecord.pipeline.gathering.links import DEEPEST, wanted_by, wanted_of
from onrecord.pipeline.gathering.order import Named, Order, Passed, is_address
from onrecord.record import Address, Store, Wanted
from onrecord.settings import Settings

BATCH = 200
"""Links that are put down at once."""

Gathered = Page | PageError | Passed
"""What comes of gathering; a page has to be archived before the next thing is asked for."""


def current_time() -> datetime:
    """Now, as the machine has it."""
    return datetime.now(UTC)


class Gathering:
    """Gathers pages. Whatever has to be fetched is put down in the record first, so that no killed run loses it."""

    def __init__(
        self, store: Store, settings: Settings, order: Order, *, now: Callable[[], datetime] = current_time
    ) -> None:
        self._store = store
        self._settings = settings
        self._order = order
        self._now = now
        self._sieve = sieve.Sieve(order.limit)
        self._listed: list[Wanted] = []
        self._left: Counter[tuple[str, str]] = Counter()

    def pages(self) -> Generator[Gathered]:
        """All of it: local files first, then what has to be fetched, with what earlier runs left waiting."""
        named = [source for source in self._order.sources if is_address(source.name)]
        self._store.addresses.want([wanted_by(source) for source in named], at=self._now())
        for source in self._order.sources:
            if not is_address(source.name):
                yield from self._local(source)
        yield from self._flushed()
        if self._store.addresses.how_many_wait():
            with Fetcher(self._settings) as fetcher:
                yield from self._fetched(Breaking(fetcher, self._settings))

    # ── local files ──────────────────────────────────────────────────────────

    def _local(self, source: Named) -> Iterator[Gathered]:
        failed = {each.wanted.name for each in self._store.addresses.failures() if each.wanted.kind == "file"}
        found = intake.pages(source.name, settings=self._settings, published=source.published, outlet=source.outlet)
        wanted, went_wrong = _file(source, source.name), False
        for item in found:
            yield from self._item(item, wanted, follow=bool(self._order.follow))
            if isinstance(item, PageError):
                went_wrong = True
                self._fail(source, item)
            elif isinstance(item, Page) and (name := _path(item.name)) in failed:
                self._store.addresses.forget([name])
        if not went_wrong and wanted.name in failed:
            self._store.addresses.forget([wanted.name])

    def _fail(self, source: Named, error: PageError) -> None:
        """Put a file on the list; what came from standard input can't be asked for again."""
        if source.name != STDIN:
            name = error.name if Path(error.name).exists() else source.name
            self._store.addresses.fail(_file(source, name), error, at=self._now())

    # ── what a container lists ───────────────────────────────────────────────

    def _item(self, item: Item, source: Wanted, *, follow: bool) -> Iterator[Gathered]:
        if isinstance(item, PageError):
            yield item
        elif isinstance(item, LeftOut):
            yield from (Passed(name=item.source, why=why, count=count) for why, count in item.counts.items())
        elif isinstance(item, Link) and not follow:
            self._left[item.source, sieve.NOT_FOLLOWED] += 1
        elif (why := self._sieve.why_not(item, source.since)) is not None:
            self._left[source.name, why] += 1
        elif isinstance(item, Link):
            yield from self._link(item, source)
        else:
            yield item

    def _link(self, link: Link, source: Wanted) -> Iterator[Gathered]:
        if source.depth >= DEEPEST:
            self._left[source.name, sieve.TOO_DEEP] += 1
            return
        self._listed.append(wanted_of(link, source))
        if len(self._listed) >= BATCH:
            yield from self._flushed()

    def _flushed(self) -> Iterator[Passed]:
        """Put the links down, and tell what is left."""
        verdicts = self._store.addresses.want(self._listed, at=self._now(), patient=self._order.patient)
        for wanted, verdict in zip(self._listed, verdicts, strict=True):
            if verdict == "asked lately":
                self._left[wanted.source or "", sieve.LATELY] += 1
            elif verdict == "failed lately":
                self._left[wanted.source or "", sieve.FAILED_LATELY] += 1
        self._listed = []
        left, self._left = self._left, Counter()
        for (name, why), count in left.items():
            yield Passed(name=name, why=why, count=count)

    # ── the web ──────────────────────────────────────────────────────────────

    def _fetched(self, fetcher: Breaking) -> Iterator[Gathered]:
        last = 0
        while True:
            before = last
            asked = _Asks(self._store, last)
            with closing(fetcher.fetch_each(asked)) as outcomes:
                for outcome in outcomes:
                    yield from self._outcome(fetcher, outcome)
            last = asked.last
            if last == before:
                return

    def _outcome(self, fetcher: Breaking, outcome: Outcome) -> Iterator[Gathered]:
        address, result, at = outcome.ask.about, outcome.result, self._now()
        assert isinstance(address, Address)  # noqa: S101  # _Asks put it there
        addresses = self._store.addresses
        if isinstance(result, Unchanged):
            yield from self._still_listed(address.wanted)
            addresses.held(address, at=at, etag=result.etag, modified=result.modified)
            yield Passed(name=address.wanted.name, why=sieve.UNCHANGED)
        elif isinstance(result, Repeated):
            addresses.held(address, at=at)
            yield Passed(name=address.wanted.name, why=sieve.TWICE)
        elif isinstance(result, Fetched):
            left = yield from self._answer(result, address.wanted)
            # only now: a run that was killed before asks for it again; and whole, where a part was left
            tags = {} if left else {"etag": result.etag, "modified": result.modified}
            addresses.held(address, at=at, **tags)
        else:
            wait = _wait(fetcher, address.wanted.name)
            addresses.failed(address, result, at=at, next_at=next_time(result, address, at, wait=wait))
            yield result

    def _still_listed(self, container: Wanted) -> Iterator[Passed]:
        """What a container lists that has not changed itself may have changed all the same."""
        if self._order.follow is not False:
            for wanted in self._store.addresses.listed_in(container.name):
                self._listed.append(wanted)
                if len(self._listed) >= BATCH:
                    yield from self._flushed()
            yield from self._flushed()

    def _answer(self, got: Fetched, wanted: Wanted) -> Generator[Gathered, None, bool]:
        """What an address gave; what is held in the very same form is not archived again.

        Returns whether something in it was left that another order may want.
        """
        follow = self._order.follow is not False
        for item in items_of(got, wanted, self._settings):
            if isinstance(item, Page) and (why := self._why_held(item)):
                yield Passed(name=item.name, why=why)
            elif isinstance(item, Page) and item.route is not None:
                yield item
            else:
                yield from self._item(item, wanted, follow=follow)
        left = not self._order.patient and any(name == wanted.name for name, _ in self._left)
        yield from self._flushed()
        return left

    def _why_held(self, page: Page) -> str | None:
        if self._store.is_latest(page):
            return sieve.UNCHANGED
        return sieve.TWIN if self._store.has_own_form_of(page) else None


class _Asks:
    """What waits, as it is needed; ``last`` is the number of the last one."""

    def __init__(self, store: Store, after: int) -> None:
        self._store = store
        self.last = after

    def __iter__(self) -> Iterator[Ask]:
        while batch := self._store.addresses.waiting(self.last, most=BATCH):
            for address in batch:
                self.last = address.number
                yield Ask(url=address.wanted.name, etag=address.etag, modified=address.modified, about=address)


def _wait(fetcher: Breaking, url: str) -> float:
    try:
        return fetcher.wait(fetcher.host_of(url)[0])
    except PageError:
        return 0.0


def _file(source: Named, name: str) -> Wanted:
    return replace(wanted_by(source), name=_path(name), kind="file")


def _path(name: str) -> str:
    return str(Path(name).absolute()) if name != STDIN else name
