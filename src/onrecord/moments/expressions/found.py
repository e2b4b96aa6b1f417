"""What the grammar finds: one time expression with its symbolic value, before any context is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from onrecord.model import Precision, Span, TimexType
from onrecord.moments.expressions.amounts import Amount

Sense: TypeAlias = Literal["point", "length", "ahead", "behind", "reference", "set", "echo", "told"]
"""A place in time; a length; a length counted on from the day of speaking, or back from it; a vague one; a set;
what repeats a time named before it ("the quarter"); a part of the day
last named, else of the story's ("in the evening")."""

PRECISIONS: Final[dict[str, Precision]] = {
    "S": "hour", "MIN": "hour", "h": "hour", "D": "day", "W": "week", "FN": "week", "M": "month", "Q": "quarter",
    "H": "half", "Y": "year", "E": "decade", "C": "century",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a rule makes of a match.

    ``when`` is the direction that the words themselves carry: -1 past, 1 future, 0 the present unit, None none.
    ``amount`` and ``unit`` are set for lengths; ``unit`` as the language data names it, ``bound`` where they are the
    least or the most ("in less than two weeks"). ``holiday``: a day's own name, which names much else besides.
    """

    value: str
    type: TimexType = "DATE"
    sense: Sense = "point"
    precision: Precision = "day"
    when: int | None = None
    amount: Amount | None = None
    unit: str = ""
    bound: Literal["", "least", "most"] = ""
    vague: bool = False
    approximate: bool = False
    holiday: bool = False


class Found(NamedTuple):
    """A draft and where it stands."""

    span: Span
    draft: Draft


Builder: TypeAlias = Callable[[re.Match[str]], Draft | None]


class Rule(NamedTuple):
    """A pattern (with named groups) and what it makes of a match; None: no time expression after all."""

    name: str
    pattern: str
    build: Builder
