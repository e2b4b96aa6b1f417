"""Days as people write them in a filter: ``2017``, ``2017-10``, ``2017-10-31``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from onrecord.errors import QueryError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


def first_day(day: date | str) -> date:
    """The first day of what was written.

    Raises:
        QueryError: it is no day, month or year.
    """
    return _bounds(day)[0]


def last_day(day: date | str) -> date:
    """The last day of what was written.

    Raises:
        QueryError: it is no day, month or year.
    """
    return _bounds(day)[1]


def day_before(day: date | str) -> date:
    """The last day that is before what was written.

    Raises:
        QueryError: it is no day, month or year, or the first one that there is.
    """
    first = first_day(day)
    if first == date.min:
        raise QueryError(f"there is no day before {first.isoformat()}")
    return first - timedelta(days=1)


def in_order(first: date | None, last: date | None) -> None:
    """Refuse a range that holds no day.

    Raises:
        QueryError: it ends before it begins.
    """
    if first is not None and last is not None and last < first:
        raise QueryError(f"from {first.isoformat()} to {last.isoformat()} there is no day: the range ends too early")


def _bounds(day: date | str) -> tuple[date, date]:
    if isinstance(day, datetime):
        return day.date(), day.date()
    if isinstance(day, date):
        return day, day
    match = _DAY.fullmatch(day.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day_of_month = (int(part) if part else None for part in match.groups())
        return _written(year or 0, month, day_of_month)
    except ValueError:
        raise QueryError(f"{day!r} is no day: write it as 2017-10-31, 2017-10 or 2017") from None


def _written(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
