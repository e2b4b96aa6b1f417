"""Where spans end: quotation marks in pairs, no stray stop or comma, no indirect words from another paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.quotations import Quotation
from onrecord.model import Attribution, Span, Spans

_TRAILING = " ,;:\n"
_LEADING = " ,;:.\n"


def tidied(text: str, one: Attribution, quoted: Sequence[Quotation]) -> Attribution | None:
    """The attribution with clean borders; None where nothing is left of its content."""
    near = [part for piece in one.content for part in _lines(text, piece) if _belongs(text, part, one.cue, quoted)]
    content = tuple(span for piece in near if (span := _tidied(text, piece, quoted)) and _has_words(text, span))
    if not content:
        return None
    source = tuple(span for piece in one.source if (span := _stripped(text, piece)) is not None)
    return replace(one, content=content, source=source)


def completed(found: Sequence[Attribution], quoted: Sequence[Quotation]) -> Iterator[Attribution]:
    """With what opens at a quotation's mark taken to its end, where nobody else has words in it; in the same order."""
    taken = sorted(span for one in found for span in (*one.content, *one.cue, *one.source))
    for one in found:
        content = tuple(_to_the_mark(piece, taken, quoted) for piece in one.content)
        yield replace(one, content=content) if content != one.content else one


def _to_the_mark(piece: Span, taken: Sequence[Span], quoted: Sequence[Quotation]) -> Span:
    place = bisect_left(quoted, piece.start, key=lambda quotation: quotation.span.start)
    if place == len(quoted) or quoted[place].span.start != piece.start or not quoted[place].closed:
        return piece
    end = quoted[place].span.end
    following = bisect_left(taken, (piece.end, piece.end))
    free = following == len(taken) or taken[following].start >= end
    return Span(piece.start, end) if piece.end < end and free else piece


def _lines(text: str, piece: Span) -> Iterator[Span]:
    """The parts of a piece in each paragraph."""
    start = piece.start
    for part in text[piece.start : piece.end].split("\n"):
        if part.strip():
            yield Span(start, start + len(part))
        start += len(part) + 1


def _belongs(text: str, part: Span, cue: Spans, quoted: Sequence[Quotation]) -> bool:
    """In the cue's own paragraph, or between quotation marks."""
    if not cue:
        return True
    between = text[min(part.end, cue[0].end) : max(part.start, cue[0].start)]
    if "\n" not in between:
        return True
    place = bisect_left(quoted, part.start + 1, key=lambda quotation: quotation.span.end)
    return place < len(quoted) and quoted[place].span.start <= part.start + 1


def _tidied(text: str, piece: Span, quoted: Sequence[Quotation]) -> Span | None:
    span = _stripped(text, piece)
    return None if span is None else _paired(text, span, quoted)


def _has_words(text: str, piece: Span) -> bool:
    return any(map(str.isalnum, text[piece.start : piece.end]))


def _stripped(text: str, piece: Span) -> Span | None:
    """Without signs that stand at its ends and belong to the sentence around it."""
    start, end = piece
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end) if start < end else None


def _paired(text: str, piece: Span, quoted: Sequence[Quotation]) -> Span:
    """Marks that stand right at the border are taken in with what they enclose; a full stop outside is left."""
    start, end = piece
    place = bisect_left(quoted, start, key=lambda quotation: quotation.span.end)
    for quotation in quoted[place : place + 8]:
        span = quotation.span
        if span.start > end:
            break
        if span.start < start <= span.start + 2:
            start = span.start
        if 0 < span.end - end <= 2 and span.start < end:
            end = span.end
    inside = any(quotation.span.start < end <= quotation.span.end for quotation in quoted[place : place + 8])
    if not inside and text[end - 1] == "." and text[start:end].count(".") == 1:
        end -= 1
    return Span(start, end)
