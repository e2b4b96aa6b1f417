"""Hostile text: never a crash, never a window that inverts, and work that grows with the text."""

from datetime import date

import pytest
from tests.effort import growth

from onrecord.moments import find_said, times, windows

D = date(2017, 10, 31)
NO_TIME = [
    "1", "1 ", "the next ", "10:12 ", "twenty-", "after the ", "(((", "a", "\n", "until the a ", "Iranian calendar ",
    "postponed to ", "from the ",
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
