"""Calendar arithmetic on whole days, safe for every year from 1 to 9999.

Whatever would leave those years is None, never an error. Months are clamped: 31 January and one month is the
last day of February. Weeks run Monday to Sunday, seasons are meteorological (spring begins on 1 March; winter is
named by the year in which it begins), decades and centuries begin with the year that ends in 0.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, NamedTuple

MONTHS_IN: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
"""How many months a unit has: month, quarter, half, year, decade (E, as TIMEX3 has it), century."""
DAYS_IN: Final = {"D": 1, "W": 7}
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each meteorological season of the northern half of the earth begins."""
_IRANIAN_LEAPS: Final = (1, 5, 9, 13, 17, 22, 26, 30)
_MOST_DAYS: Final = date.max.toordinal()


class Days(NamedTuple):
    """Days ``[first, last]``, both inclusive."""

    first: date
    last: date


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day (31 February, year 0, year 99999)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def add_days(day: date, count: int) -> date | None:
    """``count`` days later (earlier where negative)."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= _MOST_DAYS else None


def add_months(day: date, count: int) -> date | None:
    """``count`` months later, clamped to the last day of the month reached."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: int, unit: str) -> date | None:
    """``count`` units later; units are the keys of ``DAYS_IN`` and ``MONTHS_IN``."""
    if unit in DAYS_IN:
        return add_days(day, count * DAYS_IN[unit])
    return add_months(day, count * MONTHS_IN[unit])


def month_days(year: int, month: int, months: int = 1) -> Days | None:
    """The days of ``months`` months from a month on; ``month`` may lie beyond 12 and counts on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = safe_date(year, month, 1)
    end_year, end_month = divmod(year * 12 + month - 1 + months - 1, 12)
    if first is None or not MINYEAR <= end_year <= MAXYEAR:
        return None
    return Days(first, date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1]))


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar; None before 1583, when that calendar was not yet in use.

    The anonymous algorithm printed in *Nature* (20 April 1876), as Meeus gives it in *Astronomical Algorithms*.
    """
    if not 1583 <= year <= MAXYEAR:
        return None
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, place: int) -> date | None:
    """The first (1) to fourth, or last (-1), such weekday (Monday is 1) of a month."""
    days = month_days(year, month)
    if days is None:
        return None
    if place < 0:
        return weekday_until(days.last, weekday)
    return add_days(days.first, (weekday - 1 - days.first.weekday()) % 7 + 7 * (place - 1))


def iranian_year(year: int) -> Days | None:
    """The days of a year of the Iranian solar calendar (1178 to 1633, that is 1799 to 2255); None outside it.

    Its new year is the spring equinox; in these years that comes to eight leap years in 33, as E. M. Reingold and
    N. Dershowitz give them in *Calendrical Calculations*. Year 1395 began on 20 March 2016.
    """
    if not 1178 <= year <= 1633:
        return None
    first = date(2016, 3, 20) + timedelta(days=365 * (year - 1395) + _leaps_before(year) - _leaps_before(1395))
    return Days(first, first + timedelta(days=364 + _leaps_before(year + 1) - _leaps_before(year)))


def _leaps_before(year: int) -> int:
    cycles, place = divmod(year, 33)
    return 8 * cycles + sum(leap < place for leap in _IRANIAN_LEAPS)


def iranian_year_of(day: date) -> Days | None:
    """The Iranian year that a day lies in."""
    for year in (day.year - 622, day.year - 621):
        days = iranian_year(year)
        if days and days.first <= day <= days.last:
            return days
    return None


def week_of(day: date) -> Days | None:
    """The week, Monday to Sunday, that a day lies in."""
    first = add_days(day, -day.weekday())
    last = add_days(day, 6 - day.weekday())
    return Days(first, last) if first and last else None


def iso_week(year: int, week: int) -> Days | None:
    """ISO week ``week`` of ``year``; None where the year has no such week."""
    if not MINYEAR <= year < MAXYEAR or not 1 <= week <= 53:
        return None
    monday = add_days(date(year, 1, 4), -date(year, 1, 4).weekday() + 7 * (week - 1))
    if monday is None or monday.isocalendar()[:2] != (year, week):
        return None
    return week_of(monday)


def season_days(year: int, season: str) -> Days | None:
    """The three months of a season (a key of ``SEASONS``)."""
    return month_days(year, SEASONS[season], 3)


def unit_of(day: date, unit: str) -> Days | None:
    """The calendar unit that a day lies in: ``unit`` as for `add`."""
    if unit == "D":
        return Days(day, day)
    if unit == "W":
        return week_of(day)
    months = MONTHS_IN[unit]
    index = day.year * 12 + day.month - 1
    index -= index % months
    if index < 12:  # the first decade and century would begin in year 0
        return None
    return month_days(index // 12, index % 12 + 1, months)


def shifted_unit(day: date, count: int, unit: str) -> Days | None:
    """The calendar unit ``count`` units after the one that ``day`` lies in (0: that one); J is an Iranian year."""
    if unit == "J":
        iranian = iranian_year_of(day)
        return iranian_year(iranian.first.year - 621 + count) if iranian else None
    here = unit_of(day, unit)
    there = add(here.first, count, unit) if here else None
    return unit_of(there, unit) if there else None


def weekend_of(day: date) -> Days | None:
    """The Saturday and Sunday of the week that a day lies in."""
    week = week_of(day)
    return Days(week.last - timedelta(days=1), week.last) if week else None


def weekday_after(day: date, weekday: int) -> date | None:
    """The first such weekday (Monday is 1) strictly after a day."""
    return add_days(day, (weekday - 1 - day.weekday() - 1) % 7 + 1)


def weekday_until(day: date, weekday: int) -> date | None:
    """The last such weekday (Monday is 1) on or before a day."""
    return add_days(day, -((day.weekday() - (weekday - 1)) % 7))
