"""The stages in order: Page → Article → statements → resolved statements."""

from __future__ import annotations

from onrecord import articles, extraction, intake, resolution
from onrecord.model import Article, Page, Reading


def read_page(page: Page) -> Reading:
    """Read one page in this process.

    Raises:
        PageError: no story was found on it, it can't be opened, or its outlet does not want it read.
    """
    return read_article(articles.clean(intake.opened(page)), page)


def read_article(article: Article, page: Page | None = None) -> Reading:
    """The statements of an article that is already clean."""
    statements = resolution.resolve(article, extraction.extract(article))
    return Reading(article=article, statements=statements, reader=extraction.READER, page=page)
