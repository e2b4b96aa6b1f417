"""The public verbs. The parts that need only one stage are in ``parts``, which loads every stage's libraries."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

from onrecord import exports
from onrecord import settings as settings_room
from onrecord.errors import PageEmpty, PageError, UsageError
from onrecord.model import Entry, Page, Reading
from onrecord.pipeline.face import Record
from onrecord.pipeline.gathering import Named, Order, Passed
from onrecord.pipeline.gathering.passing import passing
from onrecord.pipeline.given import day, is_folder
from onrecord.pipeline.worker import read_each, shared
from onrecord.record import open_store
from onrecord.settings import Settings


def read(source: str | Path | Page, *, published: date | str | None = None, outlet: str | None = None) -> Reading:
    """Read one page: its article and its statements.

    Args:
        source: a path, a web address, ``-`` for standard input, or a ``Page``.
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
    named = Named(name=str(source), published=day(published), outlet=outlet)
    with closing(passing(Order(sources=(named,), follow=False), settings)) as found:
        pages = list(islice((each for each in found if not isinstance(each, Passed)), 2))
    if not pages:
        raise PageEmpty(named.name, "no page in it, only links; onrecord.read_all(…) reads what they lead to")
    page, *more = pages
    if more:
        raise UsageError(f"{source} holds several pages; onrecord.read_all({str(source)!r}) reads each of them")
    if isinstance(page, PageError):
        raise page
    return shared(settings).read(page)


def read_all(
    source: str | Path, *, published: date | str | None = None, outlet: str | None = None
) -> Generator[Reading | PageError]:
    """Read every page of a file, folder or web address; a page that can't be read comes back as its error.

    What a feed or another list links to is fetched where the list itself was; ``read_order`` says more, and more of it.
    """
    named = Named(name=str(source), published=day(published), outlet=outlet)
    with closing(read_order(Order(sources=(named,)), settings_room.load())) as outcomes:
        yield from (each for each in outcomes if not isinstance(each, Passed))


def read_order(order: Order, settings: Settings) -> Generator[Reading | PageError | Passed]:
    """Read all that is ordered, and tell what was passed over; nothing is kept."""
    return read_each(passing(order, settings), settings)


def open_record(location: str | Path | None = None, *, create: bool = True, settings: Settings | None = None) -> Record:
    """Open a record: a folder (SQLite and the archived pages), made if it isn't there.

    Args:
        location: the folder; default: ``record`` of the settings (``ONRECORD_RECORD``, else ``./record``).
        create: make it where there is none.
        settings: default: those of the working folder.

    Raises:
        RecordError: it isn't there (with ``create=False``), is damaged, or was made by a newer Onrecord.
    """
    settings = settings or settings_room.load()
    return Record(open_store(str(location or settings.record), create=create), settings)


def export(entries: Iterable[Entry], path: str | Path) -> int:
    """Write entries to a file, in the format that its name ends with (``.csv``, ``.json``, ``.jsonl``).

    Returns how many were written.

    Raises:
        UsageError: no such format, or the file can't be written.
    """
    return exports.export(entries, Path(path))
