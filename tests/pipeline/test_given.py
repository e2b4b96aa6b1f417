"""What callers give, taken as they mean it."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import UsageError
from onrecord.pipeline.given import day


@pytest.mark.parametrize("value", ["last week", "2031-13-01", ""])
def test_what_is_no_day_is_refused(value: str):
    with pytest.raises(UsageError, match="write it as"):
        day(value)


def test_days_are_taken_as_words_and_as_days():
    assert day("2031-10-06") == day(date(2031, 10, 6)) == date(2031, 10, 6)
    assert day(None) is None
