"""Quantities in a line: a number with its bounds, its range and its unit, before it is asked what was counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.resolution.figures.bounds import Bound, bound_after, bound_before
from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.numbers import Number, number_at
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import money_before, percent_before, rate_after, unit_after

_CHANGES: Final = words("changes", "up") | words("changes", "down")
_SIGNS: Final = frozenset({"$", "€", "£", "us"})


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
    measure: tuple[int, int] | None = None
    """The tokens of the unit, where it stands after the number."""


def quantity_at(tokens: list[Token], at: int) -> Quantity | None:
    """The quantity whose number begins at ``at``."""
    money = money_before(tokens, at)
    number = number_at(tokens, at, money=money is not None)
    if number is None:
        return None
    unit, start = money or (None, at)
    number, start = _signed(tokens, number, start)
    if money is None and start < at:
        unit, start = money_before(tokens, start) or (None, start)
    found = _with_range(tokens, _plain(number, start, unit), number)
    return _bounded(tokens, _measured(tokens, found))


def _plain(number: Number, start: int, unit: str | None) -> Quantity:
    return Quantity(
        low=number.low,
        high=number.high,
        start=start,
        first=number.start,
        last=number.end,
        end=number.end,
        unit=unit,
        approximate=number.approximate,
        fraction=number.fraction,
        digits=number.digits,
    )


def _measured(tokens: list[Token], found: Quantity) -> Quantity:
    """With its unit, or the rate that its money goes by."""
    if found.unit:
        unit, end = rate_after(tokens, found.unit, found.end)
        return replace(found, unit=unit, end=end)
    if percent_before(tokens, found.start):
        return replace(found, unit="percent", start=found.start - 1)
    of = low(tokens, found.end) == "of" and found.high is None and not found.fraction  # "billions of dollars"
    after = unit_after(tokens, found.end + of)
    return replace(found, unit=after[0], end=after[1], measure=(found.end, after[1])) if after else found


def _signed(tokens: list[Token], number: Number, start: int) -> tuple[Number, int]:
    """With a minus sign or word before it, unless that is a dash between two things."""
    sign = start - 1
    if low(tokens, sign) == "-" and number.digits and touching(tokens, start):
        if low(tokens, sign - 1) == "minus" and touching(tokens, sign):
            return _negative(number), sign - 1
        opens = sign == 0 or (not touching(tokens, sign) and tokens[sign - 1].kind != "number")
        if opens or low(tokens, sign - 1) in {"(", "[", "$", "€", "£"}:
            return _negative(number), sign
    if (
        low(tokens, sign) == "minus"
        and low(tokens, sign - 1) != "or"
        and (sign == 0 or tokens[sign - 1].kind != "number")
    ):
        return _negative(number), sign
    return number, start


def _negative(number: Number) -> Number:
    return replace(number, low=0.0 - number.low, high=None if number.high is None else 0.0 - number.high)  # no -0


def _with_range(tokens: list[Token], found: Quantity, number: Number) -> Quantity:
    """The other end of "3–5", "between 10 and 15", "two or three", "$2 to $3 billion", "5 percent to 10 percent"."""
    unit = unit_after(tokens, found.end)
    joined = _other_end(tokens, found, number, found.end)
    if joined is None and unit is not None:
        joined = _other_end(tokens, found, number, unit[1])
        if joined is None or not _same_unit(tokens, joined.end, unit[0]):
            return found
    return joined or found


def _other_end(tokens: list[Token], found: Quantity, number: Number, end: int) -> Quantity | None:
    join = _join(tokens, found, end)
    if not join or end + 1 >= len(tokens):
        return None
    at = end + 1
    while low(tokens, at) in _SIGNS:
        at += 1
    each_its_own = at > end + 1 or end > found.end
    if join == "to" and each_its_own and low(tokens, found.start - 1) in {"by", *_CHANGES}:
        return None  # "up $3 to $10" is an amount and where it led
    other = number_at(tokens, at, money=found.unit is not None) if at < len(tokens) else None
    return _joined(found, number, other, join)


def _same_unit(tokens: list[Token], at: int, unit: str) -> bool:
    after = unit_after(tokens, at)
    return after is not None and after[0] == unit


def _join(tokens: list[Token], found: Quantity, at: int) -> str:
    word, before = low(tokens, at), low(tokens, found.start - 1)
    if word == "and":
        ages = before == "of" and low(tokens, found.start - 2) == "ages"
        return "and" if before == "between" or ages else ""
    if word == "to" and before == "from" and _changed(tokens, found.start - 1):
        return ""  # "rose from 5 to 10" is two figures
    return word if word in {"-", "to", "or"} else ""


def _changed(tokens: list[Token], at: int) -> bool:
    """Whether a verb of change governs the words up to ``at``."""
    return any(low(tokens, at - back) in _CHANGES for back in range(1, 6))


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
    return replace(opened(opened(found, before), after), start=start, end=end)


def opened(found: Quantity, bound: Bound) -> Quantity:
    """The quantity with the side open that the bound leaves open, and blurred if it blurs."""
    approximate = found.approximate or bound.approximate
    if bound.open_high and not bound.open_low and found.low is not None:
        return replace(found, high=None, approximate=approximate)
    if bound.open_low and found.high is not None:
        return replace(found, low=None, approximate=approximate)
    return replace(found, approximate=approximate)
