"""Hostile text: never a crash, never a window that inverts, and work that grows with the text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.model import Due, Span
from onrecord.moments import find_said, resolve_due, times, windows

D = date(2017, 10, 31)
NO_TIME = [
    "1", "1 ", "the next ", "10:12 ", "twenty-", "after the ", "(((", "a", "\n", "until the a ", "Iranian calendar ",
    "postponed to ", "from the ", ", who is ", "— ", "on the day of ", "until peace ", "by its plan (", "moved ",
]  # fmt: skip
TIMES = [
    "in one or two months ", "on 3 May 2017, ", "January ", "the next week ", "two weeks from Tuesday, ",
    "the end of this Iranian year (March 20, 2018), ", "May-June and July ", "until the court reads its ",
]  # fmt: skip


@pytest.mark.parametrize("unit", NO_TIME + TIMES)
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(lambda text: times(text, published=D), unit * 200, unit * 800) <= 5
    assert growth(lambda text: windows(text, said_on=D), unit * 200, unit * 800) <= 5


@pytest.mark.parametrize("unit", NO_TIME)
def test_what_never_becomes_a_time_is_none_in_a_long_text(unit: str) -> None:
    """Patterns that look at all that follows, from each place anew, would not end on it."""
    text = unit * (100_000 // len(unit))
    assert (times(text, published=D), windows(text, said_on=D)) == ((), ())


@pytest.mark.parametrize("said", [date.min, date.max, D])
@pytest.mark.parametrize(
    "text",
    [
        "It will end on 31 February.",
        "It will end in 99999 years.",
        "It will end in 999999 months.",
        "It will end in the year 0.",
        "It will end by the end of next year.",
        "It will end in the coming decades.",
        "It will end on Monday, in 1500, or in 2199.",
        "It will end by 31/12/16.",
        "It will be over by 1890.",
        "It will end within 100000 weeks.",
    ],
)
def test_odd_dates_never_crash_or_invert(text: str, said: date) -> None:
    for window in windows(text, said_on=said):
        assert window.earliest is None or window.latest is None or said <= window.latest >= window.earliest
    times(text, published=said)
    find_said(text)


def test_what_was_over_when_it_was_said_has_no_days() -> None:
    (window,) = windows("It will be ready by 2016.", said_on=D)
    assert (window.earliest, window.latest) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The talks will resume on 31 February.",
        "The talks will resume by March 35.",
        "The talks will resume on the 30th of February.",
        "They will resume on 13/13/2017.",
        "It will end in the year 0.",
        "It will end in 99999.",
        "It will end in the year 99999.",
        "It will be over by 24:30.",
        "It will open on 15 Rajab 1439.",
        "It will open on 10 Muharram.",
        "It will open on 22 Bahman 1396.",
        "It will open on 5 Tishrei 5778.",
        "It will open on the 45th.",
    ],
)
def test_what_is_no_day_of_this_calendar_is_no_time_at_all(text: str) -> None:
    assert times(text, published=D) == ()
    assert windows(text, said_on=D) == ()


def test_a_leap_day_waits_for_its_year_and_never_falls_in_another() -> None:
    (window,) = windows("It will open on 29 February.", said_on=D)
    assert (window.earliest, window.latest) == (date(2020, 2, 29), date(2020, 2, 29))
    assert windows("It will open on 29 February 2019.", said_on=D) == ()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("12/31/17", date(2017, 12, 31), date(2017, 12, 31)),
        ("31.12.17", date(2017, 12, 31), date(2017, 12, 31)),
        ("5/5/18", date(2018, 5, 5), date(2018, 5, 5)),
        ("5/6/18", date(2018, 1, 1), date(2018, 12, 31)),
    ],
)
def test_two_digit_years_are_read_but_no_day_is_guessed(words: str, first: date, last: date) -> None:
    (window,) = windows(f"It will open on {words}.", said_on=D)
    assert (window.earliest, window.latest) == (first, last)


def test_a_story_from_1890_has_its_own_tomorrow() -> None:
    said = date(1890, 6, 3)
    found = windows("It will open tomorrow, be paid by 1 March and close in 1895.", said_on=said)
    assert [(w.earliest, w.latest) for w in found] == [
        (date(1890, 6, 4), date(1890, 6, 4)),
        (said, date(1891, 3, 1)),
        (date(1895, 1, 1), date(1895, 12, 31)),
    ]
    assert times("It was said last week.", published=said)[0].value == "1890-W22"


@pytest.mark.parametrize(
    "text",
    [
        "Talks will run from 10 December to 5 December 2017.",
        "It will be open from 2020 to 2018.",
        "It will end by 2016.",
    ],
)
def test_a_window_that_ends_before_it_begins_or_was_said_has_no_days(text: str) -> None:
    (window,) = windows(text, said_on=D)
    assert (window.earliest, window.latest, window.vague) == (None, None, False)


def test_ten_thousand_dates_are_read_in_one_go() -> None:
    text = "It will open on 3 May 2018, "
    assert len(times(text * 10_000, published=D)) == len(windows(text * 10_000, said_on=D)) == 10_000
    assert growth(lambda page: windows(page, said_on=D), text * 2_500, text * 10_000) <= 5


# ── year ends and leap years ─────────────────────────────────────────────────


def _due(value: str, said: date) -> Due:
    blank = Due(span=Span(0, 1), value=value, anchor="said_on", earliest=None, latest=None, precision="day")
    return resolve_due(blank, said)


DAYS = st.dates(min_value=date(1583, 1, 1), max_value=date(9900, 12, 31))
TURNS = st.builds(
    lambda year, shift: date(year, 1, 1) + timedelta(days=shift), st.integers(1600, 9900), st.integers(-8, 8)
)
"""Days around the turn of a year."""


@given(st.one_of(DAYS, TURNS))
def test_years_end_on_their_last_day_and_the_next_week_begins_on_monday(said: date) -> None:
    year = _due("Y+0", said)
    assert (year.earliest, year.latest) == (said, date(said.year, 12, 31))
    week = _due("W+1", said)
    assert week.earliest
    assert week.latest
    assert (week.earliest.isoweekday(), week.latest.isoweekday()) == (1, 7)
    assert 1 <= (week.earliest - said).days <= 7
    assert _due("D+1", said).earliest == said + timedelta(days=1)
    assert _due("Y+1", said).earliest == date(said.year + 1, 1, 1)


@given(st.one_of(DAYS, TURNS))
def test_a_leap_day_is_only_ever_one(said: date) -> None:
    leap = _due("XXXX-02-29", said)
    assert leap.earliest is not None
    assert leap.earliest == leap.latest
    assert leap.earliest >= said
    assert (leap.earliest.month, leap.earliest.day) == (2, 29)
    in_a_year = _due("P1Y", said).earliest
    assert in_a_year is not None
    assert (in_a_year.month, in_a_year.day) == (
        (2, 28) if (said.month, said.day) == (2, 29) else (said.month, said.day)
    )
