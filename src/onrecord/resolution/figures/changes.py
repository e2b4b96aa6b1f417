"""How a figure moved, if its clause says so: "rose", "rose 5 %", "cut by"."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low

_VERBS: Final = words("changes", "up") | words("changes", "down")
_NOUNS: Final = words("changes", "nouns")
_LINKS: Final = words("changes", "links")
_AMOUNTS: Final = frozenset(
    {"%", "percent", "percentage", "points", "point", "cent", "per", "$", "€", "£", "million", "billion", "thousand"}
)
_FAR: Final = 6


def change_of(tokens: list[Token], found: Quantity, text: str) -> str | None:
    """The verb of change that governs the figure, with the amount between them ("rose 5 %" for "to 300").

    For an amount, the noun of change after it, too: "a 5 percent rise".
    """
    if found.unit and low(tokens, found.end) in _NOUNS:
        return tokens[found.end].text
    amount = False
    for at in range(found.start - 1, max(-1, found.start - 1 - _FAR), -1):
        token = tokens[at]
        if token.low in _VERBS:
            end = _before_to(tokens, at, found.start) if amount else at + 1
            return text[token.start : tokens[end - 1].end] if _governs(tokens, at) else None
        if token.kind == "number" or token.low in _AMOUNTS:
            amount = True
        elif token.low not in _LINKS:
            return None
    return None


def _governs(tokens: list[Token], at: int) -> bool:
    """A change, and not the bound "up to"."""
    return low(tokens, at) != "up" or low(tokens, at + 1) != "to"


def _before_to(tokens: list[Token], at: int, end: int) -> int:
    for place in range(end - 1, at, -1):
        if tokens[place].low in {"to", "from"}:
            return place
    return at + 1
