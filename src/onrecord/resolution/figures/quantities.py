"""Quantities in a line: a number with its bounds, its range and its unit, before it is asked what was counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.resolution.figures.bounds import Bound, bound_after, bound_before
from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.numbers import Number, number_at
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import money_before, unit_after

_CHANGES: Final = words("changes", "up") | words("changes", "down")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``[low, high]`` in the tokens ``[start, end)``, the number itself in ``[first, last)``."""

    low: float | None
    high: float | None
    start: int
    first: int
    last: int
    end: int
    unit: str | None = None
    approximate: bool = False
    fraction: bool = False
    ranged: str = ""
    """How a range is joined: a dash, "to", "or", "and"; empty for a single number."""
    digits: bool = False


def quantity_at(tokens: list[Token], at: int) -> Quantity | None:
    """The quantity whose number begins at ``at``."""
    money = money_before(tokens, at)
    number = number_at(tokens, at, money=money is not None)
    if number is None:
        return None
    start, unit = (money[1], money[0]) if money else (at, None)
    number, start = _signed(tokens, number, start)
    found = Quantity(
        number.low,
        number.high,
        start,
        at,
        number.end,
        number.end,
        unit,
        number.approximate,
        number.fraction,
        "",
        number.digits,
    )
    found = _with_range(tokens, found, number)
    if found.unit is None:
        after = unit_after(tokens, found.end)
        found = replace(found, unit=after[0], end=after[1]) if after else found
    return _bounded(tokens, found)


def _signed(tokens: list[Token], number: Number, start: int) -> tuple[Number, int]:
    """With a minus sign or word before it, unless that is a dash between two things."""
    if start and low(tokens, start - 1) == "-" and number.digits and touching(tokens, start):
        opens = start == 1 or (not touching(tokens, start - 1) and tokens[start - 2].kind != "number")
        if opens or low(tokens, start - 2) in {"(", "[", "$", "€", "£"}:
            return _negative(number), start - 1
    if start and low(tokens, start - 1) == "minus" and (start == 1 or tokens[start - 2].kind != "number"):
        return _negative(number), start - 1
    return number, start


def _negative(number: Number) -> Number:
    return replace(number, low=-number.low, high=None if number.high is None else -number.high)


def _with_range(tokens: list[Token], found: Quantity, number: Number) -> Quantity:
    """The other end of "3–5", "between 10 and 15", "two or three", "$2 to $3 billion", "5 percent to 10 percent"."""
    unit = unit_after(tokens, found.end)
    for end, middle in ((found.end, None), (unit[1], unit[0]) if unit else (found.end, None)):
        join = _join(tokens, found, end)
        if not join:
            continue
        at = end + 1
        other_money = low(tokens, at) in {"$", "€", "£", "us"}
        while other_money and low(tokens, at) in {"$", "€", "£", "us"}:
            at += 1
        other = number_at(tokens, at, money=found.unit is not None) if at < len(tokens) else None
        joined = _joined(found, number, other, join)
        if joined is None:
            continue
        if middle and not _same_unit(tokens, joined.end, middle):
            continue
        return joined
    return found


def _same_unit(tokens: list[Token], at: int, unit: str) -> bool:
    after = unit_after(tokens, at)
    return after is not None and after[0] == unit


def _join(tokens: list[Token], found: Quantity, at: int) -> str:
    word = low(tokens, at)
    if word == "-":
        return "-"
    before = low(tokens, found.start - 1)
    if word == "and":
        return "and" if before == "between" else ""
    if word == "to" and before == "from" and low(tokens, found.start - 2) in _CHANGES:
        return ""
    return word if word in {"to", "or"} else ""


def _joined(found: Quantity, number: Number, other: Number | None, join: str) -> Quantity | None:
    if other is None or other.high is None or found.high is None or other.fraction != found.fraction:
        return None
    low_end, high_end = number.low, other.high
    if other.scale > 1 and number.scale == 1 and abs(low_end) < other.high / other.scale:
        low_end *= other.scale
    if not low_end < high_end or (join == "or" and high_end > 3 * abs(low_end) + 2):
        return None
    return replace(found, low=low_end, high=high_end, last=other.end, end=other.end, ranged=join)


def _bounded(tokens: list[Token], found: Quantity) -> Quantity:
    before, start = bound_before(tokens, found.start)
    if found.ranged in {"and", "to", "-"} and low(tokens, start - 1) in {"between", "from"}:
        start -= 1
    after, end = bound_after(tokens, found.end)
    opened = _opened(_opened(found, before), after)
    return replace(opened, start=start, end=end)


def _opened(found: Quantity, bound: Bound) -> Quantity:
    approximate = found.approximate or bound.approximate
    if bound.open_high and not bound.open_low:
        return replace(found, high=None, approximate=approximate)
    if bound.open_low and found.high is not None:
        return replace(found, low=None, approximate=approximate)
    return replace(found, approximate=approximate)
