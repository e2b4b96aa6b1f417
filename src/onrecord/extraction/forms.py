"""Form (direct, indirect, mixed) and the editor's insertions."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.extraction.quotations import Quotation
from onrecord.languages import table
from onrecord.model import Form, Span, Spans

_WORD = re.compile(r"\w+")
_SQUARE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_ROUND = re.compile(r"\([^()\n]{1,200}\)")
_LEFT_OUT = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.|sic)\s*\]")
"""What no paraphrase has: an editor's mark in words that are quoted, with quotation marks or without."""
_GLOSS = re.compile(r"\(\([a-z]{2,3}\)\)[A-Z][a-z]+ language: [\u200d\u200e]?\S{1,60}")
"""What a wiki adds to a translated term."""
_MARKS = "\"“”„«»‘’'` "
_TITLE_WORDS = 5


def form_of(text: str, content: Spans, quoted: tuple[Quotation, ...], insertions: Spans) -> Form:
    """By the words of the content, insertions left out; a title in quotation marks makes nothing mixed."""
    inside = outside = False
    for piece in content:
        marked = [q.span for q in _within(piece, quoted)]
        at = piece.start
        for span in [s for s in marked if not _is_title(text[s.start : s.end])]:
            outside = outside or _has_words(text, Span(at, span.start), insertions)
            inside = inside or _has_words(text, span, insertions)
            at = max(at, span.end)
        outside = outside or _has_words(text, Span(at, piece.end), insertions)
    if inside and outside:
        return "mixed"
    return "direct" if inside else "indirect"


def insertions_of(text: str, content: Spans, quoted: tuple[Quotation, ...]) -> Spans:
    """Square brackets, and round ones that nobody would say, in quotation marks; house labels and "[…]" anywhere."""
    found: set[Span] = set()
    for piece in content:
        words = text[piece.start : piece.end]
        found |= {_moved(m, piece.start) for m in _ROUND.finditer(words) if _is_house_label(m.group())}
        found |= {_moved(m, piece.start) for marks in (_LEFT_OUT, _GLOSS) for m in marks.finditer(words)}
        for quotation in _within(piece, quoted):
            start, end = max(piece.start, quotation.span.start), min(piece.end, quotation.span.end)
            words = text[start:end]
            found |= {_moved(m, start) for m in _SQUARE.finditer(words)}
            found |= {_moved(m, start) for m in _ROUND.finditer(words) if not _is_spoken(m.group())}
    return _apart(sorted(found))


def _apart(found: list[Span]) -> Spans:
    """Without those that begin inside an earlier one (brackets that cross)."""
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _within(piece: Span, quoted: tuple[Quotation, ...]) -> list[Quotation]:
    low = bisect_left(quoted, piece.start, key=lambda q: q.span.end)
    found: list[Quotation] = []
    while low < len(quoted) and quoted[low].span.start < piece.end:
        if quoted[low].span.end > piece.start:
            found.append(quoted[low])
        low += 1
    return found


def _moved(match: re.Match[str], offset: int) -> Span:
    return Span(match.start() + offset, match.end() + offset)


def _has_words(text: str, span: Span, insertions: Spans) -> bool:
    at = span.start
    for inserted in _overlapping(span, insertions):
        if _has_plain_words(text, at, inserted.start):
            return True
        at = inserted.end
    return _has_plain_words(text, at, span.end)


def _overlapping(span: Span, insertions: Spans) -> Spans:
    low = bisect_left(insertions, span.start, key=lambda inserted: inserted.end)
    high = bisect_left(insertions, span.end, key=lambda inserted: inserted.start)
    return insertions[low:high]


def _has_plain_words(text: str, start: int, end: int) -> bool:
    return any(match.group().lower() not in ("that", "and") for match in _WORD.finditer(text, start, max(start, end)))


def _is_title(words: str) -> bool:
    """A few words, each with a capital: a name or the title of a work."""
    found = _WORD.findall(words)
    if not 1 <= len(found) <= _TITLE_WORDS or words.strip(_MARKS)[-1:] in ".!?,":
        return False
    return (
        all(word[0].isupper() or word in ("of", "the", "and", "in", "for") for word in found) and found[0][0].isupper()
    )


def _is_house_label(bracket: str) -> bool:
    """A label that an outlet must add to a name: a legal act and a place, or one of its set phrases."""
    words = set(re.findall(r"[a-z]+", bracket.lower()))
    labels = table("en", "insertions")
    return bool(words & set(labels["bans"])) and bool(words & set(labels["labelled"]))


def _is_spoken(bracket: str) -> bool:
    """A bracket that opens like an aside of the speaker's own ("(and I mean it)")."""
    first = re.match(r"\(\s*([\w']+)", bracket)
    return first is not None and first.group(1) in table("en", "insertions")["asides"]
