"""Symbolic time values (TIMEX3 written, and a little more) and the days that they stand for.

The notation is laid down in `onrecord.moments.windows`; this module reads one *atom* of it (``2017-11``,
``XXXX-11-18``, ``W+1-2``) or one *offset* (``P1M``). All of it is pure and never raises on a malformed value:
what can't be read or leaves the years 1 to 9999 is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from onrecord.moments.calendar import (
    SEASONS,
    Days,
    add,
    add_days,
    add_months,
    easter,
    iranian_year,
    iso_week,
    month_days,
    nth_weekday,
    safe_date,
    season_days,
    shifted_unit,
    weekday_after,
    weekday_until,
    weekend_of,
)

Mode: TypeAlias = Literal["next", "beginning", "last", "nearest"]
"""Which of the days that a partial value may mean: the next one (not over yet), the next that has yet to begin,
the last one (begun on or before the day), or the one nearest to it."""

_ATOM: Final = re.compile(
    r"(?P<head>XXXX|\d{2,4}|J\d{4}|[YMWQHDECJ][+-]\d{1,5})"
    r"(?:-(?P<rest>(?:\d\d|XX)-\d\d|W(?:\d\d|XX)(?:-(?:[1-7]|WE))?|Q[1-4]|H[12]|SP|SU|FA|WI|WE|EASTER(?:[+-]\d\d?)?"
    r"|\d\d-[1-4L](?:MO|TU|WE|TH|FR|SA|SU)|\d\d?))?"
    r"(?:-(?P<part>EARLY|MID|LATE|BEGIN|END))?(?:T[\w:]+)?",
    re.ASCII,
)
_OFFSET: Final = re.compile(
    r"P(?=\d|T\d)(?:(?P<E>\d{1,5})E)?(?:(?P<Y>\d{1,5})Y)?(?:(?P<Q>\d{1,5})Q)?(?:(?P<M>\d{1,5})M)?(?:(?P<W>\d{1,5})W)?"
    r"(?:(?P<D>\d{1,6})D)?(?:T(?:(?P<h>\d{1,6})H)?(?:(?P<m>\d{1,6})M)?(?:(?P<s>\d{1,6})S)?)?",
    re.ASCII,
)
_EITHER: Final[tuple[Mode, Mode]] = ("last", "next")
_WEEKDAY_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_OF_A_MONTH: Final = 365.2425 / 12
_YEARS_AROUND: Final = 9
"""29 February comes back after eight years at most."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One value taken apart: what leads it, what follows, and the part of it that is meant."""

    head: str
    rest: str
    part: str

    @property
    def partial(self) -> bool:
        """It lacks its year, so that several days fit."""
        return self.head == "XXXX"

    @property
    def relative(self) -> bool:
        """It counts from the day of speaking ("next month")."""
        return self.head[1] in "+-"

    @property
    def deictic(self) -> bool:
        """It names the unit that holds the day of speaking ("this month"), so that only the rest of it counts."""
        return self.relative and self.head[1:] in {"+0", "-0"}


@lru_cache(maxsize=4096)
def parse(value: str) -> Atom | None:
    """One atom, or None where the value is none."""
    match = _ATOM.fullmatch(value)
    return Atom(match["head"], match["rest"] or "", match["part"] or "") if match else None


def days_of(atom: Atom, day: date | None, mode: Mode = "next") -> Days | None:
    """The days that an atom stands for, seen from ``day``; None where they can't be known."""
    if atom.partial:
        return _chosen(atom, day, mode) if day else None
    if atom.relative:
        return _part(_relative(atom, day), atom) if day else None
    return _part(_fixed(atom.head, atom.rest), atom)


