from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PageHeldBack, PageWithdrawn
from onrecord.intake.formats.wire.release import check_release, extended


def is_held(embargo: str | None, status: str | None = None) -> bool:
    try:
        check_release("x", status=status, embargo=embargo)
    except PageHeldBack:
        return True
    return False


@given(st.integers(-23, 23))
def test_an_embargo_ends_at_its_time_in_any_zone(hours: int):
    now = datetime.now(UTC)
    zone = f"{hours // 1:+03}:00" if hours else "+00:00"
    local = now + timedelta(hours=hours)
    assert is_held(f"{local + timedelta(minutes=2):%Y-%m-%dT%H:%M:%S}{zone}")
    assert not is_held(f"{local - timedelta(minutes=2):%Y-%m-%dT%H:%M:%S}{zone}")


@pytest.mark.parametrize(("ago", "held"), [(-1, True), (1, True), (11, True), (13, False)])
def test_a_time_without_a_zone_holds_until_it_is_past_everywhere(ago: int, held: bool):
    assert is_held(f"{datetime.now(UTC) - timedelta(hours=ago):%Y%m%dT%H%M%S}") is held


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("20171031T213000Z", "2017-10-31T21:30:00Z"),
        ("20171031T2130+0300", "2017-10-31T21:30:00+0300"),
        ("20171031", "2017-10-31"),
        ("2017-10-31T21:30:00Z", "2017-10-31T21:30:00Z"),
        ("on Monday", "on Monday"),
    ],
)
def test_times_as_agencies_write_them(written: str, read: str):
    assert extended(written) == read


@pytest.mark.parametrize(
    "status", [None, "usable", "stat:usable", "http://cv.iptc.org/newscodes/pubstatusg2/usable", "new"]
)
def test_what_is_usable_is_read(status: str | None):
    assert not is_held(None, status)


@pytest.mark.parametrize("status", ["canceled", "Cancelled", "stat:canceled", "http://cv.iptc.org/x/canceled"])
def test_what_is_cancelled_is_not(status: str):
    with pytest.raises(PageWithdrawn):
        check_release("x", status=status, embargo="2001-01-01")


@given(st.text(max_size=40))
def test_an_embargo_that_nobody_can_read_holds(written: str):
    assert is_held(f"after {written}")


@pytest.mark.parametrize("written", ["9999-12-31T23:59:59", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00"])
def test_the_ends_of_time_are_no_traceback(written: str):
    assert is_held(written)
