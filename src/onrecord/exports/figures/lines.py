"""A dot-range plot before it is drawn: its lines by who gave the figures, and its scale. Terminal and SVG share it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.counting import is_vague, number_of
from onrecord.exports import wording
from onrecord.exports.figures.heard import by_voice
from onrecord.exports.figures.rows import best, origin
from onrecord.model import Article, CitedFigure, FigureQuestion

WIDE = 100
"""From so many times the smallest number on, a scale is logarithmic."""
LEAST = 1e-6
"""The shortest stretch that a scale shows."""
TICKS = 5
"""About so many marks on a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure: from ``low`` to ``high`` (None: open), with a dot at ``best``.

    ``times``: so many articles of one outlet or origin tell it the same way on that day.
    """

    low: float | None
    best: float | None
    high: float | None
    label: str
    day: date | None
    copied: bool
    disputed: bool
    in_conflict: bool
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one source said, in order of time."""

    name: str
    lines: tuple[Line, ...]


def voices(question: FigureQuestion, articles: Mapping[str, Article]) -> tuple[Voice, ...]:
    """The lines of a question by who gave them, the first to speak first; the same said again is one line."""
    at_odds = {position for pair in question.conflicts for position in pair}
    odd = {(_claim(question.figures[at])) for at in at_odds}
    return tuple(
        Voice(
            name=_name(said, articles),
            lines=tuple(_line(same, articles, in_conflict=key[:-1] in odd) for key, same in _alike(said).items()),
        )
        for said in by_voice(question.figures)
    )


def _name(said: Sequence[CitedFigure], articles: Mapping[str, Article]) -> str:
    """The fullest name of a voice; for one that has none, the story that it stands in."""
    names = {cited.speaker for cited in said if cited.speaker}
    return max(sorted(names), key=len) if names else f"not known, in “{wording.title(articles[said[0].article])}”"


def _alike(said: Iterable[CitedFigure]) -> dict[tuple[object, ...], list[CitedFigure]]:
    found: dict[tuple[object, ...], list[CitedFigure]] = {}
    for cited in said:
        found.setdefault((*_claim(cited), cited.copied), []).append(cited)
    return found


def _claim(cited: CitedFigure) -> tuple[object, ...]:
    figure = cited.figure
    return cited.said, figure.low, figure.high, figure.approximate, cited.stance


def _line(same: list[CitedFigure], articles: Mapping[str, Article], *, in_conflict: bool) -> Line:
    cited = same[0]
    figure = cited.figure
    return Line(
        low=figure.low,
        best=best(figure),
        high=figure.high,
        label=articles[cited.article][figure.span] if is_vague(figure) else wording.amount(figure),
        day=cited.said,
        copied=cited.copied,
        disputed=cited.stance == "disputes",
        in_conflict=in_conflict,
        where=tuple(dict.fromkeys(origin(each, articles[each.article]) for each in same)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers onto 0-1. ``ticks`` are round numbers on it."""

    first: float
    last: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """The place of a number, 0-1; what lies outside is at the edge."""
        first, last = self._reach(self.first), self._reach(self.last)
        return min(max((self._reach(value) - first) / (last - first), 0.0), 1.0)

    def _reach(self, value: float) -> float:
        return math.log10(max(value, 1.0)) if self.logarithmic else value


def scale_of(question: FigureQuestion) -> Scale:
    """A scale that holds every number of a question, with room for open ends."""
    numbers = [n for cited in question.figures for n in (cited.figure.low, cited.figure.high) if n is not None]
    numbers = numbers or [number_of(cited.figure) for cited in question.figures]
    least, most = min(numbers), max(numbers)
    lowest = max(least, 1.0)  # what is below one is at the edge
    if least > 0 and most >= WIDE * lowest:
        powers = range(math.floor(math.log10(lowest)), math.ceil(math.log10(most)) + 1)
        ticks = tuple(float(10**power) for power in powers)
        return Scale(first=ticks[0], last=max(ticks[-1], ticks[0] * 10), logarithmic=True, ticks=ticks)
    first = min(least, 0.0)
    ticks = tuple(_round_numbers(first, max(most * 1.1, first + LEAST)))
    return Scale(first=ticks[0], last=ticks[-1], logarithmic=False, ticks=ticks)


def _round_numbers(first: float, last: float) -> Iterator[float]:
    """Multiples of 1, 2 or 5 times a power of ten that reach around two numbers."""
    rough = (last - first) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    at = math.floor(first / step)
    while True:
        yield at * step
        if at * step >= last:
            return
        at += 1
