"""From symbolic values to days: due windows against said_on, said_on against the story's date.

Everything here is pure and can be done again whenever a date is corrected.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeAlias

from onrecord.model import Due, Moment, SaidOn, Statement, StoryDate
from onrecord.moments.calendar import Days, add_days
from onrecord.moments.values import Mode, days_of, is_offset, offset, parse

Said: TypeAlias = SaidOn | Moment | date | None
"""When something was said: one day, a range of days (either end may be unknown), or nothing."""
Window: TypeAlias = tuple[date | None, date | None]

UNKNOWN: Window = (None, None)


def resolve_due(due: Due, said_on: Said) -> Due:
    """The same window with its days worked out anew from ``value``; None where they can't be known.

    A range for said_on gives the widest window that it allows: the first day that the earliest reading gives, the last
    day that the latest one gives. What would end before it begins (already over when it was said) has no days.
    """
    first, last = _ends(said_on)
    earliest, latest = window_days(due.value, first), window_days(due.value, last)
    if UNKNOWN in (earliest, latest):
        known = earliest if latest == UNKNOWN else latest
        both = known if first and last else _without_day(due.value)
    else:
        both = (earliest[0], latest[1])
    return replace(due, earliest=both[0], latest=both[1])


def resolve_said(said: SaidOn, story: StoryDate) -> SaidOn:
    """The same words with their days worked out anew from the story's date: the last such day on or before it.

    Without words (``value`` None) the story's own days stand in. A story whose date is disputed or unknown leaves the
    days None, unless the words name the day in full.
    """
    if said.value is None:
        return replace(said, earliest=story.earliest, latest=story.latest)
    first, last = said_days(said.value, story.earliest), said_days(said.value, story.latest)
    return replace(said, earliest=first.first if first else None, latest=last.last if last else None)


def redated(statement: Statement, story: StoryDate) -> Statement:
    """A statement whose said_on and due window are worked out anew from their values and the story's date."""
    if statement.said_on is None:
        return statement
    said_on = resolve_said(statement.said_on, story)
    due = resolve_due(statement.due, said_on) if statement.due else None
    return replace(statement, said_on=said_on, due=due)


def said_days(value: str, story: date | None) -> Days | None:
    """The days of a past value seen from a story's day, none of them after it where the value is relative."""
    atom = parse(value)
    days = days_of(atom, story, "last") if atom else None
    if days is None or atom is None or story is None or not atom.deictic:
        return days
    return Days(days.first, min(days.last, story)) if days.first <= story else None


def window_days(value: str, said: date | None) -> Window:
    """The days of a due window's value said on a day, both None where they can't be known."""
    start, slash, end = value.partition("/")
    window = _between(start, end, said) if slash else _at(value, said)
    inverted = window[0] and window[1] and window[1] < window[0]
    over = said and window[1] and window[1] < said
    return UNKNOWN if inverted or over else window


def _ends(said: Said) -> Window:
    if said is None or isinstance(said, date):
        return said, said
    return said.earliest, said.latest


def _without_day(value: str) -> Window:
    """What can be said when said_on is unknown, even in part: only what doesn't hang on it."""
    return window_days(value, None)


def _at(value: str, said: date | None) -> Window:
    if is_offset(value):
        return (offset(value, said), offset(value, said, up=True)) if said else UNKNOWN
    days = _cut_days(value, said, "next")
    return (days.first, days.last) if days else UNKNOWN


def _cut_days(value: str, said: date | None, mode: Mode) -> Days | None:
    """The days of an atom; of "this month" only what is left of it."""
    plain, plus, later = value.partition("+P")
    if plus:
        return _later(_cut_days(plain, said, mode), f"P{later}")
    atom = parse(value)
    days = days_of(atom, said, mode) if atom else None
    if days is None or atom is None or said is None or not atom.deictic:
        return days
    return Days(max(days.first, said), days.last) if days.last >= said else None


def _whole_days(value: str, said: date | None, mode: Mode) -> Days | None:
    """The days of an atom, all of them, "this month" too."""
    if "+P" in value:
        return _cut_days(value, said, mode)
    atom = parse(value)
    return days_of(atom, said, mode) if atom else None


def _later(days: Days | None, length: str) -> Days | None:
    """The days so much later: two weeks from Tuesday."""
    first, last = (offset(length, days.first), offset(length, days.last)) if days else UNKNOWN
    return Days(first, last) if first and last else None


def _between(start: str, end: str, said: date | None) -> Window:
    earliest = _start(start, said)
    if earliest is None and (start != ".." or said is not None):
        return UNKNOWN
    if end == "..":
        return UNKNOWN if _is_over(start, said) else (earliest, None)
    anchored = parse(start) is not None and (atom := parse(end)) is not None and atom.partial
    latest = _end(end, earliest if anchored else said)
    return (earliest, latest) if latest else UNKNOWN


def _is_over(value: str, said: date | None) -> bool:
    """From 2014, said in 2019, opens nothing."""
    days = _whole_days(value.removeprefix(">"), said, "next") if said else None
    return days is not None and said is not None and days.last < said


def _start(value: str, said: date | None) -> date | None:
    if value == "..":
        return said
    if is_offset(value):
        return offset(value, said) if said else None
    days = _cut_days(value.removeprefix(">"), said, "next")
    if days is None:
        return None
    return add_days(days.last, 1) if value.startswith(">") else days.first


def _end(value: str, said: date | None) -> date | None:
    if is_offset(value):
        return offset(value, said, up=True) if said else None
    before = value.startswith("<")
    days = _whole_days(value.removeprefix("<"), said, "beginning" if before else "next")
    if days is None:
        return None
    return add_days(days.first, -1) if before else days.last
