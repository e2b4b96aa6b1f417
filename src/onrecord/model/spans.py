"""Places in a text, and how words are quoted from it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """Half-open ``[start, end)`` in code points."""

    start: int
    end: int


Spans: TypeAlias = tuple[Span, ...]
"""A span set: in order, not overlapping, possibly discontinuous."""

ELLIPSIS = " … "
"""What stands between the pieces of a discontinuous span set when it is quoted."""


def quote(text: str, where: Span | Spans) -> str:
    """The words of ``text`` at one span or a span set (pieces joined by `` … ``)."""
    if isinstance(where, Span):
        return text[where.start : where.end]
    return ELLIPSIS.join(text[s.start : s.end] for s in where)
