from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import clean
from onrecord.errors import PageError
from onrecord.intake import opened, pages_in
from onrecord.model import Article, Page
from onrecord.settings import Settings

Told = Callable[[str | bytes], list[Article | PageError]]


@pytest.fixture
def told() -> Told:
    """What comes of all that is in some bytes, as the worker would have it: articles and errors."""

    def of(data: str | bytes) -> list[Article | PageError]:
        raw = data if isinstance(data, bytes) else data.encode()
        items = pages_in(raw, "wire", settings=Settings())
        return [_article(item) for item in items if isinstance(item, Page | PageError)]

    def _article(item: Page | PageError) -> Article | PageError:
        if isinstance(item, PageError):
            return item
        try:
            return clean(opened(item))
        except PageError as error:
            return error

    return of


PARAGRAPHS = (
    "The council of Tolbur will reopen the ferry on Monday, Mayor Anna Lindqver said on Friday.",
    "“We will not close it again before the winter,” she told reporters at the pier.",
    "The ferry had been closed since a storm broke its ramp in March, the harbour office said.",
)
HTML = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
TEXT = "\n\n".join(PARAGRAPHS)
