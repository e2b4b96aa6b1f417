"""Whether an agency lets an item be read: its publishing status and its embargo."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from onrecord.errors import PageHeldBack, PageWithdrawn

_WITHHELD = frozenset({"withheld", "embargoed", "hold"})
_CANCELLED = frozenset({"canceled", "cancelled", "killed"})
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?")
_FARTHEST_ZONE = timedelta(hours=12)
"""What a time without a zone may lie behind UTC: an embargo is over when it is so everywhere."""


def check_release(name: str, *, status: str | None, embargo: str | None) -> None:
    """Whether an item may be read now.

    Args:
        name: of its page, for the error.
        status: as the item has it, with or without a scheme (``stat:usable``); None: usable, as the standards say.
        embargo: until when, as written; empty: there is one, and nobody said until when; None: there is none.

    Raises:
        PageWithdrawn: it was cancelled.
        PageHeldBack: it is withheld, or under an embargo: until when is said, and that it can be added then.
    """
    word = (status or "usable").strip().rpartition(":")[2].rpartition("/")[2].lower()
    if word in _CANCELLED:
        raise PageWithdrawn(name, "its outlet has cancelled it: it is not to be used any more, and was not read")
    if word in _WITHHELD and embargo is None:
        raise PageHeldBack(name, "its outlet withholds it until further notice; add it again when it is released")
    if embargo is not None:
        _check_embargo(name, embargo)


def _check_embargo(name: str, written: str) -> None:
    until = _moment(written)
    if until is None:
        said = f"until “{written[:60]}”, which can't be read as a time" if written.strip() else "with no end given"
        raise PageHeldBack(name, f"under embargo {said}; add it again when it is released")
    if until > datetime.now(UTC):
        raise PageHeldBack(name, f"under embargo until {until:%Y-%m-%d %H:%M} UTC; add it again after that")


def _moment(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(extended(written.strip()))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC) + _FARTHEST_ZONE
    except (ValueError, OverflowError):  # beyond the year 9999, too
        return None


def extended(written: str) -> str:
    """``20171031T213000Z`` as ``2017-10-31T21:30:00Z``; anything else as it is."""
    basic = _BASIC.fullmatch(written)
    if basic is None:
        return written
    year, month, day, hour, minute, second, zone = basic.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")
