"""From values to days, and again when a date moves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Due, Moment, SaidOn, Span, StoryDate
from onrecord.moments import resolve_due, resolve_said
from onrecord.moments.resolving import Said

D = date(2017, 10, 31)
VALUES = [
    "P1M/P2M", "P2M", "P0D/P30D", "P0D/P2M", "PT36H", "XXXX-11-18", "XXXX-02-29", "XXXX-WXX-2", "XXXX-WXX-WE", "W+1-2",
    "W+0", "Y+0", "Y+0-END", "M+0-EARLY", "../Y+0-END", "../<XXXX-03", ">XXXX-11/..", "XXXX-12/..", "2018",
    "../2018-06", "XXXX-11-28/XXXX-01-05", "Y+1-Q1", "XXXX-WI", "E+0", "D+1", "XXXX-XX-31", "2017-12-01/..",
    "XXXX-EASTER", "XXXX-11-4TH", "XXXX-05-LMO", "XXXX-WXX-2+P2W", "../<XXXX-EASTER-2", "J+0", "J+1", "../J+0-END",
    "FUTURE_REF", "EVENT/..",
]  # fmt: skip


def due(value: str) -> Due:
    return Due(span=Span(0, 1), value=value, anchor="said_on", earliest=None, latest=None, precision="day")


def window(value: str, said: Said) -> tuple[date | None, date | None]:
    found = resolve_due(due(value), said)
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("P1M/P2M", date(2017, 11, 30), date(2017, 12, 31)),
        ("P2M", date(2017, 12, 31), date(2017, 12, 31)),
        ("XXXX-11-18", date(2017, 11, 18), date(2017, 11, 18)),
        ("../XXXX-12", D, date(2017, 12, 31)),
        ("../<XXXX-03", D, date(2018, 2, 28)),
        (">XXXX-11/..", date(2017, 12, 1), None),
        ("XXXX-11/..", date(2017, 11, 1), None),
        ("Y+0", D, date(2017, 12, 31)),
        ("W+0", D, date(2017, 11, 5)),
        ("XXXX-11-28/XXXX-01-05", date(2017, 11, 28), date(2018, 1, 5)),
    ],
)
def test_windows_from_values(value: str, first: date | None, last: date | None) -> None:
    assert window(value, D) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["../2016", "2016-05", "M+0-EARLY", "FUTURE_REF", "EVENT/..", "nonsense", "2014/..", ">2014/..", "P99999Y", "../"],
)
def test_over_before_it_was_said_or_without_days(value: str) -> None:
    assert window(value, D) == (None, None)


def test_without_said_on_only_what_is_absolute_has_days() -> None:
    assert window("P1M/P2M", None) == (None, None)
    assert window("2018-06", None) == (date(2018, 6, 1), date(2018, 6, 30))
    assert window("../2018-06", None) == (None, date(2018, 6, 30))


def test_a_range_for_said_on_gives_the_widest_window() -> None:
    said = SaidOn(value=None, earliest=date(2017, 10, 30), latest=D, span=None)
    assert window("P1M/P2M", said) == (date(2017, 11, 30), date(2017, 12, 31))
    assert window("XXXX-WXX-2", said) == (D, date(2017, 11, 7))
    assert window("P1M", Moment(earliest=None, latest=D)) == (None, None)


def test_a_corrected_date_moves_the_window_and_back() -> None:
    first = resolve_due(due("P1M/P2M"), D)
    moved = resolve_due(first, date(2018, 7, 17))
    assert (moved.earliest, moved.latest) == (date(2018, 8, 17), date(2018, 9, 17))
    assert resolve_due(moved, D) == first
    assert resolve_due(moved, None).earliest is None


@given(st.sampled_from(VALUES), st.dates())
def test_windows_never_invert_nor_end_before_they_were_said(value: str, said: date) -> None:
    first, last = window(value, said)
    assert first is None or last is None or first <= last
    assert last is None or last >= said


@given(st.sampled_from(VALUES), st.dates(), st.dates())
def test_resolving_is_monotone_in_the_anchor(value: str, one: date, other: date) -> None:
    early, late = (window(value, day) for day in sorted((one, other)))
    for before, after in zip(early, late, strict=True):
        assert before is None or after is None or before <= after


# ── said_on ──────────────────────────────────────────────────────────────────

STORY = StoryDate(status="stated", earliest=D, latest=D)


def said(value: str | None, story: StoryDate = STORY) -> tuple[date | None, date | None]:
    found = resolve_said(SaidOn(value=value, earliest=None, latest=None, span=None), story)
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("XXXX-WXX-2", D, D),
        ("XXXX-WXX-1", date(2017, 10, 30), date(2017, 10, 30)),
        ("XXXX-WXX-3", date(2017, 10, 25), date(2017, 10, 25)),
        ("D-1", date(2017, 10, 30), date(2017, 10, 30)),
        ("XXXX-10-31", D, D),
        ("XXXX-11-01", date(2016, 11, 1), date(2016, 11, 1)),
        ("W-1", date(2017, 10, 23), date(2017, 10, 29)),
        ("W+0", date(2017, 10, 30), D),
        ("2017-10-05", date(2017, 10, 5), date(2017, 10, 5)),
        (None, D, D),
    ],
)
def test_said_on_is_on_or_before_the_storys_date(value: str | None, first: date | None, last: date | None) -> None:
    assert said(value) == (first, last)


def test_a_disputed_story_leaves_the_days_open_unless_the_words_name_them() -> None:
    unknown = StoryDate(status="disputed")
    assert said("XXXX-WXX-2", unknown) == (None, None)
    assert said(None, unknown) == (None, None)
    assert said("2017-10-05", unknown) == (date(2017, 10, 5), date(2017, 10, 5))


@given(st.dates(), st.integers(1, 7))
def test_a_weekday_was_within_the_week_before(day: date, weekday: int) -> None:
    first, _ = said(f"XXXX-WXX-{weekday}", StoryDate(status="stated", earliest=day, latest=day))
    assert first is None or 0 <= (day - first).days <= 6
