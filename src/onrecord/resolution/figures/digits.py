"""The value of a number in digits: ``1,000.5``, ``1.000,5``, ``1 000``, Arabic-Indic digits too."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST_DIGITS: Final = 15
"""A longer run is an identifier; so many a float still holds exactly."""
_SEPARATOR: Final = re.compile(r"[^\d]")
_PLAIN: Final = str.maketrans({"٬": ",", "٫": ".", "’": "'", "\u00a0": " ", "\u2009": " ", "\u202f": " "})


def value_of(written: str) -> float | None:
    """What the digits say; None where their separators make no number ("1,2,3,4", "1.2.3")."""
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in written.translate(_PLAIN))
    signs = _SEPARATOR.findall(plain)
    pieces = _SEPARATOR.split(plain)
    if sum(map(len, pieces)) > MOST_DIGITS:
        return None
    if not signs:
        return float(plain)
    if len(set(signs)) == 1:
        return _one_sign(signs, pieces)
    whole, last = pieces[:-1], signs[-1]
    if last in signs[:-1] or last not in ",." or not _grouped(whole) or len(set(signs[:-1])) > 1:
        return None
    return float("".join(whole) + "." + pieces[-1])


def _one_sign(signs: list[str], pieces: list[str]) -> float | None:
    sign = signs[0]
    if sign == "." and len(signs) == 1:
        return _dotted(pieces)
    if _grouped(pieces):
        return float("".join(pieces))
    if sign == "," and len(signs) == 1 and len(pieces[1]) != 3:
        return float(".".join(pieces))
    return None


def _dotted(pieces: list[str]) -> float:
    """A single point is the decimal one, but nobody writes a decimal "40.000"."""
    if pieces[1] == "000" and _grouped(pieces):
        return float("".join(pieces))
    return float(".".join(pieces))


def _grouped(pieces: list[str]) -> bool:
    """Groups of three digits, or of two before the last (lakhs), the first not empty and not zero."""
    first, *rest = pieces
    if not rest or not 1 <= len(first) <= 3 or first[0] == "0":
        return False
    return len(rest[-1]) == 3 and (
        all(len(group) == 3 for group in rest) or (len(first) < 3 and all(len(group) == 2 for group in rest[:-1]))
    )
