"""How firmly a statement is put: certain, likely, possible or hoped."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import table
from onrecord.model import Attribution, Strength, quote

_ORDER: tuple[Strength, ...] = ("hoped", "likely", "possible")


def strength_of(text: str, attribution: Attribution, carriers: str) -> Strength:
    """By the cue first ("hopes"), then by the words that carry the kind; an aim or a question in them is no hedge."""
    claim = _pattern("unclaimed").sub(" ", carriers)
    for words in (quote(text, attribution.cue), claim):
        for strength in _ORDER:
            if _pattern(strength).search(words):
                return strength
    return "certain"


@cache
def _pattern(strength: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "kinds")["strength"][strength]) + r")\b", re.IGNORECASE)
