"""Figures that are a part of another: "58 people, 25 of them children", "three of the four boats"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.model import Figure

_OF_THEM: Final = re.compile(r"\s+(?:of|among|amongst)\s+(?:them|whom|these|those)\b", re.IGNORECASE)
_INCLUDING: Final = re.compile(r"\b(?:including|among\s+(?:them|whom))(?:\s+the)?\s+$", re.IGNORECASE)
_OF_THE: Final = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those|all)\s+)?(?:[\w.]+['’]s\s+)?", re.IGNORECASE
)
_AND: Final = re.compile(r"(?:\s+[\w-]+){1,3}(?:,|,?\s+and)\s+", re.IGNORECASE)
_OF_ALL: Final = re.compile(r"(?:^|[.;:!?\n]\s?[\"“]?)of\s+(?:(?:the|these|those|its|their)\s+)?$", re.IGNORECASE)
_THEN: Final = re.compile(r"(?:\s+[\w-]+){1,4},\s+", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?][\"”’)]?\s|[\n\t|]")
_NEAR: Final = 30
"""How many characters before a figure may say that it is a part."""
_FAR: Final = 300
"""How many characters back the whole may stand."""


def linked(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, each part with the place of its whole where the words name it; what they leave open stays so."""
    made: list[Figure] = []
    for at, figure in enumerate(figures):
        whole = _whole_after(text, figure, figures[at + 1 : at + 2]) or _whole_before(text, figure, made)
        made.append(replace(figure, part_of=whole.span) if whole else figure)
    yield from made


def _whole_after(text: str, figure: Figure, following: Sequence[Figure]) -> Figure | None:
    """``seven of the 42 parties``."""
    for whole in following:
        if _OF_THE.fullmatch(text, figure.span.end, whole.span.start) and _can_hold(whole, figure):
            return whole
    return None


def _whole_before(text: str, figure: Figure, made: Sequence[Figure]) -> Figure | None:
    start, end = figure.span
    if _OF_THEM.match(text, end):
        return _nearest(text, figure, reversed(made), sentences=1)
    if _INCLUDING.search(text, max(0, start - _NEAR), start):
        return _nearest(text, figure, reversed(made), sentences=0)
    last = made[-1] if made else None
    if last is None:
        return None
    if _is_one_more(text, last, start) or _is_of_all(text, last, start):
        return _nearest(text, figure, reversed(made), sentences=0)
    return None


def _is_one_more(text: str, last: Figure, at: int) -> bool:
    """``including 11 children and [5] women``."""
    return last.part_of is not None and _AND.fullmatch(text, last.span.end, at) is not None


def _is_of_all(text: str, last: Figure, at: int) -> bool:
    """``Of the 58 dead, [11] were children``."""
    of = _OF_ALL.search(text, max(0, last.span.start - _NEAR), last.span.start)
    return of is not None and _THEN.fullmatch(text, last.span.end, at) is not None


def _nearest(text: str, part: Figure, before: Iterable[Figure], *, sentences: int) -> Figure | None:
    """The last figure before that can hold the part, at most so many sentences back."""
    ended, at = 0, part.span.start
    for whole in before:
        ended += len(_SENTENCE.findall(text, whole.span.end, at))
        if ended > sentences or part.span.start - whole.span.end > _FAR:
            return None
        if whole.part_of is None and _can_hold(whole, part):
            return whole
        at = whole.span.start
    return None


def _can_hold(whole: Figure, part: Figure) -> bool:
    """A count that is not too small; a share can't be one."""
    least, most = part.low or part.high or 0, whole.high
    counts = whole.unit is None and (whole.low or whole.high or 0) >= 1
    return counts and (most is None or least <= most) and (part.unit in {None, "percent"})
