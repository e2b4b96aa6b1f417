"""Pages gathered without a record: nothing is kept, and nothing but this run knows what is still to be fetched."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing

from onrecord import intake
from onrecord.errors import PageError
from onrecord.intake import Item, LeftOut, Link
from onrecord.intake.fetching import Ask, Fetched, Fetcher, Outcome
from onrecord.model import Page
from onrecord.pipeline.gathering import sieve
from onrecord.pipeline.gathering.answers import items_of
from onrecord.pipeline.gathering.breaking import Breaking
from onrecord.pipeline.gathering.links import DEEPEST, wanted_by, wanted_of
from onrecord.pipeline.gathering.order import Named, Order, Passed, is_address
from onrecord.record import Wanted
from onrecord.settings import Settings


def passing(order: Order, settings: Settings) -> Generator[Page | PageError | Passed]:
    """All that is ordered: local files first, then what has to be fetched."""
    yield from _Passing(order, settings).pages()


class _Passing:
    def __init__(self, order: Order, settings: Settings) -> None:
        self._order = order
        self._settings = settings
        self._sieve = sieve.Sieve(order.limit)
        self._waiting: deque[Wanted] = deque()

    def pages(self) -> Iterator[Page | PageError | Passed]:
        for source in self._order.sources:
            if is_address(source.name):
                self._waiting.append(wanted_by(source))
            else:
                yield from self._local(source)
        if self._waiting:
            with Fetcher(self._settings) as fetcher:
                breaking = Breaking(fetcher, self._settings)
                while self._waiting:
                    with closing(breaking.fetch_each(self._asks())) as outcomes:
                        for outcome in outcomes:
                            yield from self._outcome(outcome)

    def _local(self, source: Named) -> Iterator[Page | PageError | Passed]:
        found = intake.pages(source.name, settings=self._settings, published=source.published, outlet=source.outlet)
        for item in found:
            yield from self._item(item, wanted_by(source), follow=bool(self._order.follow))

    def _asks(self) -> Iterator[Ask]:
        while self._waiting:
            wanted = self._waiting.popleft()
            yield Ask(url=wanted.name, about=wanted)

    def _outcome(self, outcome: Outcome) -> Iterator[Page | PageError | Passed]:
        wanted, result = outcome.ask.about, outcome.result
        assert isinstance(wanted, Wanted)  # noqa: S101  # _asks put it there
        if isinstance(result, PageError):
            yield result
        elif isinstance(result, Fetched):
            for item in items_of(result, wanted, self._settings):
                if isinstance(item, Page) and item.route is not None:
                    yield item
                else:
                    yield from self._item(item, wanted, follow=self._order.follow is not False)
        else:
            yield Passed(name=wanted.name, why=sieve.TWICE)

    def _item(self, item: Item, source: Wanted, *, follow: bool) -> Iterator[Page | PageError | Passed]:
        if isinstance(item, PageError):
            yield item
        elif isinstance(item, LeftOut):
            yield from (Passed(name=item.source, why=why, count=count) for why, count in item.counts.items())
        elif isinstance(item, Link) and (not follow or source.depth >= DEEPEST):
            yield Passed(name=item.source, why=sieve.NOT_FOLLOWED if not follow else sieve.TOO_DEEP)
        elif (why := self._sieve.why_not(item, source.since)) is not None:
            yield Passed(name=source.name, why=why)
        elif isinstance(item, Link):
            self._waiting.append(wanted_of(item, source))
        else:
            yield item
