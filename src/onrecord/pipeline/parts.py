"""The parts, for those who need only one stage: each returns spans into the text that was given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord import articles as articles_room
from onrecord import comparison, extraction, intake, moments, resolution
from onrecord import settings as settings_room
from onrecord.model import Article, Attribution, Comparison, Due, Figure, Statement, TimeExpression
from onrecord.pipeline.given import day
from onrecord.pipeline.run import read_article
from onrecord.pipeline.worker import shared


def clean(data: bytes | str, *, url: str | None = None) -> Article:
    """The article in a page: body, chrome, title, credits and the candidates for its date.

    Raises:
        PageError: it holds no article, or can't be read.
    """
    settings = settings_room.load()
    raw = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
    return shared(settings).clean(intake.page_from_bytes(raw, url or "the data given", settings=settings, url=url))


def statements(text: str, *, published: date | str | None = None, outlet: str | None = None) -> tuple[Statement, ...]:
    """Resolved statements with spans into ``text`` as it is given: nothing is cleaned.

    ``published`` is the story's day, ``outlet`` whose page it is: who is told something there is no relay of it.
    """
    return read_article(articles_room.article_from_text(text, published=day(published), outlet=outlet)).statements


def attributions(text: str) -> tuple[Attribution, ...]:
    """Source, cue and content of every attribution, unfiltered (the PolNeAR corpus's scope)."""
    return extraction.attributions(text)


def times(text: str, *, published: date | str | None = None) -> tuple[TimeExpression, ...]:
    """Time expressions with TIMEX3 type and value, and the interval where ``published`` allows it."""
    return moments.times(text, published=day(published))


def windows(text: str, *, said_on: date | str | None = None) -> tuple[Due, ...]:
    """Due windows: when something announced in ``text`` must come true."""
    return moments.windows(text, said_on=day(said_on))


def figures(text: str) -> tuple[Figure, ...]:
    """Quantities with their bounds, what was counted, and the words that limit it."""
    return resolution.figures.find(text)


def compare(articles: Iterable[Article]) -> Comparison:
    """Copies with aligned passages, and origins, among articles."""
    return comparison.compare(articles)
