"""Captures: pages archived, found again, waiting to be read, or not readable."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, Row, exists, func, insert, select, update
from sqlalchemy.orm import aliased
from sqlalchemy.sql import Select

from onrecord.errors import NotInRecord, RecordDamaged
from onrecord.model import Capture, Page
from onrecord.record import codec
from onrecord.record.captures import warc
from onrecord.record.captures.addressing import is_own
from onrecord.record.captures.archive import Archive, Place
from onrecord.record.engine import writing
from onrecord.record.schema import captures
from onrecord.record.store import Failure

_BATCH = 500


def stored_time(at: datetime) -> datetime:
    """A time as the database keeps it: UTC, without saying so. A time without a zone is taken for UTC."""
    return at if at.tzinfo is None else at.astimezone(UTC).replace(tzinfo=None)


def key_of(capture: Capture) -> str:
    """What a capture is called in the tables: what arrived, and when."""
    return f"{source_of(capture)}-{stored_time(capture.captured_at):%Y%m%dT%H%M%S%f}"


def source_of(capture: Capture) -> str:
    """What makes two pages the same one: their bytes and where they came from, not the file's name."""
    published = capture.published and capture.published.isoformat()
    parts: tuple[Any, ...] = (capture.digest, capture.format, capture.encoding, capture.url, published, capture.outlet)
    if capture.stated is not None:  # captures without it keep the keys that they were stored under
        parts += (codec.encode(capture.stated),)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


