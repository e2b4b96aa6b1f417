"""Moments, when a story was published and who says so, when words were said and fall due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.model.spans import Span

Precision: TypeAlias = Literal[
    "hour", "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"
]
DateStatus: TypeAlias = Literal["agreed", "stated", "disputed", "unknown"]
Where: TypeAlias = Literal["metadata", "url", "feed", "dateline", "byline", "text", "chrome", "copy", "given"]
Anchor: TypeAlias = Literal["said_on", "absolute", "event"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Calendar days ``[earliest, latest]``, both inclusive, either open (None)."""

    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "day"
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One reading of when a story was published, with where it stood and why it counts or doesn't.

    ``value`` is TIMEX3 written (``2017-10-31``, ``XXXX-07-16`` where the year is missing, ``XXXX-WXX-2``);
    ``earliest``/``latest`` are None for a partial date. ``changed``: it tells when the page was last changed, which
    is not when the story was published.
    """

    value: str
    earliest: date | None
    latest: date | None
    where: Where
    words: str
    why: str
    changed: bool = False
    marked: bool = False
    """The page marks it as the day of publication."""
    unspecific: bool = False
    """The page names it and does not say of what."""
    decision: str | None = None
    """The id of the person's decision that gave it, in a record. One without days says that the day is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDate:
    """The date of a story: ``disputed`` and ``unknown`` leave the days None. ``why`` says how it was weighed."""

    status: DateStatus = "unknown"
    earliest: date | None = None
    latest: date | None = None
    candidates: tuple[DateCandidate, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression in running text: TIMEX3 ``type`` and symbolic ``value``, and the interval where known.

    ``span`` is into the text that was given.
    """

    span: Span
    type: TimexType
    value: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "day"
    vague: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When the words were said. ``span`` is the time words (None: the story's own date stands in for them).

    ``value`` is symbolic (``XXXX-WXX-2`` for "on Tuesday"), so that a corrected story date moves the days.
    """

    value: str | None
    earliest: date | None
    latest: date | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due window: always ``value`` resolved against said_on; the days are None until it can be resolved.

    ``value`` is TIMEX3 written, an interval with ``/``: ``P1M/P2M`` (offsets from said_on), ``XXXX-11-18``,
    ``2017-12``, ``../2017-12-31`` (open start = said_on). See ``moments.windows`` for the whole notation.
    """

    span: Span
    value: str
    anchor: Anchor
    earliest: date | None
    latest: date | None
    precision: Precision
    vague: bool = False
    approximate: bool = False
