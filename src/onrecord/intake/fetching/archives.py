"""A link to a page in a public web archive. Only the link is made: nothing is asked there."""

from __future__ import annotations

from datetime import UTC, datetime

_WAYBACK = "https://web.archive.org/web"


def archive_link(url: str, when: datetime) -> str:
    """The page as the archive has it nearest to a time."""
    return f"{_WAYBACK}/{when.astimezone(UTC):%Y%m%d%H%M%S}/{url}"
