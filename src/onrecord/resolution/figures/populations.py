"""The words that limit what was counted: those after the noun, else before it, else the clause around it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.limits import (
    AUXILIARIES,
    CASUALTY,
    CLOSERS,
    LONGEST,
    VERBS,
    Range,
    abbreviates,
    begins,
    is_auxiliary,
    limits_after,
    starts_number,
)
from onrecord.resolution.figures.nouns import Counted
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low
from onrecord.resolution.figures.tolls import subject_before

_SUBORDINATE: Final = words("populations", "subordinate")
_TIMES: Final = words("populations", "times") | words("months", "words")
_CAUSES: Final = CASUALTY | words("populations", "causes")
_WEAK: Final = words("nouns", "weak")
_GOVERNS: Final = words("populations", "governs")
_PARTS: Final = frozenset({"including", "them", "whom"})
_SUBJECT: Final = 4
"""The most words that a clause keeps before its verb: "The blaze killed", not a sentence's whole beginning."""


def population_of(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """The tokens ``[start, end)`` that limit what was counted; None where nothing does."""
    if counted.limits:
        return counted.limits
    part = (found.unit == "percent" or found.fraction) and low(tokens, found.end) == "of"
    if part:
        return _whole(tokens, found, counted)
    clause = None if found.unit else _clause_before(tokens, found)
    after = _behind(tokens, found, counted, shared=clause is None and not found.unit)
    before = _modifiers(tokens, counted)
    weak = after is not None and (low(tokens, after[0]) in _SUBORDINATE or _only_time(tokens, after))
    if after and not weak:
        return after
    return before or clause or _subject(tokens, found, counted) or after


def _behind(tokens: list[Token], found: Quantity, counted: Counted, *, shared: bool) -> Range | None:
    """What limits the noun from behind, unless it is said of something else."""
    restated = low(tokens, found.start - 1) == "(" and low(tokens, counted.end) == ")"  # "40 miles (64 km) from Ostrel"
    of_all = _is_of_all(tokens, found)
    start = counted.end if of_all else begins(tokens, counted.end + restated, shared=shared)
    if is_auxiliary(tokens, start) and not counted.some and (of_all or _is_governed(tokens, found)):
        return None
    return limits_after(tokens, start, in_all=of_all, some=counted.some)


def _subject(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    return subject_before(tokens, found) if found.unit or counted.head is None else None


def _is_of_all(tokens: list[Token], found: Quantity) -> bool:
    """``seven of the 42 parties``: what the sentence goes on to say is about the seven."""
    at = found.start - 1
    if low(tokens, at).endswith("'s"):
        return "of" in {low(tokens, at - 1), low(tokens, at - 2)}
    return low(tokens, at) in {"the", "its", "their"} and low(tokens, at - 1) == "of"


def _is_governed(tokens: list[Token], found: Quantity) -> bool:
    """``the distinction between the two records is …``: the verb's subject stands before."""
    at = found.start - 1
    at -= low(tokens, at) in {"the", "these", "those", "its", "their"}
    return low(tokens, at) in _GOVERNS


def _whole(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """``of the popular vote``: the whole that a share is of, with what limits it."""
    rest = limits_after(tokens, begins(tokens, counted.end, shared=True), in_all=True)
    end = rest[1] if rest and rest[0] == counted.end and low(tokens, rest[0]) not in VERBS else counted.end
    return (found.end, end) if end > found.end + 1 else None


def _only_time(tokens: list[Token], span: Range) -> bool:
    """``on Monday``, ``last month``: they say when it was told more than who was counted."""
    return all(tokens[at].low in _TIMES or tokens[at].kind == "number" for at in range(*span))


def _modifiers(tokens: list[Token], counted: Counted) -> Range | None:
    """``sick and elderly`` in "400 sick and elderly captives"."""
    if counted.head is None or counted.start >= counted.head:
        return None
    if all(token.low in _WEAK for token in tokens[counted.start : counted.head]):
        return None
    return counted.start, counted.head


def _clause_before(tokens: list[Token], found: Quantity) -> Range | None:
    """``It has killed`` before "more than 90,000 people"; ``Invitations have gone out to``."""
    if low(tokens, found.start - 1) in _GOVERNS | _PARTS:
        return None
    at = found.start
    while at > 0 and found.start - at < LONGEST and not _opens(tokens, at - 1):
        at -= 1
    verbs = [n for n in range(at, found.start) if tokens[n].low in _CAUSES]
    if not verbs:
        return None
    near = verbs[-1] - at <= _SUBJECT and not any(starts_number(tokens, n) for n in range(at, verbs[-1]))
    start = at if near else verbs[-1]
    while start < verbs[-1] and tokens[start].low in AUXILIARIES | {"and", "which", "who"}:
        start += 1
    return start, next((n for n in range(verbs[-1], found.start) if starts_number(tokens, n)), found.start)


def _opens(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low == ".":
        return not abbreviates(tokens, at)
    return token.low in CLOSERS or token.low in {"that", "while", "but"}
