"""What would be gathered: nothing is kept, and nothing but what a person named is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord import intake
from onrecord.errors import PageError
from onrecord.intake import Item, LeftOut, Link
from onrecord.intake.fetching import Ask, Fetched, Fetcher
from onrecord.model import Page
from onrecord.pipeline.gathering import sieve
from onrecord.pipeline.gathering.answers import items_of
from onrecord.pipeline.gathering.breaking import Breaking
from onrecord.pipeline.gathering.links import wanted_by
from onrecord.pipeline.gathering.order import Named, Order, is_address
from onrecord.record import Store, Wanted
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Would:
    """What would be done with something, and why."""

    what: Literal["read", "fetch", "skip", "fail"]
    name: str
    why: str = ""


def would(order: Order, settings: Settings, store: Store | None = None) -> Iterator[Would]:
    """What an order would do, one by one; ``store``: the record that it would be added to."""
    yield from _Dry(order, settings, store).all()


class _Dry:
    def __init__(self, order: Order, settings: Settings, store: Store | None) -> None:
        self._order = order
        self._settings = settings
        self._store = store
        self._sieve = sieve.Sieve(order.limit)
        self._listed: set[str] = set()

    def all(self) -> Iterator[Would]:
        named = [source for source in self._order.sources if is_address(source.name)]
        for source in self._order.sources:
            if source not in named:
                yield from self._local(source)
        if named:
            with Fetcher(self._settings) as fetcher:
                asks = [Ask(url=source.name.strip(), about=wanted_by(source)) for source in named]
                for outcome in Breaking(fetcher, self._settings).fetch_each(asks):
                    if isinstance(outcome.result, Fetched) and isinstance(outcome.ask.about, Wanted):
                        yield from self._answer(outcome.result, outcome.ask.about)
                    elif isinstance(outcome.result, PageError):
                        yield Would(what="fail", name=outcome.ask.url, why=outcome.result.problem)

    def _local(self, source: Named) -> Iterator[Would]:
        found = intake.pages(source.name, settings=self._settings, published=source.published, outlet=source.outlet)
        for item in found:
            yield self._item(item, wanted_by(source), follow=bool(self._order.follow))

    def _answer(self, got: Fetched, wanted: Wanted) -> Iterator[Would]:
        for item in items_of(got, wanted, self._settings):
            if isinstance(item, Page) and self._store is not None and self._store.is_latest(item):
                yield Would(what="skip", name=item.name, why=sieve.UNCHANGED)
            elif isinstance(item, Page) and item.route is not None:
                yield Would(what="read", name=item.name)
            else:
                yield self._item(item, wanted, follow=self._order.follow is not False)

    def _item(self, item: Item, source: Wanted, *, follow: bool) -> Would:
        if isinstance(item, PageError):
            return Would(what="fail", name=item.name, why=item.problem)
        if isinstance(item, LeftOut):
            kinds = ", ".join(f"{count} {why}" for why, count in item.counts.items())
            return Would(what="skip", name=item.source, why=kinds)
        name = item.url if isinstance(item, Link) else item.name
        if isinstance(item, Link) and not follow:
            return Would(what="skip", name=name, why=sieve.NOT_FOLLOWED)
        if (why := self._sieve.why_not(item, source.since)) is not None:
            return Would(what="skip", name=name, why=why)
        return self._link(item, name) if isinstance(item, Link) else Would(what="read", name=name)

    def _link(self, link: Link, name: str) -> Would:
        if name in self._listed:
            return Would(what="skip", name=name, why=sieve.TWICE)
        self._listed.add(name)
        known = self._store.addresses.find(name) if self._store else None
        if known is not None and known.state == "held":
            return Would(what="fetch", name=name, why="held; only if it has changed")
        return Would(what="fetch", name=name, why=link.title or "")
