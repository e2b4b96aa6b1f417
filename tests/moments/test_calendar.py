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
