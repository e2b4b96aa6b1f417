"""Number words of time expressions, and lengths of time written as TIMEX3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from onrecord.moments.expressions.lexicon import NUMBERS, ORDINALS, folded

_RANGE: Final = re.compile(r"\s?(?:–|-(?=\d)|\b(?:to|or)\b|(?<=\d)-)\s?")
_HALF: Final = Fraction(1, 2)
_PARTS_OF: Final = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "h"), "h": (60, "MIN"), "MIN": (60, "S")}
"""How many of the next smaller unit a unit has; a month and a half is a month and fifteen days."""
_MOST: Final = 100_000
_UNITS: Final = NUMBERS["ones"] | NUMBERS["tens"] | NUMBERS["collectives"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many units: ``low`` to ``high``. ``vague`` where a word like "several" named no number (0 for "many")."""

    low: Fraction
    high: Fraction
    approximate: bool = False
    vague: bool = False


def amount(phrase: str) -> Amount | None:
    """What a phrase counts: "one or two", "2 1/2", "a couple of", "twenty-four"; None where it is no number."""
    text = folded(phrase)
    name = text.removesuffix(" of").strip()
    if name in NUMBERS["vague"]:
        low, high = NUMBERS["vague"][name]
        return Amount(Fraction(low), Fraction(high), approximate=True, vague=low != high)
    if name in {"many", "a number", "a good few", "a good many"}:
        return Amount(Fraction(0), Fraction(0), approximate=True, vague=True)
    pieces = [p for p in _RANGE.split(text) if p]
    numbers = [number(p) for p in pieces[:2]]
    if not numbers or any(n is None or n > _MOST for n in numbers):
        return None
    known = sorted(n for n in numbers if n is not None)
    return Amount(known[0], known[-1])


def number(text: str) -> Fraction | None:
    """One number in digits or words."""
    if text[:1].isdigit():
        return _digits(text)
    if text.startswith(("half", "a half")):
        return _HALF
    if text in {"a", "an", "a single"}:
        return Fraction(1)
    return _worded(re.split(r"[\s-]+", text.removeprefix("a ")))


def _digits(text: str) -> Fraction | None:
    whole, half, _ = text.partition(" 1/2")
    plain = whole.replace(",", "")
    if not re.fullmatch(r"\d{1,9}(?:\.\d{1,2})?", plain, re.ASCII):
        return None
    return Fraction(plain) + (_HALF if half else 0)


def _worded(parts: list[str]) -> Fraction | None:
    total = current = 0
    for part in parts:
        if part in _UNITS:
            current += _UNITS[part]
        elif part in NUMBERS["scales"]:
            scaled = max(current, 1) * NUMBERS["scales"][part]
            total, current = (total, scaled) if part == "hundred" else (total + scaled, 0)
        elif part != "and":
            return None
    return Fraction(total + current)


def ordinal(phrase: str) -> int | None:
    """The place that an ordinal names: "first", "31st"."""
    text = folded(phrase)
    if text[:1].isdigit():
        return int(text[:-2])
    return ORDINALS.get(text.replace(" ", "-"), ORDINALS.get(text))


def length(count: Fraction, unit: str) -> str:
    """A length of time as TIMEX3 writes it: ``P2Y6M``, ``PT1M30S``, ``P14D``."""
    if unit == "FN":
        return length(count * 2, "W")
    whole, rest = int(count), count - int(count)
    if unit in {"Q", "E", "C"} and rest:
        months = {"Q": 3, "E": 120, "C": 1200}[unit]
        return f"P{round(count * months)}M"
    pieces = [(whole, unit)] if whole or not rest else []
    if rest:
        parts, smaller = _PARTS_OF.get(unit, (1, unit))
        pieces.append((round(rest * parts), smaller))
    return _written(pieces)


def unknown_length(unit: str) -> str:
    """An uncounted length: ``PXY``, ``PTXH``."""
    letter = {"h": "TXH", "MIN": "TXM", "S": "TXS", "FN": "XW"}.get(unit, f"X{unit}")
    return f"P{letter}"


def _written(pieces: list[tuple[int, str]]) -> str:
    days = "".join(f"{count}{unit}" for count, unit in pieces if unit in "DWMQYEC")
    clock = {"h": "H", "MIN": "M", "S": "S"}
    time = "".join(f"{count}{clock[unit]}" for count, unit in pieces if unit in clock)
    return f"P{days}T{time}" if time else f"P{days}"
