"""The words around a time expression: its sentence, the word of time before it, and look-alikes.

"Theresa May", "Tuesday Weld", "resolution 2254" and "1950 people" are no times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from onrecord.model import Span
from onrecord.moments.expressions.found import Found
from onrecord.moments.expressions.lexicon import (
    DOUBTFUL_MONTHS,
    DOUBTFUL_SEASONS,
    GIVEN_NAMES,
    MONTHS,
    NUMBERS,
    TIMES,
    folded,
    words,
)

_END: Final = re.compile(r"\n|[.!?]['\"”’)\]]{0,3}\s|(?<=[a-z])[.!?](?=[A-Z][a-z])")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc"
    r"|Corp|Co|Ltd|[A-Z]|[ap]\.m)|\b[A-Z]\.[A-Z])$"
)
_REACH: Final = 240
"""Characters of context looked at on either side: sentences are longer on hostile pages only."""
_BEFORE: Final = re.compile(r"([\w'’-]+|[^\w\s])\s*$")
_AFTER: Final = re.compile(r"\s*([\w'’-]+|[^\w\s])")
_DETERMINERS: Final = frozenset(TIMES["small_words"]["determiners"])
_TIMELY: Final = frozenset(TIMES["small_words"]["timely"])
_IN_SEASON: Final = frozenset(TIMES["small_words"]["in_season"])
_CLOCK_AFTER: Final = frozenset(TIMES["small_words"]["clock"])
_NAMES = TIMES["names"]
_TITLES: Final = frozenset(_NAMES["titles"])
_NUMBERED: Final = frozenset(_NAMES["numbered"])
_COUNTED: Final = frozenset(_NAMES["counted"])
_IDEAL: Final = re.compile(
    rf"\b(?:an?|(?:an?|the|our|their|its|your)\s{words(TIMES['small_words']['ideals'])})\s$|(?<!\bas)(?<!\bend)\sof\s$"
)
_ODD_DAY: Final = re.compile(r"\.?\d|\s\d{1,2}(?:st|nd|rd|th)?(?:[.,;!?)]|$)(?!\d)")
_ODD_NTH: Final = re.compile(r"\d(?:st|nd|rd|th)\sof\s$")
_QUOTES: Final = frozenset("\"'“”‘’")
_NEAR_EVENTS: Final = frozenset({"soon", "shortly"})
_AMOUNTS: Final = frozenset([*NUMBERS["scales"], "dollars", "euros", "pounds", "cents", "percent", "%"])
_EVENT_FOLLOWS: Final = frozenset({"after", "before", "afterwards", "thereafter"})
_AUXILIARIES: Final = frozenset([*TIMES["future"]["modals"], *TIMES["auxiliaries"]["finite"]])
_NAMED_DAYS: Final = frozenset(_NAMES["named_days"])
_PREPOSITIONS: Final = {
    folded(phrase): kind for kind, phrases in reversed(TIMES["prepositions"].items()) for phrase in phrases
}
_PREPOSITION: Final = re.compile(
    rf"(?<![\w-])({words(_PREPOSITIONS)})\s{{1,3}}(?:{words(TIMES['prepositions_aside']['words'])}\s)?(?:the\s|a\s)?$",
    re.IGNORECASE,
)


class Preposition(NamedTuple):
    """What stands before a time expression: its kind (a key of the language data), words, and where it begins."""

    kind: str
    words: str
    start: int


class Sentences:
    """Where the sentences of a text begin and end; found once for each text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *_sentence_starts(text)]

    def around(self, span: Span) -> Span:
        """The sentence that a span begins in, cut to what is near it."""
        index = bisect_right(self._starts, span.start)
        start = self._starts[index - 1]
        end = self._starts[index] if index < len(self._starts) else len(self._text)
        return Span(max(start, span.start - _REACH), max(span.end, min(end, span.end + _REACH)))


def _sentence_starts(text: str) -> Iterable[int]:
    for match in _END.finditer(text):
        if match[0] == "\n" or not _ABBREVIATION.search(text, max(0, match.start() - 8), match.start()):
            yield match.end()


def word_before(text: str, at: int) -> str:
    """The word or mark that ends right before a place, within the same line; empty where there is none."""
    match = _BEFORE.search(text[max(0, at - 40) : at].rpartition("\n")[2])
    return match[1] if match else ""


def word_after(text: str, at: int) -> str:
    """The word or mark that begins right after a place; empty where there is none."""
    match = _AFTER.match(text[at : at + 40].partition("\n")[0])
    return match[1] if match else ""


def preposition(text: str, at: int) -> Preposition | None:
    """The longest known preposition that ends right before a place."""
    from_ = max(0, at - 40)
    match = _PREPOSITION.search(text[from_:at])
    if match is None:
        return None
    return Preposition(_PREPOSITIONS[folded(match[1])], folded(match[1]), from_ + match.start(1))


# ── look-alikes ──────────────────────────────────────────────────────────────


