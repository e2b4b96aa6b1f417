"""Units of measure and money around a number.

The names are a small table of our own: to load a unit library takes longer than to read a page.
"""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import WORDS, Phrases, words
from onrecord.resolution.figures.tokens import Token, low, touching

_SPACED: Final = Phrases(WORDS["units"])
_MONEY: Final = Phrases(WORDS["money_after"])
_BEFORE: Final[dict[str, str]] = WORDS["money_before"]
_SHARP: Final[dict[str, str]] = WORDS["sharp_units"]
_CODES: Final = frozenset(WORDS["money_before"].values()) | frozenset(WORDS["money_after"].values())
_DURATIONS: Final = words("durations", "words")
_EACH: Final = words("rates", "each")
_TIMES: Final = words("rates", "times")
_LETTER_SIGNS: Final = frozenset("$€£¥₹₽₺₪₩₦₴")


def money_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The money whose sign stands right before ``at`` ("$", "US$", "A$", "USD "), and where it begins."""
    if at == 0:
        return None
    sign = tokens[at - 1]
    gap = tokens[at].start - sign.end
    if sign.text in _LETTER_SIGNS and gap <= 1:
        longer = low(tokens, at - 2) + sign.low
        if longer in _BEFORE and touching(tokens, at - 1):
            return _BEFORE[longer], at - 2
        if low(tokens, at - 2) == "us" and tokens[at - 2].text == "US":
            return "USD", at - 2
        return _BEFORE[sign.low], at - 1
    is_code = sign.kind == "word" and (sign.text.isupper() or sign.text == "Rs") and sign.low != "us"
    return (_BEFORE[sign.low], at - 1) if is_code and sign.low in _BEFORE and gap <= 1 else None


def unit_after(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The unit that begins at ``at``: its name, an ISO 4217 code for money, and the place after it."""
    start = at + 1 if low(tokens, at) == "-" and touching(tokens, at) and touching(tokens, at + 1) else at
    if start < len(tokens) and tokens[start].text in _SHARP and tokens[start].start - tokens[start - 1].end <= 1:
        return _SHARP[tokens[start].text], start + 1
    found = _MONEY.at(tokens, start) or _SPACED.at(tokens, start)
    if found is None and start < len(tokens) and tokens[start].text in _CODES:
        found = tokens[start].text, start + 1
    return _rated(tokens, *found) if found else None


def _rated(tokens: list[Token], unit: str, end: int) -> tuple[str, int]:
    """With the rate that follows: "km per hour" is a unit of its own."""
    if low(tokens, end) == "per" and low(tokens, end + 1) in _TIMES:
        return f"{unit} per {low(tokens, end + 1)}", end + 2
    if low(tokens, end) in _EACH and low(tokens, end + 1) in _TIMES:
        return f"{unit} per {low(tokens, end + 1)}", end + 2
    return unit, end


def is_duration(word: str) -> bool:
    """Whether a word in lower case names a length of time."""
    return word in _DURATIONS
