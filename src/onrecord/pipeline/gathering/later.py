"""When something that failed may be asked for again."""

from __future__ import annotations

from datetime import datetime, timedelta

from onrecord.errors import FetchError, PageError
from onrecord.pipeline.gathering.order import Named
from onrecord.record import Address, Wanted

FIRST = timedelta(minutes=15)
LONGEST = timedelta(days=1)


def next_time(error: PageError, address: Address, at: datetime, *, wait: float) -> datetime | None:
    """When asking again may be worth it: each time after twice as long; None: not by itself.

    ``wait`` is how many seconds its host asked for.
    """
    if not (isinstance(error, FetchError) and error.passes):
        return None
    back_off = min(FIRST * (1 << min(address.tries, 10)), LONGEST)
    return at + max(back_off, timedelta(seconds=wait))


def is_over(address: Address, at: datetime) -> bool:
    """Whether a failed address may be asked for; a time that lies farther off than any wait is of a wrong clock."""
    return address.next_at is None or address.next_at <= at or address.next_at > at + 2 * LONGEST


def named(wanted: Wanted) -> Named:
    """What failed, as a source."""
    return Named(name=wanted.name, published=wanted.published, outlet=wanted.outlet, since=wanted.since)
