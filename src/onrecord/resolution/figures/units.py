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
_EACH: Final = words("rates", "each") | {"per"}
_THINGS: Final = words("rates", "things")
_SIGNS: Final = frozenset("$€£¥₹₽₺₪₩₦₴")


def money_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The money whose sign stands right before ``at`` ("$", "US$", "$US", "A$", "USD "), and where it begins."""
    if at == 0 or tokens[at].start - tokens[at - 1].end > 1:
        return None
    sign, before = tokens[at - 1], tokens[at - 2] if at > 1 else tokens[at - 1]
    near = at > 1 and sign.start - before.end <= (len(before.text) > 1) and before.text.isupper()  # "A $30 fine"
    if sign.text in _SIGNS:
        longer = before.low + sign.low
        return (_BEFORE[longer], at - 2) if near and longer in _BEFORE else (_BEFORE[sign.low], at - 1)
    if before.low + sign.low == "y=" or (before.text in _SIGNS and sign.text.isupper() and touching(tokens, at - 1)):
        longer = before.low + sign.low if sign.low == "=" else sign.low + before.low
        return (_BEFORE[longer], at - 2) if longer in _BEFORE else None
    is_code = sign.low in _BEFORE and (sign.text.isupper() or sign.text == "Rs") and sign.low != "us"
    if sign.low == "ps" and not (touching(tokens, at) and len(tokens[at].text) > 2):
        return None
    return (_BEFORE[sign.low], at - 1) if is_code else None


def percent_before(tokens: list[Token], at: int) -> bool:
    """``%50``, ``٪٥٠``: as Turkish and Arabic write it."""
    lone = at < 2 or tokens[at - 2].kind != "number" or not touching(tokens, at - 1)
    return low(tokens, at - 1) in {"%", "٪"} and touching(tokens, at) and lone


def unit_after(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The unit that begins at ``at``: its name, an ISO 4217 code for money, and the place after it."""
    start = at + 1 if low(tokens, at) == "-" and touching(tokens, at) and touching(tokens, at + 1) else at
    spaced = _SPACED.at(tokens, start)
    longer = spaced is not None and spaced[1] > start + 1  # "m/s" is no "m"
    if not longer and start < len(tokens) and tokens[start].text in _SHARP and _is_symbol(tokens, start):
        return _SHARP[tokens[start].text], start + 1
    if low(tokens, start) in _SIGNS and start + 1 < len(tokens) and tokens[start + 1].kind == "number":
        return None
    found = _MONEY.at(tokens, start) or spaced
    if found is not None and not found[0]:
        return None
    if found is None and start < len(tokens) and tokens[start].text in _CODES:
        found = tokens[start].text, start + 1
    return _rated(tokens, *found) if found else None


def names_money(tokens: list[Token], at: int) -> bool:
    """Whether a money's name begins at ``at``: "3m euros"."""
    return _MONEY.at(tokens, at) is not None


def rate_after(tokens: list[Token], unit: str, at: int) -> tuple[str, int]:
    """The unit with the rate that begins at ``at``, if one does: "$58 per barrel"."""
    return _rated(tokens, unit, at)


def _is_symbol(tokens: list[Token], at: int) -> bool:
    """Whether a letter is a unit: close after digits, and no name's beginning ("two F-15")."""
    near = tokens[at].start - tokens[at - 1].end <= 1 and tokens[at - 1].kind == "number"
    return near and not (low(tokens, at + 1) == "-" and touching(tokens, at + 1))


def _rated(tokens: list[Token], unit: str, end: int) -> tuple[str, int]:
    """With the rate that follows: "USD per barrel" is a unit of its own."""
    rate = end + (low(tokens, end) == "-")
    if low(tokens, rate) not in _EACH or unit == "percent":
        return unit, end
    if low(tokens, rate + 2) in {"ago", "earlier", "later", "before", "after", "old"}:
        return unit, end
    at = rate + 1 + (low(tokens, rate + 1) == "-")
    thing = _SPACED.at(tokens, at)
    if thing is not None and low(tokens, at) in _THINGS:
        return f"{unit} per {thing[0]}", thing[1]
    return (f"{unit} per {low(tokens, at)}", at + 1) if low(tokens, at) in _THINGS else (unit, end)


def is_duration(word: str) -> bool:
    """Whether a word in lower case names a length of time."""
    return word in _DURATIONS