def is_lookalike(text: str, found: Found) -> bool:
    """Whether what the grammar found is a name, a count or a number of another kind."""
    phrase = text[found.span.start : found.span.end]
    before, after = word_before(text, found.span.start), word_after(text, found.span.end)
    if found.draft.sense in {"length", "reference"}:
        return _counts_from_event(phrase, before, after) or _is_age_or_rate(found, phrase, before, after)
    if phrase in GIVEN_NAMES or phrase in DOUBTFUL_MONTHS:
        return before in _NAMED_DAYS or _is_name(phrase, before, after) or _is_misfit(text, found, before)
    if phrase.lower().removeprefix("the ") in DOUBTFUL_SEASONS:
        return before.lower() not in _IN_SEASON or after.lower() in {"of", "in", "from"}
    if phrase[:4].isdigit() and len(phrase) == 4:
        return _is_number(before, after)
    if found.draft.sense == "point" and found.draft.value.startswith("XXXX-XX-XXT"):
        return before.lower() not in _CLOCK_AFTER
    return _is_misfit(text, found, before) or _is_ideal(text, found.span, phrase)


def _is_ideal(text: str, span: Span, phrase: str) -> bool:
    """A brighter tomorrow, the ships of tomorrow, a show named "Today": nouns."""
    if phrase.lower() not in {"tomorrow", "today"}:
        return False
    quoted = text[span.start - 1 : span.start] in _QUOTES and text[span.end : span.end + 1] in _QUOTES
    return quoted or bool(_IDEAL.search(text, max(0, span.start - 24), span.start))


def _is_age_or_rate(found: Found, phrase: str, before: str, after: str) -> bool:
    """Forty years old; two million a year; a quarter of the town."""
    counted = before[:1].isdigit() or before.lower() in _AMOUNTS
    fraction = phrase.lower().endswith("a quarter") and after.lower() in {"of", "and", "to", "-"}
    return fraction or (after.lower() == "old" and found.draft.unit == "Y") or (phrase.startswith("a ") and counted)


def _counts_from_event(phrase: str, before: str, after: str) -> bool:
    """Soon after the vote, as soon as: not from now."""
    beside = {before.lower(), after.lower()}
    return phrase.lower() in _NEAR_EVENTS and (after.lower() in _EVENT_FOLLOWS or "as" in beside)


def _is_misfit(text: str, found: Found, before: str) -> bool:
    """The month of 31 February, of March 35, of the 30th of February; the day of Good Monday."""
    if found.draft.precision == "month":
        odd = _ODD_DAY.match(text, found.span.end) or _ODD_NTH.search(
            text, max(0, found.span.start - 10), found.span.start
        )
        return bool(odd) or (before.isdigit() and len(before) < 3)
    if found.draft.holiday and before[:1].isupper() and before.lower() not in _TIMELY:
        return True  # Lunar New Year, Orthodox Easter
    return found.draft.precision == "day" and before in _NAMED_DAYS and "WXX" in found.draft.value


def _is_name(phrase: str, before: str, after: str) -> bool:
    if before.rstrip("-").lower() in MONTHS:
        return False
    timely = before.lower() in _TIMELY
    if before in _TITLES or (before[:1].isupper() and before.lower() not in _TIMELY):
        return phrase in GIVEN_NAMES and not phrase.endswith("day")
    if after[:1].isupper() and not timely:
        return True
    return phrase in DOUBTFUL_MONTHS and not timely


def _is_number(before: str, after: str) -> bool:
    if before.lower().rstrip(".") in _NUMBERED or before in {"#", "№", "$", "€", "£", "-", "–", "/", "×"}:
        return True
    if after.lower() in _COUNTED or after in {"%", "/", "×"}:
        return True
    return before[:1].isdigit()


def is_indefinite(text: str, found: Found) -> bool:
    """A June agreement, an October letter: the verb around it tells when it counts, not when that June was."""
    return (
        found.draft.precision == "month"
        and word_before(text, found.span.start).lower() in {"a", "an"}
        and word_after(text, found.span.end)[:1].isalpha()
    )


def is_adjectival(text: str, found: Found) -> bool:
    """Whether it only names something: "the 2016 election", "the November 5 Movement", "Vision 2030"."""
    before, after = word_before(text, found.span.start), word_after(text, found.span.end)
    noun_follows = after[:1].isalpha() and after.lower() not in _TIMELY and after not in {"'s", "’s"}
    phrase = text[found.span.start : found.span.end].lower()
    named = before.lower() in _DETERMINERS or (phrase[:4] == "the " and phrase[4:].isdigit())
    for_month = before.lower() == "for" and found.draft.precision == "month" and after.lower() not in _AUXILIARIES
    if noun_follows and (named or for_month):
        return True
    if text[found.span.end : found.span.end + 1] == "-":
        return True
    return phrase.isdigit() and before[:1].isupper() and before.lower() not in _TIMELY
