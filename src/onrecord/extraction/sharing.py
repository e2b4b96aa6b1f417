"""Who a participle belongs to ("she said it held, adding that …"), and who is only told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.scope import head_of
from onrecord.model import Attribution

_STOP = re.compile(r"[.!?…][\"”’)\]]*\s|\n")
_NEAR = 80


def with_sources(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """In the same order: participles with the source of what was told before them, nobody told beside who tells."""
    before: Attribution | None = None
    for one in found:
        told = _without_addressee(one)
        if before is not None and not one.source and _shares(text, before, one):
            told = replace(told, source=before.source)
        yield told
        before = told


def _shares(text: str, before: Attribution, one: Attribution) -> bool:
    head = head_of(text, one)
    if head is None or head.shape != "ing" or not one.cue or not before.source:
        return False
    end, start = max(spans[-1].end for spans in (before.content, before.cue, before.source) if spans), one.cue[0].start
    return end <= start <= end + _NEAR and _STOP.search(text, end, start) is None


def _without_addressee(one: Attribution) -> Attribution:
    """As in "Roe told a reporter that", where the reporter is no source beside Roe."""
    if len(one.source) < 2 or not one.cue:
        return one
    telling = tuple(piece for piece in one.source if piece.end <= one.cue[0].start)
    return replace(one, source=telling) if telling and one.source[-1].start >= one.cue[-1].end else one
