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
_BEFORE: Final = words("tolls", "before")
_WHERE: Final = frozenset({"from", "in", "for", "among", "following", "after"})
_STOPS: Final = frozenset('.;:!?"”»—…')
_PRONOUNS: Final = words("populations", "pronouns")
_MEASURES: Final = _VERBS | words("tolls", "measures")
_CLAUSES: Final = words("tolls", "clauses")
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
_SUBJECT: Final = 8
"""The most words that a subject has."""
_FAR: Final = 30


class Told(NamedTuple):
    """The noun's token, if one is named, and the tokens that limit it."""

    noun: int | None
    population: tuple[int, int] | None
    moved: int | None = None
    """The verb that moves the count and stands before it: "raised its count of …"."""


def told_before(tokens: list[Token], found: Quantity) -> Told | None:
    """What a figure at the end of "the number of … rose to", "its count of … to" or "the toll from … at" counts."""
    if found.unit or low(tokens, found.start - 1) not in _BEFORE:
        return None
    named = low(tokens, found.end) not in _STOPS | {""}  # "the toll reached 51 people": then a verb has to say so
    for at in range(found.start - 2, max(-1, found.start - _FAR), -1):
        if low(tokens, at) in _STOPS:
            return None
        if low(tokens, at) in _COUNTS:
            end = _end(tokens, at, found.start - 1)
            if named and low(tokens, end) not in _VERBS | _AUXILIARIES and not _puts(tokens, at):
                return None
            told = _told(tokens, at, end)
            return told and told._replace(moved=_moved(tokens, at))
    return None


def _puts(tokens: list[Token], at: int) -> bool:
    return any(low(tokens, place) in _VERBS for place in range(max(0, at - 4), at))


def subject_before(tokens: list[Token], found: Quantity) -> tuple[int, int] | None:
    """What an amount measures, where the verb right before it says so: "unemployment rose to 9 percent"."""
    verb = found.start - 1 - (low(tokens, found.start - 1) in {"to", "at", "by"})
    if low(tokens, verb) not in _MEASURES:
        return None
    start = end = _before_auxiliaries(tokens, verb)
    while start > 0 and not _opens(tokens, start - 1):
        start -= 1
        if end - start > _SUBJECT:
            return None
    while start < end and low(tokens, start) in _DETERMINERS:
        start += 1
    if low(tokens, start) in _PRONOUNS:
        return None
    return (start, end) if start < end and low(tokens, end - 1) not in _COUNTS | _PRONOUNS else None


def _before_auxiliaries(tokens: list[Token], at: int) -> int:
    while at > 0 and low(tokens, at - 1) in _AUXILIARIES:
        at -= 1
    return at


def _opens(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    return (
        token.kind == "number" or token.low in _STOPS or token.low in _CLAUSES or token.low in {",", "(", ")", "-", "|"}
    )


def _moved(tokens: list[Token], at: int) -> int | None:
    return next((place for place in range(at - 1, max(-1, at - 4), -1) if low(tokens, place) in _CHANGES), None)


def _end(tokens: list[Token], start: int, last: int) -> int:
    """Where what is counted ends: before the verb that moves the number, or before its last preposition."""
    end = next((at for at in range(last, start, -1) if low(tokens, at) in _VERBS), last)
    return max(start + 1, _before_auxiliaries(tokens, end))


def _told(tokens: list[Token], at: int, end: int) -> Told | None:
    if low(tokens, at + 1) != "of":
        return Told(None, (at + 1, end)) if low(tokens, at + 1) in _WHERE and end > at + 1 else None
    if low(tokens, at + 2) == "those":
        return Told(None, (at + 2, end)) if at + 2 < end else None
    counted = counted_after(tokens, at + 1, part=False, one=False)
    start = counted.end if counted.head is not None and counted.end <= end else at + 2
    noun = counted.head if start == counted.end else None
    return Told(noun, (start, end) if start < end else None)
