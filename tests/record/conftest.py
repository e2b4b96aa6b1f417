from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import (
    Article,
    Due,
    Page,
    ReaderInfo,
    Reading,
    SaidOn,
    Span,
    Speaker,
    Statement,
    StoryDate,
)
from onrecord.record import Store, open_store

START = datetime(2031, 3, 1, 12, tzinfo=UTC)


class Story:
    """Invented pages and what would be read from them; each quotation becomes a statement of its own."""

    @staticmethod
    def page(name: str, *, days: int | None = 0, **fields: Any) -> Page:
        at = None if days is None else START + timedelta(days=days)
        url = f"https://fenn.example/{name}"
        return Page(
            **{"data": f"<p>{name}".encode(), "name": name, "format": "html", "url": url, "captured_at": at, **fields}
        )

    @staticmethod
    def article(name: str, *lines: str, **fields: Any) -> Article:
        title = fields.pop("title", f"News of {name}")
        text = "\n".join((title, "", *lines)) if title else "\n".join(lines)
        given = {
            "id": f"a-{name}",
            "revision": sha256(text.encode(errors="replace")).hexdigest()[:16],
            "url": f"https://fenn.example/{name}",
        }
        return Article(**{**given, "title": title, "text": text, "outlet": "The Fenn Courier", **fields})

    @staticmethod
    def statement(article: Article, words: str, speaker: str | None = None, **fields: Any) -> Statement:
        start = article.text.index(words)
        told = Speaker(name=speaker, anonymous=speaker is None)
        number = sha256(f"{article.id} {words}".encode(errors="replace")).hexdigest()[:8]
        return Statement(
            **{"id": f"s-{number}", "content": (Span(start, start + len(words)),), "speaker": told, **fields}
        )

    @staticmethod
    def reading(article: Article, *statements: Statement) -> Reading:
        return Reading(article=article, statements=statements, reader=ReaderInfo(name="test", version="1"))

    @staticmethod
    def dated(earliest: date, latest: date | None = None) -> StoryDate:
        return StoryDate(status="stated", earliest=earliest, latest=latest or earliest)

    @staticmethod
    def said(day: date | None) -> SaidOn:
        return SaidOn(value=None, earliest=day, latest=day, span=None)

    @staticmethod
    def due(earliest: date | None, latest: date | None, **fields: Any) -> Due:
        given = {"span": Span(0, 1), "value": "P1M", "anchor": "said_on", "precision": "day"}
        return Due(**{**given, "earliest": earliest, "latest": latest, **fields})


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(str(folder), create=True) as opened:
        yield opened


@pytest.fixture
def add(store: Store, story: Story) -> Callable[..., Article]:
    """Adds an article with statements: ``add(article, statement, …)``."""

    def added(article: Article, *statements: Statement, **page: Any) -> Article:
        capture = store.archive(story.page(article.id, **page))
        store.put(story.reading(article, *statements), capture)
        return article

    return added
