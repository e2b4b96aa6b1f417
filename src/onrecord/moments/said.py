"""``find_said``: the words that tell when something was said, in the attributing words outside the content."""

from __future__ import annotations

from onrecord.model import TimeExpression
from onrecord.moments.expressions.context import is_adjectival, is_lookalike, preposition
from onrecord.moments.expressions.found import Found
from onrecord.moments.expressions.grammar import find
from onrecord.moments.values import parse

_AHEAD = frozenset({"by", "before", "since", "opening", "within", "after"})
"""Prepositions that name a bound, not the day of speaking."""


def find_said(text: str) -> tuple[TimeExpression, ...]:
    """The days and times that attributing words name ("said on Tuesday", "in a statement released late on 3 May").

    Values stay symbolic, for `resolve_said`. Lengths, sets, vague words, what lies ahead by its own words ("next
    week") and bounds ("by Friday") are left out: nothing is said there.
    """
    return tuple(_expression(f) for f in find(text) if _tells_when(text, f))


def _tells_when(text: str, found: Found) -> bool:
    draft = found.draft
    if draft.sense != "point" or draft.when == 1 or parse(draft.value) is None or is_lookalike(text, found):
        return False
    before = preposition(text, found.span.start)
    return not (before and before.kind in _AHEAD) and not is_adjectival(text, found)


def _expression(found: Found) -> TimeExpression:
    draft = found.draft
    return TimeExpression(
        span=found.span,
        type=draft.type,
        value=draft.value,
        precision=draft.precision,
        approximate=draft.approximate,
    )
