"""Days, months, weeks and seasons at the edges of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments import calendar

UNITS = ["D", "W", "M", "Q", "H", "Y", "E", "C"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2017, 10, 31), 1, date(2017, 11, 30)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2017, 12, 15), 1, date(2018, 1, 15)),
        (date(2018, 1, 15), -1, date(2017, 12, 15)),
        (date(9999, 12, 1), 1, None),
        (date(1, 1, 1), -1, None),
    ],
)
def test_months_are_clamped_and_safe(day: date, months: int, expected: date | None) -> None:
    assert calendar.add_months(day, months) == expected


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2019, 2, 29), (0, 1, 1), (99999, 1, 1), (2019, 13, 13), (2019, 2, 31)]
)
def test_a_day_that_is_none_is_none(year: int, month: int, day: int) -> None:
    assert calendar.safe_date(year, month, day) is None


def test_weeks_run_from_monday_to_sunday() -> None:
    assert calendar.week_of(date(2017, 10, 31)) == (date(2017, 10, 30), date(2017, 11, 5))
    assert calendar.weekend_of(date(2017, 10, 31)) == (date(2017, 11, 4), date(2017, 11, 5))
    assert calendar.iso_week(2020, 53) == (date(2020, 12, 28), date(2021, 1, 3))
    assert calendar.iso_week(2019, 53) is None


def test_seasons_are_meteorological_and_winter_ends_in_the_next_year() -> None:
    assert calendar.season_days(2018, "SU") == (date(2018, 6, 1), date(2018, 8, 31))
    assert calendar.season_days(2019, "WI") == (date(2019, 12, 1), date(2020, 2, 29))
    assert calendar.season_days(9999, "WI") is None


def test_quarters_halves_and_decades() -> None:
    day = date(2017, 11, 5)
    assert calendar.unit_of(day, "Q") == (date(2017, 10, 1), date(2017, 12, 31))
    assert calendar.unit_of(day, "H") == (date(2017, 7, 1), date(2017, 12, 31))
    assert calendar.unit_of(day, "E") == (date(2010, 1, 1), date(2019, 12, 31))
    assert calendar.shifted_unit(day, 1, "Q") == (date(2018, 1, 1), date(2018, 3, 31))


def test_weekdays_after_and_until() -> None:
    tuesday = date(2017, 10, 31)
    assert calendar.weekday_after(tuesday, 2) == date(2017, 11, 7)
    assert calendar.weekday_until(tuesday, 2) == tuesday
    assert calendar.weekday_after(tuesday, 5) == date(2017, 11, 3)


@given(st.dates(), st.integers(-200_000, 200_000), st.sampled_from(UNITS))
def test_no_arithmetic_overflows_and_units_hold_their_day(day: date, count: int, unit: str) -> None:
    calendar.add(day, count, unit)
    calendar.shifted_unit(day, count, unit)
    found = calendar.unit_of(day, unit)
    assert found is None or found.first <= day <= found.last


@given(st.dates(), st.dates(), st.integers(-500, 500), st.sampled_from(UNITS))
def test_adding_is_monotone(one: date, other: date, count: int, unit: str) -> None:
    early, late = sorted((one, other))
    moved = calendar.add(early, count, unit), calendar.add(late, count, unit)
    assert moved[0] is None or moved[1] is None or moved[0] <= moved[1]


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1583, 4, 10), (1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2019, 4, 21), (2038, 4, 25)]
)
def test_easter_on_known_days(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == date(year, month, day)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = calendar.easter(year)
    assert sunday is not None
    assert sunday.weekday() == 6
    assert (3, 22) <= (sunday.month, sunday.day) <= (4, 25)


@pytest.mark.parametrize(
    ("year", "first"),
    [(1375, date(1996, 3, 20)), (1395, date(2016, 3, 20)), (1396, date(2017, 3, 21)), (1399, date(2020, 3, 20)),
     (1400, date(2021, 3, 21)), (1404, date(2025, 3, 21))],
)  # fmt: skip
def test_iranian_new_year_on_known_days(year: int, first: date) -> None:
    days = calendar.iranian_year(year)
    assert days is not None
    assert days.first == first


@given(st.integers(1178, 1632))
def test_iranian_years_follow_each_other(year: int) -> None:
    this, following = calendar.iranian_year(year), calendar.iranian_year(year + 1)
    assert this is not None
    assert following is not None
    assert following.first.toordinal() == this.last.toordinal() + 1
    assert calendar.iranian_year_of(this.first) == calendar.iranian_year_of(this.last) == this


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 7), st.sampled_from([1, 2, 3, 4, -1]))
def test_nth_weekday_lies_in_its_month(year: int, month: int, weekday: int, place: int) -> None:
    day = calendar.nth_weekday(year, month, weekday, place)
    assert day is not None
    assert (day.year, day.month, day.isoweekday()) == (year, month, weekday)


def test_calendars_that_were_not_in_use_are_unknown() -> None:
    assert calendar.easter(1582) is None
    assert calendar.iranian_year(1000) is None
