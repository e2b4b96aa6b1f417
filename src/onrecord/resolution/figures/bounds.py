"""Words that bound a number or blur it, before it and after it."""

from __future__ import annotations

from typing import Final, NamedTuple

from onrecord.resolution.figures.lexicon import WORDS, Phrases
from onrecord.resolution.figures.tokens import Token

_WORDS: Final = WORDS["bounds"]


class Bound(NamedTuple):
    """What a bound does to a number: which side it leaves open, and whether it blurs it."""

    open_low: bool = False
    open_high: bool = False
    approximate: bool = False


_LOW: Final = Bound(open_high=True)
_HIGH: Final = Bound(open_low=True)
_NEAR: Final = Bound(approximate=True)


def _table(kinds: dict[str, Bound]) -> Phrases:
    return Phrases([(words, bound) for key, bound in kinds.items() for words in _WORDS[key]])


_BEFORE: Final = _table({
    "low": _LOW, "high": _HIGH, "approximate": _NEAR,
    "low_approximate": Bound(open_high=True, approximate=True),
    "high_approximate": Bound(open_low=True, approximate=True),
    "signs_low": _LOW, "signs_high": _HIGH, "signs_approximate": _NEAR,
})  # fmt: skip
_AFTER: Final = _table({"after_low": _LOW, "after_high": _HIGH, "after_approximate": _NEAR})
_LATE: Final = _table({"late_low": _LOW, "late_high": _HIGH, "late_approximate": _NEAR})


def bound_before(tokens: list[Token], at: int) -> tuple[Bound, int]:
    """The bound made by the words right before ``at``, and where they begin ("at least about" is both)."""
    bound = Bound()
    for _ in range(2):
        found = _BEFORE.before(tokens, at)
        if found is None:
            break
        bound, at = _both(bound, found[0]), found[1]
    return bound, at


def bound_after(tokens: list[Token], at: int) -> tuple[Bound, int]:
    """The bound made by the words from ``at`` on, and the place after them."""
    found = _AFTER.at(tokens, at)
    return (found[0], found[1]) if found else (Bound(), at)


def late_bound(tokens: list[Token], at: int) -> tuple[Bound, int]:
    """The bound made by the words after a counted noun, and the place after them."""
    found = _LATE.at(tokens, at)
    return (found[0], found[1]) if found else (Bound(), at)


def _both(one: Bound, other: Bound) -> Bound:
    return Bound(*(a or b for a, b in zip(one, other, strict=True)))