class Captures:
    """The captures of one record."""

    def __init__(self, engine: Engine, archive: Archive) -> None:
        self._engine = engine
        self._archive = archive

    def archive(self, page: Page) -> Capture:
        """Keep the page's bytes; the same page again gives the same capture."""
        capture = _capture(page)
        # a page that doesn't say when it was captured is one that is held already, if there is one
        same = captures.c.source == source_of(capture) if page.captured_at is None else _is(capture)
        with self._archive.locked():
            held, known_bytes = self._first(same), self._holds_bytes(capture.digest)
            if held is not None:
                return held
            place = self._archive.append(warc.member(capture, None if known_bytes else page.data))
            with writing(self._engine).begin() as connection:
                _insert(connection, capture, place, holds_bytes=not known_bytes)
        return capture

    def mend(self) -> None:
        """Take in what a crash left in the archive but not in the database. The archive has to be locked."""
        ends = select(captures.c.file, func.max(captures.c.offset + captures.c.length)).group_by(captures.c.file)
        with self._engine.connect() as connection:
            known = dict(connection.execute(ends).all())
        for place, stored in self._archive.mend(known):
            capture, data = warc.parse(stored)
            if self._first(_is(capture)) is None:
                with writing(self._engine).begin() as connection:
                    _insert(connection, capture, place, holds_bytes=data is not None)

    def all(self) -> Iterator[Capture]:
        """Every capture, the earliest first; read in batches, so that no transaction stays open meanwhile."""
        ordered = _ordered(captures.c.capture).limit(_BATCH)
        at = 0
        while True:
            with self._engine.connect() as connection:
                rows = connection.scalars(ordered.offset(at)).all()
            yield from map(codec.capture, rows)
            at += len(rows)
            if len(rows) < _BATCH:
                return

    def pending(self) -> tuple[Capture, ...]:
        """Captures archived but not yet read."""
        with self._engine.connect() as connection:
            rows = connection.scalars(_ordered(captures.c.capture).where(captures.c.state == "pending"))
            return tuple(map(codec.capture, rows))

    def page(self, capture: Capture | str) -> Page:
        """The page as it arrived."""
        found = self._find(capture)
        with self._engine.connect() as connection:
            bytes_of = select(captures).where(captures.c.digest == found.digest, captures.c.holds_bytes)
            row = connection.execute(bytes_of).one()
        return Page(
            data=self._bytes(row),
            name=found.name,
            format=found.format,
            encoding=found.encoding,
            url=found.url,
            captured_at=found.captured_at,
            published=found.published,
            outlet=found.outlet,
            stated=found.stated,
            route=found.route,
        )

    def fail(self, capture: Capture, error: Exception) -> None:
        """Keep why a capture could not be read."""
        values = {"state": "failed", "error": type(error).__name__, "problem": codec.column(str(error))}
        with writing(self._engine).begin() as connection:
            # what was read once stays read: its article is here
            state = connection.scalar(select(captures.c.state).where(_is(capture)))
            if state is None:
                raise NotInRecord(f"{capture.name}: this page was never archived here")
            if state != "read":
                connection.execute(update(captures).where(_is(capture)).values(values))

    def failures(self) -> tuple[Failure, ...]:
        """The captures that could not be read, and of whose address no later one could."""
        columns = (captures.c.capture, captures.c.error, captures.c.problem)
        later = aliased(captures)
        read_later = exists().where(
            later.c.url == captures.c.url, later.c.captured_at > captures.c.captured_at, later.c.state == "read"
        )
        with self._engine.connect() as connection:
            rows = connection.execute(_ordered(*columns).where(captures.c.state == "failed", ~read_later))
            return tuple(
                Failure(capture=codec.capture(stored), error=error, problem=problem) for stored, error, problem in rows
            )

    def again(self, failure: Failure) -> None:
        """Have a capture that could not be read wait for being read again."""
        waits = {"state": "pending", "error": None, "problem": None}
        with writing(self._engine).begin() as connection:
            failed = (_is(failure.capture), captures.c.state == "failed")
            connection.execute(update(captures).where(*failed).values(waits))

    def is_latest(self, page: Page) -> bool:
        """Whether the newest capture of a page's address is this very page."""
        newest = None if page.url is None else self.latest(page.url)
        return newest is not None and source_of(newest) == source_of(_capture(page))

    def has_own_form_of(self, page: Page) -> bool:
        """Whether a page comes from another address than it goes by, and that one's own page is held."""
        if page.url is None or is_own(page):
            return False
        its = select(captures.c.capture).where(captures.c.url == codec.column(page.url))
        with self._engine.connect() as connection:
            return any(is_own(codec.capture(stored)) for stored in connection.scalars(its))

    def latest(self, url: str) -> Capture | None:
        """The newest capture of an address."""
        newest = (captures.c.captured_at.desc(), captures.c.key.desc())
        with self._engine.connect() as connection:
            its = select(captures.c.capture).where(captures.c.url == codec.column(url)).order_by(*newest).limit(1)
            stored = connection.scalar(its)
        return None if stored is None else codec.capture(stored)

    def by_key(self, key: str) -> Capture:
        """A capture by its key."""
        with self._engine.connect() as connection:
            stored = connection.execute(select(captures.c.capture).where(captures.c.key == key))
            return codec.capture(stored.scalar_one())

    def _first(self, where: ColumnElement[bool]) -> Capture | None:
        with self._engine.connect() as connection:
            stored = connection.scalar(_ordered(captures.c.capture).where(where).limit(1))
        return None if stored is None else codec.capture(stored)

    def _holds_bytes(self, digest: str) -> bool:
        with self._engine.connect() as connection:
            bytes_of = select(captures.c.key).where(captures.c.digest == digest, captures.c.holds_bytes)
            return connection.scalar(bytes_of) is not None

    def _find(self, capture: Capture | str) -> Capture:
        if isinstance(capture, Capture):
            name, where = capture.name, _is(capture)
        else:
            name, where = capture, captures.c.digest == capture
        found = self._first(where)
        if found is None:
            raise NotInRecord(f"{name}: no such capture in the record")
        return found

    def _bytes(self, row: Row[Any]) -> bytes:
        place = Place(file=row.file, offset=row.offset, length=row.length)
        _, data = warc.parse(self._archive.read(place))
        if data is None or warc.digest_of(data) != row.digest:
            at = f"captures/{place.file}, byte {place.offset}"
            raise RecordDamaged(f"{at}: not the bytes that were archived; restore it from a backup")
        return data


def _capture(page: Page) -> Capture:
    at = page.captured_at or datetime.now(UTC)
    return Capture(
        digest=warc.digest_of(page.data),
        name=codec.storable(page.name),
        format=page.format,
        encoding=page.encoding,
        url=page.url and codec.storable(page.url),
        captured_at=at if at.tzinfo else at.replace(tzinfo=UTC),
        published=page.published,
        outlet=page.outlet and codec.storable(page.outlet),
        stated=page.stated and codec.stated(codec.encode(page.stated)),
        route=page.route and codec.route(codec.encode(page.route)),
    )


def _is(capture: Capture) -> ColumnElement[bool]:
    return captures.c.key == key_of(capture)


def _ordered(*columns: Column[Any]) -> Select[Any]:
    return select(*columns).order_by(captures.c.captured_at, captures.c.key)


def _insert(connection: Connection, capture: Capture, place: Place, *, holds_bytes: bool) -> None:
    connection.execute(
        insert(captures).values(
            key=key_of(capture),
            source=source_of(capture),
            digest=capture.digest,
            captured_at=stored_time(capture.captured_at),
            file=place.file,
            offset=place.offset,
            length=place.length,
            holds_bytes=holds_bytes,
            state="pending",
            capture=codec.encode(capture),
            url=codec.column(capture.url),
        )
    )
