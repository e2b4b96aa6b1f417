"""Figures: quantities with their bounds, what was counted, and which of it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Figure, Span, Statement
from onrecord.resolution.figures.parts import linked
from onrecord.resolution.figures.scan import Counting, countings
from onrecord.resolution.figures.shared import completed

__all__ = ["completed", "everything", "figures_of", "find"]

_BEYOND = 40
"""How many characters past a statement's content are read with it."""


def find(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in text order, spans into it; numbers that only look like figures are left out."""
    return tuple(linked(text, [found.figure for found in countings(text)]))


def everything(text: str) -> tuple[Counting, ...]:
    """Every quantity of a text: ages, lengths of time and ways of speaking too (NewsQuant's scope)."""
    return tuple(countings(text, wide=True))


def figures_of(article: Article, statement: Statement) -> tuple[Figure, ...]:
    """The figures that a statement's speaker cites: within its content, outside the editor's insertions."""
    if not statement.content:
        return ()
    first, last = statement.content[0].start, statement.content[-1].end
    inside = [_moved(figure, first) for figure in find(article.text[first : _read_to(article.text, last)])]
    return tuple(_cut(figure, statement) for figure in inside if _is_the_speakers(figure.span, statement))


def _read_to(text: str, last: int) -> int:
    """A little past the content: what follows may tell "three" from "three days"."""
    line = text.find("\n", last)
    return min(last + _BEYOND, len(text) if line < 0 else line)


def _moved(figure: Figure, by: int) -> Figure:
    return replace(
        figure,
        span=Span(figure.span.start + by, figure.span.end + by),
        population=figure.population and Span(figure.population.start + by, figure.population.end + by),
        part_of=figure.part_of and Span(figure.part_of.start + by, figure.part_of.end + by),
    )


def _is_the_speakers(span: Span, statement: Statement) -> bool:
    inside = any(piece.start <= span.start and span.end <= piece.end for piece in statement.content)
    return inside and not any(i.start < span.end and span.start < i.end for i in statement.insertions)


def _cut(figure: Figure, statement: Statement) -> Figure:
    """The population ends where the piece of content ends that it begins in."""
    if figure.population is None:
        return figure
    start, end = figure.population
    for piece in statement.content:
        if piece.start <= start < piece.end:
            return replace(figure, population=Span(start, min(end, piece.end)))
    return replace(figure, population=None)
