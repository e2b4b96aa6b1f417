"""The store: SQLite, search, the archived pages. The one importer of SQL."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import UsageError
from onrecord.record.store import (
    Counts,
    Day,
    DueFilters,
    DueList,
    Failure,
    Redating,
    SearchFilters,
    SpeakerCount,
    State,
    Store,
)
from onrecord.record.watching import Address, Wanted, Watched

__all__ = [
    "Address",
    "Counts",
    "Day",
    "DueFilters",
    "DueList",
    "Failure",
    "Redating",
    "SearchFilters",
    "SpeakerCount",
    "State",
    "Store",
    "Wanted",
    "Watched",
    "open_store",
]


def open_store(location: str, *, create: bool) -> Store:
    """Open the record in a folder; ``create``: begin one where there is none.

    Raises:
        RecordMissing: there is none, and none is to be begun.
        RecordDamaged: what is there is no record of Onrecord.
        RecordNewer: a newer Onrecord made it.
        RecordError: it can't be opened: a read-only folder, a full disk, another process that holds it.
        UsageError: ``location`` is no folder's name.
    """
    from onrecord.record.sqlite import SqliteStore

    if not location or "://" in location or "\0" in location:
        raise UsageError(f"{location!r}: a record is a folder; name one")
    return SqliteStore.open(Path(location), create=create)
