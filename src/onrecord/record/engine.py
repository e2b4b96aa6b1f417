"""The database file: how it is opened, and what its errors mean to the person at the keyboard."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from onrecord.errors import QueryError, RecordDamaged, RecordError

BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing."""

_READ_ONLY = "it can't be written to: mind its permissions and those of its folder; nothing was changed"
_FULL = "the disk is full: what was acknowledged is safe, the last change was not made; make room and run it again"
_DAMAGED = "the database is damaged: keep a copy of the folder; the pages in captures/ are apart from it"
_BUSY = "another process is writing to it; nothing was changed; run it again when that one is done"

_MEANINGS: dict[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_READONLY: (RecordError, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (RecordError, f"the database can't be opened; {_READ_ONLY}"),
    sqlite3.SQLITE_PERM: (RecordError, _READ_ONLY),
    sqlite3.SQLITE_FULL: (RecordError, _FULL),
    sqlite3.SQLITE_BUSY: (RecordError, _BUSY),
    sqlite3.SQLITE_LOCKED: (RecordError, _BUSY),
    sqlite3.SQLITE_NOTADB: (RecordDamaged, "record.db is not a database of Onrecord; move it away or restore it"),
    sqlite3.SQLITE_CORRUPT: (RecordDamaged, _DAMAGED),
    sqlite3.SQLITE_IOERR: (RecordError, "the disk gives errors: what was acknowledged was written; check the disk"),
}
_FILE_MEANINGS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


def open_engine(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine whose errors are ``RecordError``. Transactions begin as reading ones; see ``writing``."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_seconds})
    event.listen(engine, "connect", partial(_prepare, str(path.parent)))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", partial(_translate, str(path.parent)))
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for changes: each transaction takes the write lock at once, so that it can't fail halfway."""
    return engine.execution_options(writes=True)


def meaning(location: str, error: sqlite3.Error | OSError) -> RecordError:
    """What a database's or file's error means, with what is safe and what to do."""
    if isinstance(error, OSError):
        otherwise = f"can't be used ({error.strerror or error}); nothing was changed; choose another folder"
        return RecordError(f"{location}: {_FILE_MEANINGS.get(error.errno or 0, otherwise)}")
    if "fts5" in str(error):
        return QueryError(f"this search can't be understood ({error})")
    # the low byte of an extended result code is the primary one
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind, says = _MEANINGS.get(code, (RecordError, f"the database refused ({error}); nothing was changed"))
    return kind(f"{location}: {says}")


@contextmanager
def explained(location: str) -> Iterator[None]:
    """Errors of files, told as ``RecordError``."""
    try:
        yield
    except OSError as error:
        raise meaning(location, error) from error


def _prepare(location: str, connection: Any, _record: object) -> None:
    run: Callable[[str], object] = connection.execute
    # SQLAlchemy begins the transactions: the driver's own habit is to begin them late, and only for some
    connection.isolation_level = None
    try:
        run("PRAGMA journal_mode = WAL")
        # FULL: a commit that was acknowledged outlives a loss of power, not only a killed process
        run("PRAGMA synchronous = FULL")
    except sqlite3.Error as error:
        raise meaning(location, error) from error


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _translate(location: str, context: ExceptionContext) -> RecordError | None:
    error = context.original_exception
    return meaning(location, error) if isinstance(error, sqlite3.Error) else None
