"""What an address answered, as pages, links and errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord import intake
from onrecord.intake import Item, Known
from onrecord.intake.fetching import Fetched
from onrecord.model import Page, Route
from onrecord.record import Wanted
from onrecord.settings import Settings


def items_of(got: Fetched, wanted: Wanted, settings: Settings) -> Iterator[Item]:
    """One page, which knows its route, or what a container holds."""
    known = Known(
        url=got.canonical,
        charset=got.charset,
        captured_at=got.fetched_at,
        published=wanted.published,
        outlet=wanted.outlet,
        stated=wanted.stated,
    )
    for item in intake.pages_in(got.data, wanted.name, settings=settings, known=known):
        is_page = isinstance(item, Page) and item.name == wanted.name and item.url == got.canonical
        yield replace(item, route=_route(got)) if is_page and isinstance(item, Page) else item


def _route(got: Fetched) -> Route:
    return Route(asked=got.asked, final=got.url, archived=got.archived)
