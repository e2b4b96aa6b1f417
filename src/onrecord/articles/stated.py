"""What a container states of a story (``Page.stated``), laid beside what the page itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from onrecord.articles.characters import collapsed
from onrecord.articles.dates.candidates import candidate_of
from onrecord.articles.story import Story
from onrecord.articles.written import written_dates
from onrecord.model import DateCandidate, Page, Stated, Where

_PUBLISHED = "What it came in (a feed, wire or table) names it as the day of publication."
_CHANGED = "What it came in (a feed, wire or table) tells when it was changed last, which is not when it was published."
_MADE = "The day on which the file was made, which may be long after the story was published."
_AHEAD = " It lies after the day on which it arrived, so that it can't be right."
_TAG = re.compile(r"\s{0,9}([A-Za-z]{2})(?![A-Za-z])")
_ZONES = timedelta(days=1)  # it can be tomorrow already where it was written


def headed(text: str, stated: Stated | None) -> str:
    """Plain text under the title that its container states, unless it begins with that: else a line would be taken."""
    title = collapsed(stated.title) if stated and stated.title else ""
    first = text.lstrip().partition("\n")[0]
    return f"{title}\n\n{text}" if title and collapsed(first).casefold() != title.casefold() else text


def with_stated(story: Story, page: Page) -> Story:
    """The story with what its page doesn't say itself; the dates stand beside its own, for the weighing."""
    stated = page.stated
    if stated is None:
        return story
    return replace(
        story,
        title=story.title or collapsed(stated.title or ""),
        outlet=stated.outlet or story.outlet,
        byline=story.byline or stated.byline,
        credits=tuple(dict.fromkeys((*story.credits, *stated.credits))),
        candidates=(*_candidates(stated, page.captured_at), *story.candidates),
    )


def stated_language(stated: Stated | None) -> str | None:
    """The ISO 639-1 code in a language tag (``en-GB``): for texts too short to tell."""
    tag = _TAG.match(stated.language) if stated and stated.language else None
    return tag[1].lower() if tag else None


def _candidates(stated: Stated, arrived: datetime | None) -> Iterator[DateCandidate]:
    today = (arrived or datetime.now(UTC)).date()
    published = [replace(c, marked=True) for c in _dated(stated.published, _PUBLISHED, today)]
    yield from published
    for changed in _dated(stated.changed, _CHANGED, today):
        if changed.value not in {c.value for c in published}:
            yield replace(changed, changed=True)
    yield from _dated(stated.made, _MADE, today, where="chrome")


def _dated(words: str | None, why: str, today: date, *, where: Where = "feed") -> Iterator[DateCandidate]:
    for written in written_dates(words or "")[:1]:
        found = candidate_of(written, where, why)
        if found.earliest and found.earliest > today + _ZONES:
            found = replace(found, earliest=None, latest=None, why=why + _AHEAD)
        yield replace(found, words=" ".join((words or "").split())[:80])
