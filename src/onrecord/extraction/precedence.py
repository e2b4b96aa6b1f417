"""Where words outrank what the reader believes: an event's time that it half sees, and claims cited beside doubt.

Few statements are of these sorts, and the reader has learnt too little of them. Both rules ask for words that rarely
stand together: in cross-validation on the 3,951 statements judged for training they change none.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import table
from onrecord.model import Attribution, Kind, Stance, quote
from onrecord.models.reader.judging import KINDS, Judgement

_HALF_SEEN = 0.15
"""Below it the reader is sure that no event is what counts."""


def kind_of(text: str, attribution: Attribution, judged: Judgement) -> tuple[Kind, float]:
    """The kind and how likely it is: a schedule before others where an event's name, its holding and its time stand."""
    likely = judged.kinds[KINDS.index("schedule")]
    words = quote(text, attribution.content)
    if likely >= _HALF_SEEN and all(_pattern(topic).search(words) for topic in ("event", "held", "dated")):
        return "schedule", likely
    return judged.kind, max(judged.kinds)


def stance_of(text: str, attribution: Attribution, judged: Judgement) -> Stance:
    """``disputes`` where others' claims are cited beside words of doubt."""
    words = quote(text, attribution.content)
    if _pattern("cited").search(words) and _pattern("doubt").search(words):
        return "disputes"
    return judged.stance


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "precedence")[topic]) + r")\b", re.IGNORECASE)
