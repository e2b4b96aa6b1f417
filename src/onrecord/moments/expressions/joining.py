"""Two expressions that name one stretch of time: "between 3 May and 7 May", "from Monday to Friday", "May or June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.model import Span
from onrecord.moments.expressions.amounts import length
from onrecord.moments.expressions.context import preposition
from onrecord.moments.expressions.direction import FUTURE
from onrecord.moments.expressions.found import Found
from onrecord.moments.values import parse

_FROM: Final = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"(?:,\s(?:the\sIranian\s(?:calendar\s)?year,?\s)?|\s\()(?:which\s)?end(?:s|ing)\s(?:on\s)?", re.IGNORECASE
)
_HYPHENS: Final = frozenset({"-", "–", " and "})
_TO: Final = re.compile(r"\s?(?:-|–|to|until|till|through|and|or)\s?", re.IGNORECASE)


def joined(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The same expressions, those that name the two ends of one stretch made one."""
    kept: list[Found] = []
    for this in found:
        last = kept[-1] if kept else None
        if last and _belong(text, last, this):
            kept[-1] = _one(last, this)
        else:
            kept.append(this)
    return tuple(kept)


def _belong(text: str, first: Found, second: Found) -> bool:
    between = text[first.span.end : second.span.start]
    if _counts_on(text, first, between) or _is_dated(first, second, between):
        return _plain(second)
    if len(between) > 9 or not _TO.fullmatch(between) or not (_plain(first) and _plain(second)):
        return False
    opened = _FROM.search(text[max(0, first.span.start - 16) : first.span.start])
    one_stretch = between in {" through ", " or "} or (between in _HYPHENS and _follow_each_other(first, second))
    return bool(opened) or one_stretch


def _counts_on(text: str, first: Found, between: str) -> bool:
    """Two weeks from Tuesday; not "lasting two weeks from Tuesday"."""
    draft = first.draft
    if between != " from " or draft.sense != "length" or draft.amount is None or draft.amount.vague:
        return False
    before = preposition(text, first.span.start)
    return draft.amount.low == draft.amount.high and (before is None or before.words == "in")


def _is_dated(first: Found, second: Found, between: str) -> bool:
    """The end of this year (March 20, 2018); the current month, which ends on 21 October: an aside that dates it."""
    long = first.draft.sense == "point" and first.draft.precision in {"year", "month", "quarter"}
    relative = long and first.draft.value[1:2] in {"+", "-"} and second.draft.precision == "day"
    return relative and bool(_ENDS.fullmatch(between) or (between == " (" and first.draft.value.endswith("-END")))


def _follow_each_other(first: Found, second: Found) -> bool:
    """May-June, May and June, 2018 and 2019: one stretch; two days are two."""
    one, other = parse(first.draft.value), parse(second.draft.value)
    if one is None or other is None or first.draft.precision != second.draft.precision:
        return False
    if first.draft.precision == "year":
        return one.head.isdigit() and other.head.isdigit() and int(other.head) == int(one.head) + 1
    if first.draft.precision != "month":
        return False
    return one.rest.isdigit() and other.rest.isdigit() and int(other.rest) % 12 == (int(one.rest) + 1) % 12


def _plain(found: Found) -> bool:
    return found.draft.sense == "point" and "/" not in found.draft.value and parse(found.draft.value) is not None


def _one(first: Found, second: Found) -> Found:
    start, end = first.draft.value, second.draft.value
    if first.draft.amount:
        counted = length(first.draft.amount.low, first.draft.unit)
        draft = replace(second.draft, value=f"{end}+{counted}", when=FUTURE)
        return Found(Span(first.span.start, second.span.end), draft)
    if start.startswith("XXXX") and end[:4].isdigit():
        start = end[:4] + start[4:]
    if first.draft.precision != "day" and second.draft.precision == "day":
        start = ".."
    draft = replace(first.draft, value=f"{start}/{end}", when=second.draft.when)
    return Found(Span(first.span.start, second.span.end), draft)


def from_start(text: str, found: Found) -> int:
    """Where a joined stretch begins, its "from" or "between" taken in."""
    match = _FROM.search(text[max(0, found.span.start - 16) : found.span.start])
    before = preposition(text, found.span.start)
    if match:
        return max(0, found.span.start - 16) + match.start()
    return before.start if before else found.span.start
