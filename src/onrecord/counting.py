"""What two figures that answer one question say of each other: the same, more as time goes by, or a conflict.

Pure arithmetic on ranges and days, for every room that forms or shows a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, product
from math import inf
from typing import Literal, TypeAlias

from onrecord.model import CitedFigure, Figure, FigureQuestion

Relation: TypeAlias = Literal["conflict", "update", "same"]

ABOUT = 0.1
"""An approximate number reaches so far to both sides, as a share of itself."""

_WORD = re.compile(r"\w+")
_NO_NAMES = frozenset({"the", "a", "an", "of", "for", "and", "s"})


def relation(one: CitedFigure, other: CitedFigure) -> Relation | None:
    """What two answers to one question are to each other; None where that can't be told.

    A conflict: ranges that don't meet, and time does not explain it (said on one day by two voices, or the later one
    is lower: what is over is counted better as time goes by, not undone). An update: the later one, or of one voice on
    one day either, tells more. What is cited to be doubted is nobody's claim, and an unknown day is like no other.
    """
    if "disputes" in (one.stance, other.stance) or one.said is None or other.said is None:
        return None
    earlier, later = sorted((one, other), key=lambda cited: (cited.said or date.max, _reach(cited.figure)))
    if not meet(earlier.figure, later.figure):
        if same_voice(one, other):
            return "update"
        risen = earlier.said != later.said and _reach(later.figure)[0] > _reach(earlier.figure)[1]
        return "update" if risen else "conflict"
    return "update" if _adds(earlier, later) else "same"


def _adds(earlier: CitedFigure, later: CitedFigure) -> bool:
    """Whether the later one's least number lies above the earlier number, and neither is vague or covers the other."""
    before, after = earlier.figure, later.figure
    if earlier.said == later.said and not same_voice(earlier, later):
        return False
    if is_vague(before) or is_vague(after) or after.low is None or after.low <= number_of(before):
        return False
    return not (_covers(before, after) or _covers(after, before))


def meet(one: Figure, other: Figure) -> bool:
    """Whether two ranges have a number in common."""
    (low, high), (least, most) = _reach(one), _reach(other)
    return low <= most and least <= high


def is_vague(figure: Figure) -> bool:
    """``dozens``, ``hundreds``: an open approximation names no number."""
    return figure.approximate and (figure.low is None or figure.high is None)


def number_of(figure: Figure) -> float:
    """The number that stands for a figure: its lower bound, else its upper one."""
    return figure.low if figure.low is not None else figure.high if figure.high is not None else 0.0


def _covers(about: Figure, other: Figure) -> bool:
    low, high = _reach(about)
    return about.approximate and low <= number_of(other) <= high


def _reach(figure: Figure) -> tuple[float, float]:
    low = -inf if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    if figure.approximate and not is_vague(figure):
        low, high = low - ABOUT * abs(low), high + ABOUT * abs(high)
    return low, high


def same_voice(one: CitedFigure, other: CitedFigure) -> bool:
    """Whether one source gave both."""
    return is_one_voice(one.speaker or "", other.speaker or "")


def is_one_voice(one: str, other: str) -> bool:
    """Whether two names can be one source's: the words of one are those of the other, or some of them.

    One word alone has to be a name: "Observatory" is the observatory of before, "group" is no group in particular.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or mine == theirs:
        return bool(mine) and mine == theirs
    shorter = one if len(mine) < len(theirs) else other
    telling = min(len(mine), len(theirs)) > 1 or shorter[:1].isupper()
    return telling and (mine <= theirs or theirs <= mine)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _NO_NAMES


def compared(question: FigureQuestion) -> FigureQuestion:
    """The question with its figures in order of when they were said, and its conflicts and updates found anew."""
    figures = tuple(sorted(question.figures, key=_order))
    spoken = _voices(figures)
    conflicts = tuple(sorted(_conflicts(figures, spoken)))
    return replace(question, figures=figures, conflicts=conflicts, updates=tuple(_updates(figures, spoken)))


def _order(cited: CitedFigure) -> tuple[date, str, int]:
    return cited.said or date.max, cited.article, cited.figure.span.start


def _voices(figures: Sequence[CitedFigure]) -> list[int]:
    """The positions of those that count: no copies, and what one voice says on one day once, in a statement if it can.

    A figure whose speaker is not known is a voice of its own.
    """
    seen: dict[tuple[object, ...], int] = {}
    for position in sorted(range(len(figures)), key=lambda at: (not figures[at].statement, at)):
        cited = figures[position]
        if not cited.copied:
            who = cited.speaker or cited.id or position
            seen.setdefault((who, cited.said, cited.stance, number_of(cited.figure)), position)
    return sorted(seen.values())


def _conflicts(figures: Sequence[CitedFigure], spoken: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs in conflict; what many say alike is compared with the rest once."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for at in spoken:
        alike.setdefault(_claim(figures[at]), []).append(at)
    for some, others in combinations(alike.values(), 2):
        if not meet(figures[some[0]].figure, figures[others[0]].figure):
            for one, other in product(some, others):
                if relation(figures[one], figures[other]) == "conflict":
                    yield min(one, other), max(one, other)


def _updates(figures: Sequence[CitedFigure], spoken: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each figure that tells more than ones before it, with the last of those that said the like or spoke as well."""
    before: dict[object, int] = {}
    for later in spoken:
        said = figures[later]
        less = (at for at in sorted(before.values(), reverse=True) if _is_update(figures[at], said))
        if (earlier := next(less, None)) is not None:
            yield earlier, later
        before[_claim(said)] = before[said.speaker, said.said] = later


def _is_update(earlier: CitedFigure, later: CitedFigure) -> bool:
    return relation(earlier, later) == "update" and number_of(earlier.figure) < number_of(later.figure)


def _claim(cited: CitedFigure) -> tuple[object, ...]:
    figure = cited.figure
    return figure.low, figure.high, figure.approximate, cited.said, cited.stance
