"""Notes in which an editor says that a story was corrected or updated."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import table
from onrecord.revising.units import plain

_MARKS = " \t([*_-"


def is_note(sentence: str) -> bool:
    """Whether a sentence is the beginning of such a note."""
    text = plain(sentence).casefold().lstrip(_MARKS)
    openings, anywhere = _patterns()
    return bool(openings.match(text) or anywhere.search(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = table("en", "corrections")
    marked = set(known["marked"])
    alone = "|".join(re.escape(words) for words in known["openings"] if words not in marked)
    with_mark = "|".join(map(re.escape, known["marked"]))
    # "Update (14:30):", "Corrected -", "(Clarification)"
    return (
        re.compile(rf"(?:{alone})\b|(?:{with_mark})\b[^.:;\-)]{{0,40}}(?:[:)]| -)"),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, known['anywhere']))})\b"),
    )
