"""The public verbs. The parts that need only one stage are in ``parts``, which loads every stage's libraries."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from datetime import date
from itertools import islice
from pathlib import Path

from onrecord import exports, intake
from onrecord import settings as settings_room
from onrecord.errors import PageError, UsageError
from onrecord.model import Entry, Page, Reading
from onrecord.pipeline.arriving import readable
from onrecord.pipeline.face import Record
from onrecord.pipeline.given import day, is_folder
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
        UsageError: ``source`` holds several pages, or ``published`` is no date.
    """
    settings = settings_room.load()
    if isinstance(source, Page):
        return shared(settings).read(source)
    if is_folder(source):
        raise UsageError(f"{source} is a folder; onrecord.read_all({str(source)!r}) reads every page in it")
    found = intake.pages(str(source), settings=settings, published=day(published), outlet=outlet)
    page, *more = islice(readable(found), 2)
    if more:
        raise UsageError(f"{source} holds several pages; onrecord.read_all({str(source)!r}) reads each of them")
    if isinstance(page, PageError):
        raise page
    return shared(settings).read(page)


def read_all(
    source: str | Path, *, published: date | str | None = None, outlet: str | None = None
) -> Generator[Reading | PageError]:
    """Read every page of a file or folder, in order; a page that can't be read comes back as its error."""
    settings = settings_room.load()
    found = intake.pages(str(source), settings=settings, published=day(published), outlet=outlet)
    return read_each(readable(found), settings)


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
