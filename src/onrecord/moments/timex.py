"""``times``: the time expressions of a text, with TIMEX3 type and value, and the days where they are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.model import TimeExpression
from onrecord.moments.calendar import Days
from onrecord.moments.context import Sentences, is_lookalike
from onrecord.moments.direction import FUTURE, PAST, direction
from onrecord.moments.found import Draft, Found
from onrecord.moments.grammar import find
from onrecord.moments.values import Atom, Mode, days_of, parse

_MODES: Final[dict[int | None, Mode]] = {PAST: "last", FUTURE: "next", 0: "nearest", None: "nearest"}
_SUFFIXED: Final = ("EARLY", "MID", "LATE", "BEGIN", "END")


def times(text: str, *, published: date | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; look-alikes (names, counts) are left out.

    ``published`` resolves what is relative; without it values stay symbolic (``XXXX-WXX-2``, ``P1M/P2M``, ``Y+1-Q1``).
    """
    sentences = Sentences(text)
    found = [f for f in find(text) if not is_lookalike(text, f)]
    return tuple(_expression(text, f, sentences, published) for f in found)


def _expression(text: str, found: Found, sentences: Sentences, published: date | None) -> TimeExpression:
    draft = found.draft
    symbolic = TimeExpression(
        span=found.span,
        type=draft.type,
        value=draft.value,
        precision=draft.precision,
        vague=draft.vague,
        approximate=draft.approximate,
    )
    atom = parse(draft.value) if draft.sense == "point" else None
    if atom is None or (published is None and (atom.partial or atom.relative)):
        return _clocked(symbolic, published)
    days = days_of(atom, published, _mode(text, found, atom, sentences))
    if days is None:
        return symbolic
    value = absolute(atom, days, draft)
    return replace(symbolic, value=value, earliest=days.first, latest=days.last)


def _clocked(symbolic: TimeExpression, published: date | None) -> TimeExpression:
    """A time of day alone is on the day of the story."""
    if published is None or not symbolic.value.startswith("XXXX-XX-XXT"):
        return symbolic
    value = f"{published.isoformat()}{symbolic.value[len('XXXX-XX-XX') :]}"
    return replace(symbolic, value=value, earliest=published, latest=published)


def _mode(text: str, found: Found, atom: Atom, sentences: Sentences) -> Mode:
    if not atom.partial or found.draft.when:
        return _MODES[found.draft.when]
    return _MODES[direction(text, found.span, sentences.around(found.span))]


def absolute(atom: Atom, days: Days, draft: Draft) -> str:
    """The value as TIMEX3 writes it once the year is known; parts of a unit are left to the unit."""
    time = draft.value.partition("T")[2] if draft.type == "TIME" else ""
    whole = _unit_value(atom, days, draft)
    return f"{whole}T{time}" if time else whole


def _unit_value(atom: Atom, days: Days, draft: Draft) -> str:
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
