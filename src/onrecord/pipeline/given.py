"""What a person gives: a day in words, a name that may be a folder, their own name."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.settings import Settings


def day(value: date | str | None) -> date | None:
    """A day from ``2017-10-31`` or a date.

    Raises:
        UsageError: it is neither.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is not a day; write it as 2017-10-31") from error


def is_folder(source: str | Path) -> bool:
    """Whether it names a folder. A name that can't be looked up does not: reading it says why."""
    try:
        return str(source) != "" and Path(source).is_dir()
    except (OSError, ValueError):
        return False


def person(settings: Settings) -> str:
    """Who sits here: ``person`` of the settings, else the login name; empty where the system knows none."""
    if settings.person:
        return settings.person
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user number without a name, as containers have them
        return ""
