"""Two expressions that name one stretch of time: "between 3 May and 7 May", "from Monday to Friday", "May or June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.model import Span
from onrecord.moments.expressions.context import preposition
from onrecord.moments.expressions.found import Found
from onrecord.moments.values import parse

_FROM: Final = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
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
    if len(between) > 9 or not _TO.fullmatch(between) or not (_plain(first) and _plain(second)):
        return False
    return bool(_FROM.search(text[max(0, first.span.start - 16) : first.span.start])) or between in {
        " through ",
        " or ",
    }


def _plain(found: Found) -> bool:
    return found.draft.sense == "point" and "/" not in found.draft.value and parse(found.draft.value) is not None


def _one(first: Found, second: Found) -> Found:
    start, end = first.draft.value, second.draft.value
    if start.startswith("XXXX") and end[:4].isdigit():
        start = end[:4] + start[4:]
    draft = replace(first.draft, value=f"{start}/{end}", when=second.draft.when)
    return Found(Span(first.span.start, second.span.end), draft)


def from_start(text: str, found: Found) -> int:
    """Where a joined stretch begins, its "from" or "between" taken in."""
    match = _FROM.search(text[max(0, found.span.start - 16) : found.span.start])
    before = preposition(text, found.span.start)
    if match:
        return max(0, found.span.start - 16) + match.start()
    return before.start if before else found.span.start
