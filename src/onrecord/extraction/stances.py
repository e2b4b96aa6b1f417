"""How the speaker stands to the content: asserts it, reports others' words, or cites it to dispute it."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import table
from onrecord.model import Attribution, Stance, quote


def stance_of(text: str, attribution: Attribution) -> Stance:
    """``disputes`` where others' claims are cited beside words of doubt; ``reports`` where they are only cited."""
    words = quote(text, attribution.content)
    if not _pattern("cited").search(words):
        return "asserts"
    return "disputes" if _pattern("doubt").search(words) else "reports"


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "kinds")["stance"][topic]) + r")\b", re.IGNORECASE)
