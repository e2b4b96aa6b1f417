"""What falls due: expectations by their windows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, exists, or_, select

from onrecord.model import EXPECTATION_KINDS, Entry
from onrecord.record.asking import days
from onrecord.record.asking.lookup import entries
from onrecord.record.asking.narrowing import by_kind, by_outlet, by_speaker, check, not_negative
from onrecord.record.schema import statements
from onrecord.record.store import DueFilters, DueList

_s = statements.c
_fuller = statements.alias("fuller")


def _no_later(first: Column[date], last: Column[date]) -> ColumnElement[bool]:
    return or_(first.is_(None), last.is_(None), first <= last)


# what is told again counts once, by its fullest wording, if their windows meet ("in a couple of months" in "one or two
# months"): two wordings that are wrongly taken for one claim must not hide a day
_TOLD_ELSEWHERE = exists().where(
    _fuller.c.article == _s.article,
    _fuller.c.revision == _s.revision,
    _fuller.c.id == _s.restates,
    _fuller.c.id != _s.id,
    _fuller.c.has_due,
    _fuller.c.kind.in_(sorted(EXPECTATION_KINDS)),
    _no_later(_fuller.c.due_earliest, _s.due_latest),
    _no_later(_s.due_earliest, _fuller.c.due_latest),
    _fuller.c.restates.is_(None),
)
_UNDATED = _s.due_earliest.is_(None) & _s.due_latest.is_(None)
_FIRST_DUE = (_s.due_latest, _s.due_earliest, _s.id, _s.article)
_FIRST_SAID = (_s.said_earliest.is_(None), _s.said_earliest, _s.id, _s.article)


class Due:
    """Finds what falls due."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list(self, filters: DueFilters, spelled: Sequence[str] = ()) -> DueList:
        """The expectations, apart by what is known of their windows; the speaker's under these spellings, too."""
        check(filters, DueFilters)
        first, last = _range(filters)
        ends_in_range = [_s.due_latest.is_not(None), *([_s.due_latest >= first] if first else [])]
        ends_in_range += [_s.due_latest <= last] if last else []
        begun = [_s.due_earliest <= last] if last else []
        with self._engine.connect() as connection:
            listing = _Listing(connection, filters, spelled)
            return DueList(
                dated=listing.of(*ends_in_range, order=_FIRST_DUE),
                open=listing.of(
                    _s.due_latest.is_(None),
                    _s.due_earliest.is_not(None),
                    *begun,
                    order=(_s.due_earliest, *_FIRST_DUE[2:]),
                ),
                vague=listing.of(_UNDATED, _s.due_vague, order=_FIRST_SAID),
                undated=listing.of(_UNDATED, ~_s.due_vague, order=_FIRST_SAID),
                past=listing.of(_s.due_latest < first, order=(_s.due_latest.desc(), *_FIRST_DUE[1:])) if first else (),
            )


class _Listing:
    """One due list being made: one connection, so that its parts belong together."""

    def __init__(self, connection: Connection, filters: DueFilters, spelled: Sequence[str]) -> None:
        self._connection = connection
        narrowed = by_kind(filters.get("kind"), filters.get("stance"))
        narrowed += by_speaker(filters.get("speaker"), spelled) + by_outlet(filters.get("outlet"))
        expected = (_s.is_current, _s.has_due, _s.kind.in_(sorted(EXPECTATION_KINDS)), ~_TOLD_ELSEWHERE)
        limit = not_negative(filters.get("limit"), "limit")
        self._expected = select(_s.number).where(*expected, *narrowed).limit(limit)

    def of(self, *where: Any, order: tuple[Any, ...]) -> tuple[Entry, ...]:
        numbers = list(self._connection.scalars(self._expected.where(*where).order_by(*order)))
        found = entries(self._connection, numbers)
        return tuple(found[number] for number in numbers)


def _range(filters: DueFilters) -> tuple[date | None, date | None]:
    since, until, before = filters.get("since"), filters.get("until"), filters.get("before")
    first = None if since is None else days.first_day(since)
    lasts = [] if until is None else [days.last_day(until)]
    if before is not None:
        lasts.append(days.day_before(before))
    last = min(lasts, default=None)
    days.in_order(first, last)
    return first, last
