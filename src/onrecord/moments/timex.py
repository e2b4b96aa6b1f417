"""``times``: the time expressions of a text, with TIMEX3 type and value, and the days where they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.model import Span, TimeExpression
from onrecord.moments.calendar import Days
from onrecord.moments.expressions.context import Sentences, is_indefinite, is_lookalike
from onrecord.moments.expressions.direction import FUTURE, PAST, PRESENT, direction
from onrecord.moments.expressions.echoes import Memory
from onrecord.moments.expressions.found import Draft, Found
from onrecord.moments.expressions.grammar import find
from onrecord.moments.values import Atom, days_of, gap, parse, readings

_AROUND: Final = re.compile(r"\b[Aa]round\s$")
_AGAINST: Final = 5
"""A reading against the tense counts as this many times farther away: tense is read, and misread, from words alone."""


def times(text: str, *, published: date | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; look-alikes (names, counts) are left out.

    ``published`` resolves what is relative; without it values stay symbolic (``XXXX-WXX-2``, ``P1M/P2M``, ``Y+1-Q1``).
    """
    return tuple(_expressions(text, published))


def _expressions(text: str, published: date | None) -> Iterator[TimeExpression]:
    sentences, memory = Sentences(text), Memory(published)
    for found in find(text):
        if is_lookalike(text, found):
            continue
        draft, symbolic = found.draft, _symbolic(text, found)
        if draft.sense == "point" and draft.value.startswith("XXXX-XX-XXT"):
            yield _clocked(symbolic, memory.day_in(sentences.around(found.span)) or published)
            continue
        echo = memory.echo(text[found.span.start : found.span.end], symbolic)
        atom = parse(draft.value) if draft.sense in {"echo", "told"} else None
        days = memory.beside(symbolic) if atom else None
        if atom and draft.sense == "told":
            days = days or days_of(atom, published)
        if atom and days:
            yield replace(symbolic, value=absolute(atom, days, draft), earliest=days.first, latest=days.last)
        elif echo or draft.sense != "echo":
            resolved = echo or _resolved(text, found, symbolic, sentences, published)
            if echo is None:
                memory.keep(resolved)
            yield resolved


def _symbolic(text: str, found: Found) -> TimeExpression:
    span, draft = _with_around(text, found), found.draft
    return TimeExpression(
        span=span,
        type=draft.type,
        value=draft.value,
        precision=draft.precision,
        vague=draft.vague,
        approximate=draft.approximate or span != found.span,
    )


def _with_around(text: str, found: Found) -> Span:
    """Around 7 p.m., around Nov. 1: as TimeML marks them, the word belongs to the time."""
    before = _AROUND.search(text, max(0, found.span.start - 7), found.span.start)
    is_point = found.draft.sense == "point" and found.draft.type in {"DATE", "TIME"}
    return Span(before.start(), found.span.end) if before and is_point else found.span


def _resolved(
    text: str, found: Found, symbolic: TimeExpression, sentences: Sentences, published: date | None
) -> TimeExpression:
    draft = found.draft
    first, _, second = draft.value.partition("/")
    atom = parse(first) if draft.sense in {"point", "reference"} else None
    if atom is None or (published is None and (atom.partial or atom.relative)):
        return symbolic
    seen = atom.partial and published
    days = _nearest(text, found, atom, sentences, seen) if seen else days_of(atom, published)
    if days is None:
        return symbolic
    resolved = replace(symbolic, value=absolute(atom, days, draft), earliest=days.first, latest=days.last)
    return _until(resolved, second, days, draft) if second else resolved


def _until(resolved: TimeExpression, second: str, first: Days, draft: Draft) -> TimeExpression:
    """3 and 4 December: to the day of the second value that comes next."""
    atom = parse(second)
    days = days_of(atom, first.first) if atom else None
    if atom is None or days is None:
        return resolved
    value = f"{resolved.value}/{absolute(atom, days, draft)}"
    return replace(resolved, value=value, latest=max(days.last, first.last))


def _clocked(symbolic: TimeExpression, day: date | None) -> TimeExpression:
    """A time of day alone is on the day named before it in its sentence, else on that of the story."""
    if day is None:
        return symbolic
    value = f"{day.isoformat()}{symbolic.value[len('XXXX-XX-XX') :]}"
    return replace(symbolic, value=value, earliest=day, latest=day)


def _nearest(text: str, found: Found, atom: Atom, sentences: Sentences, published: date) -> Days | None:
    """The reading nearest to the story's day, on the side that its own words or the tense name."""
    own = found.draft.when
    if own == PAST:
        return days_of(atom, _before(atom, published), "last")
    if own == FUTURE:
        return days_of(atom, published, "next")
    if is_indefinite(text, found):
        return days_of(atom, published, "nearest")
    sign = direction(text, found.span, sentences.around(found.span)) or PAST
    if sign == PRESENT and text.startswith(("'s", "’s"), found.span.end):
        sign = PAST  # Friday's vote is a blow
    return min(readings(atom, published), key=lambda days: _distance(days, published, sign), default=None)


def _before(atom: Atom, published: date) -> date:
    """Last May is over: a day before the one that the story's own day lies in."""
    days = days_of(atom, published, "last")
    inside = days is not None and days.first <= published <= days.last and days.first > date.min
    return days.first - timedelta(days=1) if days and inside else published


def _distance(days: Days, published: date, sign: int) -> int:
    distance = gap(days, published)
    against = (days.first > published and sign == PAST) or (days.last < published and sign in {FUTURE, PRESENT})
    same_week = distance <= 7
    return distance * (_AGAINST * 6 if same_week and against else _AGAINST if against else 1)


def absolute(atom: Atom, days: Days, draft: Draft) -> str:
    """The value as TIMEX3 writes it once the year is known; parts of a unit are left to the unit."""
    time = draft.value.partition("T")[2] if draft.type == "TIME" else ""
    whole = _unit_value(atom, days, draft)
    return f"{whole}T{time}" if time else whole


def _unit_value(atom: Atom, days: Days, draft: Draft) -> str:
    if atom.head[0] == "J":
        return f"{days.first}/{days.last}"
    year, month = days.first.year, days.first.month
    iso = days.first.isocalendar()
    written = {
        "day": days.first.isoformat(),
        "hour": days.first.isoformat(),
        "week": f"{iso.year:04d}-W{iso.week:02d}",
        "weekend": f"{iso.year:04d}-W{iso.week:02d}-WE",
        "month": f"{year:04d}-{month:02d}",
        "quarter": f"{year:04d}-Q{(month + 2) // 3}",
        "half": f"{year:04d}-H{1 if month <= 6 else 2}",
        "season": f"{year:04d}-{atom.rest}",
        "year": f"{year:04d}",
        "decade": f"{year // 10:03d}",
        "century": f"{year // 100:02d}",
    }
    return written[draft.precision]
