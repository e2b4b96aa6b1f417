"""Why a line of plain text was left out of the story, in words for the person who reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.articles.plain_text.lines import CLOCK, LOOKED_AT, Line, count_words, ends_a_sentence
from onrecord.articles.written import written_dates
from onrecord.languages import table
from onrecord.model import Span

UNKNOWN = "not part of the story's text"
RELATED = "heading of related items"
_LISTED = "list of related items"
_FEW = 18
"""Words of a line that one word may explain; a longer one is told by where it stands."""
_LABEL = 8
"""Words of a menu line or a section's name."""
_FURNITURE = 200
"""Characters of such a line that are looked at."""
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_TELEPHONE = re.compile(r"(?<![\w.,-])(?:\+|00?)\d[\d ()/-]{5,20}$")
_NAME = re.compile(r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}")
_BYLINE = re.compile(r"(?:By|BY)\s+(?:[A-Z]|our\s)")
_NAMED_BYLINE = re.compile(r"(?:By|BY)\s+[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){1,4}")


def reasons(lines: Sequence[Line], kept: Sequence[bool], story: Span) -> tuple[str, ...]:
    """A reason for each line that is not kept, in order. ``story`` is the lines from the first kept to the last."""
    found: list[str] = []
    under_related = False
    for at, line in enumerate(lines):
        if kept[at]:
            under_related = False
            continue
        reason = _by_words(line, at, story)
        if under_related and _listed(line, reason):
            reason = _LISTED
        under_related = reason in (RELATED, _LISTED)
        found.append(reason)
    return tuple(found)


def _listed(line: Line, reason: str) -> bool:
    """Whether a line under a heading of related items is one of them: an item, or nothing else that we know."""
    return bool(line.bullet) or reason in (UNKNOWN, _by_place(line, before=False))


def _by_words(line: Line, at: int, story: Span) -> str:
    before = at < story.start
    if is_date_line(line.words):
        return _date_reason(line.words, before=before, after=at >= story.end)
    return _explained(line.words) or _by_place(line, before=before)


def is_explained(words: str) -> bool:
    """Whether one of the words that chrome uses stands in a line short enough to be chrome for it."""
    return bool(_explained(words))


def is_notice(words: str) -> bool:
    """Whether a short line says what sites say of themselves in whole sentences."""
    return count_words(words[:LOOKED_AT]) <= _FEW and bool(_notices().search(words))


def _explained(words: str) -> str:
    if count_words(words[:LOOKED_AT]) > _FEW:
        return ""
    return next((tell for pattern, tell in _known_reasons() if pattern.search(words)), "")


def _date_reason(words: str, *, before: bool, after: bool) -> str:
    kind = "clock line" if CLOCK.search(words) else "date"
    if before:
        return f"a {kind} before the story"
    return f"footer {kind}" if after else f"a {kind} inside the story"


def _by_place(line: Line, *, before: bool) -> str:
    if before and _BYLINE.match(line.words) and count_words(line.words) <= _FEW:
        return "byline"
    if line.bullet:
        return "item of a list or menu"
    if count_words(line.words) <= _LABEL and not ends_a_sentence(line.words):
        return "menu or section line before the story" if before else "menu or section line"
    return UNKNOWN


@cache
def _known_reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_any_of(row["words"]), row["tell"]) for row in table("en", "chrome")["reason"])


@cache
def _notices() -> re.Pattern[str]:
    return _any_of(table("en", "chrome")["notice"]["words"])


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words; a sign that is no word (``©``) stands by itself."""
    whole = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)


def is_furniture(words: str) -> bool:
    """Whether a line is a date, a byline or a copyright line, and nothing else: no story needs it at its ends."""
    if count_words(words[:_FURNITURE]) > _LABEL or ends_a_sentence(words):
        return is_date_line(words) or _NAMED_BYLINE.fullmatch(words[:_FURNITURE]) is not None
    return is_date_line(words) or bool(_BYLINE.match(words) or _COPYRIGHT.search(words) or signature(words))


def is_contact(words: str) -> bool:
    """Whether a short line ends in a telephone number: "Call the studio: 0800 555 12"."""
    return count_words(words[:_FURNITURE]) <= _FEW and _TELEPHONE.search(words[-_FURNITURE:]) is not None


def signature(words: str) -> str:
    """The name beside a full date, as under a headline: "Newsroom, 16 November 2021"; empty where that isn't all."""
    dates = [written for written in written_dates(words) if written.day]
    if len(dates) != 1 or words[:1].islower():
        return ""
    rest = (words[: dates[0].start] + words[dates[0].end :]).strip(" ,|/·•–—-")
    return rest if _NAME.fullmatch(rest) else ""


def is_date_line(words: str) -> bool:
    """Whether a line holds a date or a clock, and nothing beside it."""
    if len(words) > 120 or not any(map(str.isdigit, words)):
        return False
    names = _date_words()
    letters = [word.lower() for word in _LETTERS.findall(words)]
    dated = bool(CLOCK.search(words)) or sum(map(str.isdigit, words)) >= 4 or any(w in names["months"] for w in letters)
    return dated and all(word in names["months"] or word in names["others"] for word in letters)


@cache
def _date_words() -> dict[str, frozenset[str]]:
    dates = table("en", "chrome")["dates"]
    months = table("en", "months")["names"].values()
    return {
        "months": frozenset(name.lower() for names in months for name in names),
        "others": frozenset(dates["words"]) | frozenset(dates["weekdays"]),
    }
