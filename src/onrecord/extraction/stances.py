"""How the speaker stands to the content: asserts it, reports others' words, or cites it to dispute it."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extraction.scope import head_of
from onrecord.languages import table
from onrecord.model import Attribution, Stance, quote

_DIGIT = re.compile(r"\d")


def stance_of(text: str, attribution: Attribution) -> Stance:
    """``disputes``: others' claims cited with doubt, or a figure rejected; ``reports``: they are only cited."""
    words = quote(text, attribution.content)
    head = head_of(text, attribution)
    if head is not None and head.verb.kind == "denial" and _pattern("claims").search(words) and _DIGIT.search(words):
        return "disputes"
    if not _pattern("cited").search(words):
        return "asserts"
    return "disputes" if _pattern("doubt").search(words) else "reports"


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "kinds")["stance"][topic]) + r")\b", re.IGNORECASE)
