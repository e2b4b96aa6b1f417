"""The public verbs, and the parts for those who need only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from onrecord import articles, comparison, exports, extraction, intake, moments, resolution
from onrecord import settings as settings_room
from onrecord.errors import PageError, UsageError
from onrecord.model import (
    Article,
    Attribution,
    Comparison,
    Due,
    Entry,
    Figure,
    Page,
    Reading,
    Statement,
    TimeExpression,
)
from onrecord.pipeline.face import Record
from onrecord.pipeline.run import read_article
from onrecord.pipeline.worker import read_each, shared
from onrecord.record import open_store


def read(source: str | Path | Page, *, published: date | str | None = None, outlet: str | None = None) -> Reading:
    """Read one page: its article and its statements.

    Args:
        source: a path, ``-`` for standard input, or a ``Page``.
        published: the story's date, if you know better than the page (a day, or ``2017-10-31``).
        outlet: who published it, if you know better than the page.

    Raises:
        PageError: the page can't be read; says why and what to do.
        UsageError: ``source`` is a folder, or ``published`` is no date.
    """
    settings = settings_room.load()
    if isinstance(source, Page):
        return shared(settings).read(source)
    if is_folder(source):
        raise UsageError(f"{source} is a folder; onrecord.read_all({str(source)!r}) reads every page in it")
    page = next(intake.pages(str(source), settings=settings, published=day(published), outlet=outlet))
    if isinstance(page, PageError):
        raise page
    return shared(settings).read(page)


def is_folder(source: str | Path) -> bool:
    """Whether it names a folder. A name that can't be looked up does not: reading it says why."""
    try:
        return str(source) != "" and Path(source).is_dir()
    except (OSError, ValueError):
        return False


def read_all(
    source: str | Path, *, published: date | str | None = None, outlet: str | None = None
) -> Iterator[Reading | PageError]:
    """Read every page of a file or folder, in order; a page that can't be read comes back as its error."""
    settings = settings_room.load()
    return read_each(intake.pages(str(source), settings=settings, published=day(published), outlet=outlet), settings)


def open_record(location: str | Path | None = None, *, create: bool = True) -> Record:
    """Open a record: a folder (SQLite and the archived pages), made if it isn't there.

    Args:
        location: the folder; default: ``record`` of the settings (``ONRECORD_RECORD``, else ``./record``).
        create: make it where there is none.

    Raises:
        RecordError: it isn't there (with ``create=False``), is damaged, or was made by a newer Onrecord.
    """
    settings = settings_room.load()
    return Record(open_store(str(location or settings.record), create=create), settings)


def export(entries: Iterable[Entry], path: str | Path) -> int:
    """Write entries to a file, in the format that its name ends with (``.csv``, ``.json``, ``.jsonl``).

    Returns how many were written.

    Raises:
        UsageError: no such format, or the file can't be written.
    """
    return exports.export(entries, Path(path))


# ── the parts ────────────────────────────────────────────────────────────────


def clean(data: bytes | str, *, url: str | None = None) -> Article:
    """The article in a page: body, chrome, title, credits and the candidates for its date.

    Raises:
        PageError: it holds no article, or can't be read.
    """
    settings = settings_room.load()
    raw = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
    return shared(settings).clean(intake.page_from_bytes(raw, url or "the data given", settings=settings, url=url))


def statements(text: str, *, published: date | str | None = None) -> tuple[Statement, ...]:
    """Resolved statements with spans into ``text`` as it is given: nothing is cleaned."""
    return read_article(articles.article_from_text(text, published=day(published))).statements


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


def day(value: date | str | None) -> date | None:
    """A day from ``2017-10-31`` or a date.

    Raises:
        UsageError: it is neither.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is not a day; write it as 2017-10-31") from error
