"""What intake brings, as far as it can be read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.errors import PageError, PageMissing
from onrecord.intake import Item, Link
from onrecord.model import Page


def readable(items: Iterable[Item]) -> Iterator[Page | PageError]:
    """The pages and errors. A link is said to be one; what is no page is left out."""
    for item in items:
        if isinstance(item, Link):
            yield PageMissing(item.url, f"a link in {item.source}; save the page from your browser and read the file")
        elif isinstance(item, Page | PageError):
            yield item
