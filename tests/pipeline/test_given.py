"""What callers give, taken as they mean it."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import UsageError
from onrecord.pipeline.given import day, person
from onrecord.settings import Settings


@pytest.mark.parametrize("value", ["last week", "2031-13-01", ""])
def test_what_is_no_day_is_refused(value: str):
    with pytest.raises(UsageError, match="write it as"):
        day(value)


def test_days_are_taken_as_words_and_as_days():
    assert day("2031-10-06") == day(date(2031, 10, 6)) == date(2031, 10, 6)
    assert day(None) is None


def test_who_decides_is_the_one_of_the_settings_else_the_login_name(monkeypatch: pytest.MonkeyPatch):
    assert person(Settings(person="Ada Fenn")) == "Ada Fenn"
    monkeypatch.setenv("LOGNAME", "afenn")
    assert person(Settings()) == "afenn"


def test_where_the_system_knows_no_name_nobody_decides(monkeypatch: pytest.MonkeyPatch):
    def unknown() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert person(Settings()) == ""
