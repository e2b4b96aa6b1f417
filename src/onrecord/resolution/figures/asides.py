"""What a sentence puts between a noun and what is said of it: asides, brackets, and who told it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.tokens import Token, low

_SOURCES: Final = words("attributions", "sources")
_TELLS: Final = words("attributions", "verbs")
_BEFORE: Final = words("attributions", "before") | {"a", "an", "the"}
_TELLERS: Final = frozenset({"he", "she", "it", "they"})
_OPENS: Final = {"(": ")", "[": "]", ",": ",", "-": "-"}
_FAR: Final = 24
"""The longest aside, in tokens."""


def attribution_at(tokens: list[Token], at: int) -> bool:
    """Whether who told it begins at ``at``, as where commas were lost: "… dead a monitor said", "… 11 State media"."""
    if low(tokens, at) in _TELLERS:
        return low(tokens, at + 1) in _TELLS
    source = _source(tokens, at)
    if source is not None and low(tokens, source + 1) == "and":
        source = _source(tokens, source + 2)  # "activists and state media reported"
    if source is None:
        return False
    return low(tokens, source + 1) in _TELLS or (source + 1 >= len(tokens) and at > 0) or low(tokens, source + 1) == "-"


def _source(tokens: list[Token], at: int) -> int | None:
    """The word for who told it, past "the" and the like."""
    source = at
    while source < at + 3 and (low(tokens, source) in _BEFORE or low(tokens, source + 1) in _SOURCES):
        source += 1
    return source if low(tokens, source) in _SOURCES else None


def past_bracket(tokens: list[Token], at: int) -> int:
    """The place after a bracket that opens at ``at``: "$2 million (€1.8 million) for roads"."""
    if low(tokens, at) != "(":
        return at
    end = _closed(tokens, at)
    return end + 1 if end else at


def past_aside(tokens: list[Token], at: int) -> int | None:
    """The place after an aside that begins at ``at``: "58 people[, 11 of them children,] were killed"."""
    if low(tokens, at) in {",", "-", "("}:
        end = _closed(tokens, at)
        return end + 1 if end else None
    if low(tokens, at + 1) == "of" and low(tokens, at + 2) in {"them", "whom"}:
        return at + 4 + (low(tokens, at + 3) in {"a", "an"})
    start = at + (low(tokens, at).endswith("ly"))
    if low(tokens, start) != "including":
        return None
    return next((place for place in range(start + 1, min(start + 8, len(tokens))) if low(tokens, place) in _WERE), None)


_WERE: Final = frozenset({"was", "were", "are", "is", "have", "has", "had"})


def _closed(tokens: list[Token], at: int) -> int | None:
    """Where the sign stands that closes the one at ``at``, in the same sentence."""
    closing = _OPENS[low(tokens, at)]
    for place in range(at + 1, min(at + _FAR, len(tokens))):
        if low(tokens, place) == closing:
            return place
        if low(tokens, place) in {";", ":", "?", "!"}:
            return None
    return None
