"""What a container lists: which of it is wanted, and why the rest isn't."""

from __future__ import annotations

from datetime import date

from onrecord.intake import Link
from onrecord.model import Page, Stated

UNCHANGED = "unchanged"
OVER = "over the limit"
NOT_FOLLOWED = "links not followed; --follow fetches them"
TWICE = "listed twice"
TWIN = "another form of a page that is held"
LATELY = "asked for a short while ago"
TOO_DEEP = "links too many containers deep"
FAILED_LATELY = "failed before; onrecord add --retry asks for them"


class Sieve:
    """Counts pages up to a limit, and tells what is too old."""

    def __init__(self, limit: int | None) -> None:
        self._left = limit

    def why_not(self, item: Page | Link, since: date | None) -> str | None:
        """Why something that is listed isn't wanted; None: it is, and counted."""
        day = _day(item.stated)
        if since is not None and day is not None and day < since:
            return f"older than {since}"
        if self._left == 0:
            return OVER
        if self._left is not None:
            self._left -= 1
        return None


def _day(told: Stated | None) -> date | None:
    """The last day that is stated of it."""
    from onrecord.articles.written import written_dates  # its room loads what parses pages

    texts = [told.published or "", told.changed or ""] if told else []
    days = [found.day for text in texts for found in written_dates(text)[:1] if found.day]
    return max(days, default=None)
