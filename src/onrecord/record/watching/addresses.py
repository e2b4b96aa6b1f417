"""Addresses: wanted, held, or failed. What a killed run still wanted is there for the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, TypeAlias

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from onrecord.model import Stated
from onrecord.record import codec
from onrecord.record.captures.capturing import stored_time
from onrecord.record.engine import writing
from onrecord.record.schema import addresses

AGAIN = timedelta(minutes=15)
"""What was asked for less than this ago is not asked for again because a container still lists it."""
_BATCH = 500

Verdict: TypeAlias = Literal["new", "again", "asked lately", "failed lately"]
"""What became of a wish: asked for the first time, again; or left, since it was asked for, or failed, not long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to be had, and what is known of it beforehand.

    ``source`` is the container that lists it (None: a person named it), ``depth`` how many containers lead to it.
    ``listed`` is what the container says of its last change: something else than last time, and it is asked for again.
    """

    name: str
    kind: Literal["url", "file"] = "url"
    source: str | None = None
    depth: int = 0
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
    since: date | None = None
    listed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A page that is wanted, held or failed. Times are UTC; ``next_at`` is before when it need not be asked again."""

    number: int
    wanted: Wanted
    state: Literal["waiting", "held", "failed"]
    etag: str | None
    modified: str | None
    first_at: datetime
    asked_at: datetime | None
    next_at: datetime | None
    tries: int
    error: str | None
    problem: str | None


class Addresses:
    """The addresses of one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def want(self, wanted: Sequence[Wanted], *, at: datetime, patient: bool = False) -> list[Verdict]:
        """Have pages wait for being fetched; what a person names always waits, what is only listed not if it is fresh.

        Args:
            wanted: the pages.
            at: now.
            patient: ask less and less often for what is listed and doesn't change: each time after as long as it is
                known.
        """
        with writing(self._engine).begin() as connection:
            number = connection.scalar(select(func.coalesce(func.max(addresses.c.number), 0))) or 0
            verdicts = []
            for each in wanted:
                number += 1
                verdicts.append(_want(connection, each, number, stored_time(at), patient=patient))
        return verdicts

    def waiting(self, after: int, *, most: int) -> tuple[Address, ...]:
        """The next pages that wait, behind a number."""
        its = (addresses.c.state == "waiting", addresses.c.number > after)
        return self._all(select(addresses).where(*its).order_by(addresses.c.number).limit(most))

    def held(self, address: Address, *, at: datetime, etag: str | None = None, modified: str | None = None) -> None:
        """It was had: whatever failed before is forgotten."""
        self._set(address, state="held", etag=etag, modified=modified, asked_at=stored_time(at), tries=0,
                  next_at=None, error=None, problem=None)  # fmt: skip

    def failed(self, address: Address, error: Exception, *, at: datetime, next_at: datetime | None) -> None:
        """It could not be had."""
        self._set(
            address,
            state="failed",
            asked_at=stored_time(at),
            next_at=next_at and stored_time(next_at),
            tries=address.tries + 1,
            error=type(error).__name__,
            problem=codec.column(str(error)),
        )

    def fail(self, wanted: Wanted, error: Exception, *, at: datetime) -> None:
        """Note a file that could not be read, so that it is on the list."""
        self.want([wanted], at=at)
        self.failed(self._named(wanted.name), error, at=at, next_at=None)

    def forget(self, names: Iterable[str]) -> None:
        """Take files that could be read off the list."""
        with writing(self._engine).begin() as connection:
            for name in names:
                is_it = (addresses.c.name == codec.column(name), addresses.c.kind == "file")
                connection.execute(delete(addresses).where(*is_it))

    def failures(self) -> tuple[Address, ...]:
        """What could not be had, the first to fail first."""
        return self._all(select(addresses).where(addresses.c.state == "failed").order_by(addresses.c.number))

    def find(self, name: str) -> Address | None:
        """What is known of an address."""
        found = self._all(select(addresses).where(addresses.c.name == codec.column(name)))
        return found[0] if found else None

    def listed_in(self, container: str) -> Iterator[Wanted]:
        """What a container listed when it was looked into last; in batches, so that no transaction stays open."""
        after = 0
        its = (addresses.c.source == codec.column(container), addresses.c.state != "waiting")
        while found := self._all(
            select(addresses).where(*its, addresses.c.number > after).order_by(addresses.c.number).limit(_BATCH)
        ):
            after = found[-1].number
            yield from (each.wanted for each in found)

    def how_many_wait(self) -> int:
        """How many pages wait for being fetched."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).where(addresses.c.state == "waiting")) or 0

    def retry(self, failed: Iterable[Address]) -> None:
        """Have what failed wait for being fetched again."""
        with writing(self._engine).begin() as connection:
            number = connection.scalar(select(func.coalesce(func.max(addresses.c.number), 0))) or 0
            for place, address in enumerate(failed, number + 1):
                again = {"number": place, "state": "waiting", "next_at": None}
                is_it = (addresses.c.name == address.wanted.name, addresses.c.state == "failed")
                connection.execute(update(addresses).where(*is_it).values(again))

    def _named(self, name: str) -> Address:
        (found,) = self._all(select(addresses).where(addresses.c.name == codec.column(name)))
        return found

    def _set(self, address: Address, **values: Any) -> None:
        with writing(self._engine).begin() as connection:
            is_it = addresses.c.name == codec.column(address.wanted.name)
            connection.execute(update(addresses).where(is_it).values(values))

    def _all(self, query: Any) -> tuple[Address, ...]:
        with self._engine.connect() as connection:
            return tuple(_address(row) for row in connection.execute(query))


def _want(connection: Connection, wanted: Wanted, number: int, now: datetime, *, patient: bool) -> Verdict:
    name = codec.column(wanted.name)
    row = connection.execute(select(addresses).where(addresses.c.name == name)).one_or_none()
    wish = {
        "kind": wanted.kind,
        "source": codec.column(wanted.source),
        "depth": wanted.depth,
        "wish": codec.encode(wanted),
        "listed": codec.column(wanted.listed),
        "state": "waiting",
    }
    if row is None:
        first = {"number": number, "name": name, "first_at": now, "tries": 0}
        connection.execute(insert(addresses).values(**first, **wish))
        return "new"
    if wanted.source is not None and (fresh := _fresh(row, wanted, now, patient=patient)):
        return fresh
    if row.state != "waiting":
        wish |= {"number": number, "next_at": None}
    connection.execute(update(addresses).where(addresses.c.name == name).values(**wish))
    return "again"


def _fresh(row: Row[Any], wanted: Wanted, now: datetime, *, patient: bool) -> Verdict | None:
    """Why an address that is listed still, or once more, need not be asked for now."""
    if row.state == "failed":
        return "failed lately" if row.next_at is None or row.next_at > now else None
    if row.state == "waiting" or row.asked_at is None or row.listed != codec.column(wanted.listed):
        return None
    # a clock that was set back makes an age of nothing, not of less
    known_for = max(row.asked_at - row.first_at, timedelta(0)) if patient else timedelta(0)
    return "asked lately" if max(now - row.asked_at, timedelta(0)) < max(AGAIN, known_for) else None


def _address(row: Row[Any]) -> Address:
    return Address(
        number=row.number,
        wanted=_decode(row.wish),
        state=row.state,
        etag=row.etag,
        modified=row.modified,
        first_at=_utc(row.first_at),
        asked_at=row.asked_at and _utc(row.asked_at),
        next_at=row.next_at and _utc(row.next_at),
        tries=row.tries,
        error=row.error,
        problem=row.problem,
    )


def _utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


_decode = msgspec.json.Decoder(Wanted).decode
