"""The Iranian year: named in full, dated beside, and meant by "this year" once it has been named."""

from datetime import date

import pytest

from onrecord.moments import times, windows

D = date(2017, 10, 31)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Output will rise in the current Iranian year.", ["J+0"]),
        ("Output will rise by the end of the present Iranian calendar year.", ["../J+0-END"]),
        ("The plan for the Iranian year of 1397 is ready: it will rise next year.", ["J+1"]),
        ("It will rise next year.", ["Y+1"]),
        ("It will be done by the end of the current Iranian year (March 20, 2018).", ["../2018-03-20"]),
    ],
)
def test_windows_of_the_iranian_year(text: str, values: list[str]) -> None:
    assert [w.value for w in windows(text, said_on=D)] == values


def test_its_days() -> None:
    (window,) = windows("It will open at the end of the current Iranian year.", said_on=D)
    assert (window.earliest, window.latest) == (date(2018, 2, 21), date(2018, 3, 20))


def test_as_a_time_it_is_written_in_days() -> None:
    assert [t.value for t in times("Sales rose in the Iranian year 1396.", published=D)] == ["2017-03-21/2018-03-20"]
