"""What befell those whom a figure counts: told by the verb that governs it, or by what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.comparison.figures.lexicon import (
    ANYBODY,
    BOUNDS,
    COUNTS,
    EARLIER,
    FATE_OF_TOLLS,
    FATES,
    JOINTS,
    PARTS,
    STATES,
    SUFFERING,
    TOLLS,
    VICTIMS,
    Token,
    begins,
)

AHEAD = 12
"""Words after a figure among which its verb is looked for."""
BEHIND = 8
"""Words before a figure that may stand between it and its verb."""
SOON = 4
"""Words after a figure among which a passive is its own."""
AMONG = 4
"""Words after a figure among which "of the dead" makes it a part, and after "earlier" among which a toll does."""
TOLL = 30
"""Words before a figure among which "toll" makes it a count of the dead."""


def fate_of(tokens: Sequence[Token], first: int, last: int, noun: str) -> int | None:
    """The place of the fate in the language's list; None where the words tell none.

    ``first`` and ``last`` are the figure's own words among the sentence's ``tokens``.
    """
    told = _passive(tokens, last + 1)
    if told is None:
        told = _governing(tokens, first)
    if told is None:
        told = FATES.get(noun)
    if told is None:
        told = _following(tokens, last + 1)
    if told is None and noun.casefold() in ANYBODY:
        told = _tolled(tokens[max(0, first - TOLL) : first])
    return told


def is_part(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the figure is told as a part of another: "58 people, including 11 children", "14 of the dead"."""
    return _is_included(tokens, first) or _is_of_the_dead(tokens, last + 1)


def is_overtaken(tokens: Sequence[Token], first: int) -> bool:
    """Whether another figure followed it, on a day that is not told: "an earlier toll put it at [15]"."""
    before = tokens[max(0, first - TOLL) : first]
    return any(
        token.low in EARLIER and any(near.low in TOLLS | COUNTS for near in before[at + 1 : at + AMONG])
        for at, token in enumerate(before)
    )


def _is_of_the_dead(tokens: Sequence[Token], at: int) -> bool:
    """Whether it counts some of those counted elsewhere: "[14] of the dead", "[three] others among the dead"."""
    near = [token.low for token in tokens[at : at + AMONG]]
    return any(
        near[n : n + 2] in (["of", "the"], ["among", "the"]) and near[n + 2] in VICTIMS for n in range(len(near) - 2)
    )


def _is_included(tokens: Sequence[Token], first: int) -> bool:
    at = first - 1
    while at > 0 and (tokens[at].low in BOUNDS or not tokens[at].low[:1].isalnum()):
        at -= 1
    return at >= 0 and tokens[at].low in PARTS


def _governing(tokens: Sequence[Token], first: int) -> int | None:
    """The fate of a verb before: "killed at least [30]", "the lives of some [80]", "inflicted harm on [200]"."""
    for at in range(first - 1, max(-1, first - 1 - BEHIND), -1):
        word = tokens[at].low
        if word in FATES:
            return None if word in STATES or (at and tokens[at - 1].low in SUFFERING) else FATES[word]
        if word not in BOUNDS and word.isalnum():
            return None
    return None


def _tolled(before: Sequence[Token]) -> int | None:
    """The fate of a toll: "the death toll rose to [31]", "the number of people injured in the blast to [40]"."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].low in TOLLS:
            return FATE_OF_TOLLS
        if before[at].low in COUNTS:
            return next((FATES[token.low] for token in before[at:] if token.low in FATES), None)
    return None


def _passive(tokens: Sequence[Token], start: int) -> int | None:
    """The fate of a passive: "[160] people were injured"; what was done to them outweighs a verb before."""
    for at in range(start, min(len(tokens), start + SOON)):
        word = tokens[at].low
        if word in SUFFERING and at + 1 < len(tokens) and tokens[at + 1].low in FATES:
            return FATES[tokens[at + 1].low]
        if word in FATES or word in JOINTS or not word[:1].isalnum():
            return None
    return None


def _following(tokens: Sequence[Token], start: int) -> int | None:
    """The first fate behind: "[58] people were killed", "[200] injured", "[68] children among the dead"."""
    for at in range(start, min(len(tokens), start + AHEAD)):
        word = tokens[at].low
        if word in FATES:
            return None if word not in STATES and _governs(tokens, at + 1) else FATES[word]
        another = word[:1].isdigit() and not (_is_included(tokens, at) or _is_of_them(tokens, at))
        ends = word in {".", ";", ":", "!", "?"} or another or begins(tokens, at)
        if ends or (word in JOINTS and _goes_on(tokens, at + 1)):
            return None
    return None


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb counts what comes behind it: "towns killed [43]" tells nothing of the towns."""
    while at < len(tokens) and tokens[at].low in BOUNDS:
        at += 1
    return at < len(tokens) and tokens[at].text[:1].isdigit()


def _is_of_them(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is told as a part of the one before: "14 people, [5] of them children, died"."""
    return at + 2 < len(tokens) and tokens[at + 1].low == "of" and tokens[at + 2].low in PARTS


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether something else begins behind a joint: another count, or another fate."""
    near = tokens[at : at + 2]
    return any(token.text[:1].isdigit() for token in near) or bool(near and near[0].low in FATES.keys() | BOUNDS)