def offset(value: str, day: date, *, up: bool = False) -> date | None:
    """The day ``value`` (``P1M``) after a day; part-days count as a whole one where ``up``, else as none."""
    match = _OFFSET.fullmatch(value)
    if match is None:
        return None
    there: date | None = day
    for unit in "EYQMWD":
        if there and match[unit]:
            there = add(there, int(match[unit]), unit)
    seconds = int(match["h"] or 0) * 3600 + int(match["m"] or 0) * 60 + int(match["s"] or 0)
    return add_days(there, -(-seconds // 86_400) if up else seconds // 86_400) if there else None


def is_offset(value: str) -> bool:
    """Whether a value is a length of time from the day of speaking."""
    return _OFFSET.fullmatch(value) is not None


# ── fixed and relative ones ──────────────────────────────────────────────────


def _fixed(head: str, rest: str) -> Days | None:
    if head[0] == "J":
        return iranian_year(int(head[1:])) if not rest else None
    number = int(head)
    if len(head) == 4:
        return _in_year(number, rest)
    years = 10 if len(head) == 3 else 100
    first, last = safe_date(number * years, 1, 1), safe_date(number * years + years - 1, 12, 31)
    return Days(first, last) if first and last and not rest else None


def _relative(atom: Atom, day: date) -> Days | None:
    unit = shifted_unit(day, int(atom.head[1:]), atom.head[0])
    if unit is None or not atom.rest:
        return unit
    if atom.head[0] == "Y":
        return _in_year(unit.first.year, atom.rest)
    if atom.head[0] == "M":
        return _one(safe_date(unit.first.year, unit.first.month, int(atom.rest))) if atom.rest.isdigit() else None
    return _in_week(unit, atom.rest) if atom.head[0] == "W" else None


def _in_year(year: int, rest: str) -> Days | None:
    if not rest:
        return month_days(year, 1, 12)
    if rest in SEASONS:
        return season_days(year, rest)
    if rest[0] == "Q":
        return month_days(year, 3 * int(rest[1]) - 2, 3)
    if rest[0] == "H":
        return month_days(year, 6 * int(rest[1]) - 5, 6)
    if rest.startswith("EASTER") or (rest[0].isdigit() and rest[-2:] in _WEEKDAY_CODES):
        return _one(_feast(year, rest))
    return _week_of_year(year, rest) if rest[0] == "W" else _month_of_year(year, rest)


def _feast(year: int, rest: str) -> date | None:
    """A holiday that a rule sets: so many days from Easter, or a weekday of a month."""
    if rest.startswith("EASTER"):
        sunday = easter(year)
        return add_days(sunday, int(rest[6:] or 0)) if sunday else None
    month, _, place = rest.partition("-")
    weekday = _WEEKDAY_CODES.index(place[1:]) + 1
    return nth_weekday(year, int(month), weekday, -1 if place[0] == "L" else int(place[0]))


def _month_of_year(year: int, rest: str) -> Days | None:
    month, _, day = rest.partition("-")
    if len(month) != 2 or not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    return _one(safe_date(year, int(month), int(day))) if day else month_days(year, int(month))


def _week_of_year(year: int, rest: str) -> Days | None:
    week, _, inside = rest[1:].partition("-")
    found = iso_week(year, int(week)) if week.isdigit() else None
    return _in_week(found, inside) if found else None


def _in_week(week: Days, inside: str) -> Days | None:
    if not inside:
        return week
    if inside == "WE":
        return weekend_of(week.first)
    return _one(week.first + timedelta(days=int(inside) - 1)) if inside in "1234567" else None


def _one(day: date | None) -> Days | None:
    return Days(day, day) if day else None


# ── parts ────────────────────────────────────────────────────────────────────


def _part(whole: Days | None, atom: Atom) -> Days | None:
    """Early, mid, late, the beginning or the end of it, by the table in TERMS."""
    if whole is None or not atom.part:
        return whole
    length = (whole.last - whole.first).days + 1
    if length <= 7:
        return _part_of_week(whole, atom.part)
    if length <= 31:
        return _part_of_month(whole, atom.part)
    return _part_of_months(whole, atom.part)


def _part_of_week(week: Days, part: str) -> Days:
    middle = week.first + timedelta(days=min(2, (week.last - week.first).days))
    if part in {"EARLY", "BEGIN"}:
        return Days(week.first, middle)
    return week if part == "MID" else Days(min(middle + timedelta(days=1), week.last), week.last)


def _part_of_month(month: Days, part: str) -> Days:
    first, last = {"EARLY": (1, 10), "BEGIN": (1, 10), "MID": (11, 20)}.get(part, (21, month.last.day))
    return Days(month.first.replace(day=first), month.first.replace(day=last))


def _part_of_months(whole: Days, part: str) -> Days | None:
    """Thirds of a longer unit; its beginning and end are its first and last month (of decades: year)."""
    months = round(((whole.last - whole.first).days + 1) / _DAYS_OF_A_MONTH)
    edge = 1 if months <= 12 else months // 10
    third = max(1, months // 3)
    start, count = {
        "BEGIN": (0, edge),
        "END": (months - edge, edge),
        "EARLY": (0, third),
        "MID": (third, months - 2 * third),
        "LATE": (months - third, third),
    }[part]
    first, after = add_months(whole.first, start), add_months(whole.first, start + count)
    last = add_days(after, -1) if after and start + count < months else whole.last
    return Days(first, last) if first and last else None


# ── partial ones ─────────────────────────────────────────────────────────────


def readings(atom: Atom, day: date) -> tuple[Days, ...]:
    """All that a partial value may mean in the years around a day (weekdays: the last and the next one)."""
    if _names_weekday(atom):
        days = (_one(_weekday(int(atom.rest[-1]), day, mode)) for mode in _EITHER)
        return tuple(d for d in days if d)
    return tuple(_fitting(atom, day))


def _names_weekday(atom: Atom) -> bool:
    return atom.rest.startswith("WXX-") and atom.rest[-1].isdigit()


def _chosen(atom: Atom, day: date, mode: Mode) -> Days | None:
    if _names_weekday(atom):
        weekday = int(atom.rest[-1])
        if atom.part == "LATE" and day.isoweekday() == weekday:
            return _one(day)  # "later on Friday", said on a Friday
        return _one(_weekday(weekday, day, mode))
    fitting = _fitting(atom, day)
    if mode == "last":
        return max((d for d in fitting if d.first <= day), default=None)
    if mode == "nearest":
        return min(fitting, key=lambda d: gap(d, day), default=None)
    if mode == "beginning":
        return min((d for d in fitting if d.first > day), default=None)
    return min((d for d in fitting if d.last >= day), default=None)


def gap(days: Days, day: date) -> int:
    """How many days lie between a day and a stretch of days; 0 inside it."""
    return max((days.first - day).days, (day - days.last).days, 0)


def _weekday(weekday: int, day: date, mode: Mode) -> date | None:
    return weekday_until(day, weekday) if mode in {"last", "nearest"} else weekday_after(day, weekday)


def _fitting(atom: Atom, day: date) -> Iterator[Days]:
    """The days that fit a partial value in the years around a day."""
    if atom.rest == "WXX-WE":
        found = (weekend_of(d) for d in (add_days(day, 7 * n) for n in range(-1, 2)) if d)
    elif atom.rest.startswith("XX-"):
        number = int(atom.rest[3:])
        months = (month_days(day.year, day.month + n) for n in range(-12, 13))
        found = (_one(safe_date(m.first.year, m.first.month, number)) for m in months if m)
    elif atom.rest and not atom.rest.startswith(("WE", "WXX")) and not re.match(r"W\d", atom.rest):
        years = range(day.year - _YEARS_AROUND, day.year + _YEARS_AROUND + 1)
        found = (_part(_in_year(year, atom.rest), atom) for year in years)
    else:
        return
    yield from (days for days in found if days)
