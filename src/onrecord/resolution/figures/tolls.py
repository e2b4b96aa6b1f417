"""What is counted where the figure only ends the sentence: "the number of people killed in … rose to 23"."""

from __future__ import annotations

from typing import Final, NamedTuple

from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.nouns import counted_after
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low

_COUNTS: Final = words("tolls", "counts")
_CHANGES: Final = words("changes", "up") | words("changes", "down")
_VERBS: Final = _CHANGES | words("tolls", "verbs")
_AUXILIARIES: Final = words("populations", "auxiliaries")
_STOPS: Final = frozenset('.;:!?"”»—…')
_FAR: Final = 30


class Told(NamedTuple):
    """The noun's token, if one is named, and the tokens that limit it."""

    noun: int | None
    population: tuple[int, int] | None
    moved: int | None = None
    """The verb that moves the count and stands before it: "raised its count of …"."""


def told_before(tokens: list[Token], found: Quantity) -> Told | None:
    """What a figure at the end of "the number of … rose to", "its count of … to" or "the toll from … at" counts."""
    if found.unit or low(tokens, found.start - 1) not in {
        "to",
        "at",
        "was",
        "is",
        "by",
        "reached",
        "exceeded",
        "stands",
        "stood",
    }:
        return None
    for at in range(found.start - 2, max(-1, found.start - _FAR), -1):
        if low(tokens, at) in _STOPS:
            return None
        if low(tokens, at) in _COUNTS:
            told = _told(tokens, at, _end(tokens, at, found.start - 1))
            return told and told._replace(moved=_moved(tokens, at))
    return None


def _moved(tokens: list[Token], at: int) -> int | None:
    return next((place for place in range(at - 1, max(-1, at - 4), -1) if low(tokens, place) in _CHANGES), None)


def _end(tokens: list[Token], start: int, last: int) -> int:
    """Where what is counted ends: before the verb that moves the number, or before its last preposition."""
    end = next((at for at in range(last, start, -1) if low(tokens, at) in _VERBS), last)
    while end > start + 1 and low(tokens, end - 1) in _AUXILIARIES:
        end -= 1
    return end


def _told(tokens: list[Token], at: int, end: int) -> Told | None:
    if low(tokens, at + 1) != "of":
        return (
            Told(None, (at + 1, end))
            if low(tokens, at + 1) in {"from", "in", "for", "among"} and end > at + 1
            else None
        )
    if low(tokens, at + 2) == "those":
        return Told(None, (at + 2, end)) if at + 2 < end else None
    counted = counted_after(tokens, at + 1, part=False, one=False)
    start = counted.end if counted.head is not None and counted.end <= end else at + 2
    noun = counted.head if start == counted.end else None
    return Told(noun, (start, end) if start < end else None)
