"""What is watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, delete, insert, select, update

from onrecord.errors import NotInRecord
from onrecord.record import codec
from onrecord.record.captures.capturing import stored_time
from onrecord.record.engine import writing
from onrecord.record.schema import watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A feed, sitemap or page that is asked for every so often. ``failures``: how often it failed, in a row.

    ``since``: what it lists with an older day is left.
    """

    url: str
    outlet: str | None
    every: timedelta
    since: date | None
    added_at: datetime
    asked_at: datetime | None = None
    failures: int = 0
    problem: str | None = None


class Sources:
    """What is watched in one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, source: Watched) -> bool:
        """Watch something; False: it was watched already, and is now as given here."""
        given = {
            "outlet": codec.column(source.outlet),
            "every": int(source.every.total_seconds()),
            "since": source.since,
        }
        name = codec.column(source.url)
        with writing(self._engine).begin() as connection:
            if connection.execute(update(watched).where(watched.c.url == name).values(given)).rowcount:
                return False
            first = {"url": name, "added_at": stored_time(source.added_at), "failures": 0}
            connection.execute(insert(watched).values(**first, **given))
        return True

    def remove(self, url: str) -> None:
        """Watch something no longer; what was kept of it stays.

        Raises:
            NotInRecord: it isn't watched.
        """
        with writing(self._engine).begin() as connection:
            if not connection.execute(delete(watched).where(watched.c.url == codec.column(url))).rowcount:
                raise NotInRecord(f"{url}: not watched; `onrecord watch list` names what is")

    def all(self) -> tuple[Watched, ...]:
        """What is watched, the first added first."""
        with self._engine.connect() as connection:
            return tuple(_watched(row) for row in connection.execute(select(watched).order_by(watched.c.number)))

    def asked(self, url: str, *, at: datetime, problem: str | None) -> None:
        """Keep when it was asked for, and what came in the way, if anything did."""
        failures = 0 if problem is None else watched.c.failures + 1
        values = {"asked_at": stored_time(at), "problem": codec.column(problem), "failures": failures}
        with writing(self._engine).begin() as connection:
            connection.execute(update(watched).where(watched.c.url == codec.column(url)).values(values))


def _watched(row: Row[Any]) -> Watched:
    return Watched(
        url=row.url,
        outlet=row.outlet,
        every=timedelta(seconds=row.every),
        since=row.since,
        added_at=row.added_at.replace(tzinfo=UTC),
        asked_at=row.asked_at and row.asked_at.replace(tzinfo=UTC),
        failures=row.failures,
        problem=row.problem,
    )
