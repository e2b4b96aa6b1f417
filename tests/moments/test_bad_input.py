"""Hostile text: never a crash, never a window that inverts, and time that grows with the text."""

import time
from datetime import date

import pytest

from onrecord.moments import find_said, times, windows

D = date(2017, 10, 31)
HOSTILE = [
    "1" * 1_000_000,
    "1 " * 60_000,
    "the next " * 20_000,
    "in one or two months " * 5_000,
    "on 3 May 2017, " * 10_000,
    "10:12 " * 20_000,
    "twenty-" * 20_000,
    "after the " * 20_000,
    "(((" * 300_000,
    "a" * 1_000_000,
    "\n" * 500_000,
    "January " * 12_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: t[:12].strip())
def test_hostile_text_takes_no_more_than_its_length(text: str) -> None:
    short = _seconds(text[: len(text) // 4])
    whole = _seconds(text)
    assert whole < max(12 * short, 1.0)  # linear is 4 times, quadratic 16


def _seconds(text: str) -> float:
    started = time.process_time()
    times(text, published=D)
    windows(text, said_on=D)
    return time.process_time() - started


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
