"""The words that limit what was counted: those after the noun, else before it, else the clause around it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import NUMBERS, words
from onrecord.resolution.figures.nouns import Counted
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low, touching

_BE: Final = words("populations", "be")
_SUBORDINATE: Final = words("populations", "subordinate")
_ENDS: Final = words("populations", "ends")
_PRONOUNS: Final = words("populations", "pronouns")
_CASUALTY: Final = words("populations", "casualty")
_LONGEST: Final = 30
_CLOSERS: Final = frozenset('.;:!?,"”»)]—…“«(')

Range = tuple[int, int]


def population_of(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """The tokens ``[start, end)`` that limit what was counted; None where nothing does."""
    after = _after(tokens, counted.end)
    before = _modifiers(counted)
    if after and not (before and low(tokens, after[0]) in _SUBORDINATE):
        return after
    return before or _clause_before(tokens, found)


def _after(tokens: list[Token], start: int) -> Range | None:
    end = start
    while end < min(len(tokens), start + _LONGEST) and not _closes(tokens, end, start):
        end += 1
    while start < end and tokens[start].low in _BE and not _lone(tokens, start, end):
        start += 1
    return (start, end) if start < end else None


def _lone(tokens: list[Token], start: int, end: int) -> bool:
    """``have gone``, ``had fled``: the perfect stays; ``were killed``, ``have been killed`` lose their auxiliaries."""
    return tokens[start].low in {"have", "has", "had"} and low(tokens, start + 1) not in _BE and start + 1 < end


def _closes(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if token.low == "-" and not touching(tokens, at):
        return True
    if token.low in _CLOSERS:
        return token.low != "." or not _abbreviates(tokens, at)
    if token.low in _ENDS and at > start:
        return True
    if token.low in {"and", "or", "as"}:
        after = low(tokens, at + 1)
        return after in _PRONOUNS or _counts(tokens, at + 1) or at == start
    return at == start and token.low in _ENDS


def _abbreviates(tokens: list[Token], at: int) -> bool:
    """``U.S.``, ``Gen. Askel``: a point that ends no sentence."""
    return len(tokens[at - 1].text) == 1 and at + 1 < len(tokens)


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether another figure begins here: "… killed and 41 injured", "and at least six"."""
    for step in range(3):
        if at + step >= len(tokens):
            return False
        token = tokens[at + step]
        if token.kind == "number" or token.low in NUMBERS["ones"] or token.low in NUMBERS["tens"]:
            return True
    return False


def _modifiers(counted: Counted) -> Range | None:
    """``sick and elderly`` in "400 sick and elderly captives"."""
    if counted.head is None or counted.start >= counted.head:
        return None
    return counted.start, counted.head


def _clause_before(tokens: list[Token], found: Quantity) -> Range | None:
    """``It has killed`` before "more than 90,000 people"; ``Invitations have gone out to``."""
    at = found.start
    while at > 0 and found.start - at < _LONGEST and not _opens(tokens, at - 1):
        at -= 1
    verbs = [n for n in range(at, found.start) if tokens[n].low in _CASUALTY]
    if verbs and verbs[-1] - at > 6:
        at = verbs[-1]
    return (at, found.start) if verbs else None


def _opens(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low == ".":
        return not _abbreviates(tokens, at)
    return token.low in _CLOSERS or token.low in {"that", "while", "but"}
