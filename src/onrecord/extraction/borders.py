"""Where spans end: quotation marks in pairs, no stray stop or comma, no indirect words from another paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.lexicon import is_finite, verb_forms
from onrecord.extraction.lexicon import words as word_class
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.sentences import split
from onrecord.model import Attribution, Span, Spans

_FIRST = re.compile(r"(?P<bracket>\()|(?P<word>[a-z]+)\b")
_STOP = re.compile(r"[.!?…][\"”’)\]]*\s+|\n\s*")
_BREAKS = re.compile(r"[,;:—–\"“”]| - ")
_WORD = re.compile(r"[\w'’\-]+")
_MARK = re.compile(r"[\"“”„«»]|''|``")
_SENTENCE = 300
"""Characters before a content in which its sentence begins."""
_TAG = 40
"""Characters at the end of a content in which somebody is said to have said it, and when."""
_DATELINE = re.compile(
    r"[A-Z]{2,}[A-Z .'’\-/]{0,40}(?:, [A-Z][a-z]+\.? \d{1,2}\.?)?(?: ?\([^()\n]{1,40}\))? ?[–—-]{1,2} ?(?=\S)"
)
_CONJUNCTION = re.compile(r",? (?:and|but|or)\Z")
_TRAILING = " ,;:\n"
_LEADING = " ,;:.\n"


def tidied(text: str, one: Attribution, quoted: Sequence[Quotation]) -> Attribution | None:
    """The attribution with clean borders; None where nothing is left of its content."""
    near = [part for piece in one.content for part in _lines(text, piece) if _belongs(text, part, one.cue, quoted)]
    content = tuple(span for piece in near if (span := _tidied(text, piece, quoted)) and _has_words(text, span))
    if not content:
        return None
    first = _after_dateline(text, content[0])
    content = _joined(text, (first, *content[1:]))
    content = (*content[:-1], _without_conjunction(text, content[-1]))
    source = tuple(span for piece in one.source if (span := _stripped(text, piece)))
    cue = tuple(span for piece in one.cue if (span := _stripped(text, piece)))
    return replace(one, content=content, source=source, cue=cue or one.cue)


def _after_dateline(text: str, piece: Span) -> Span:
    """Without the place that opens a story ("ULM (ABC) – ")."""
    if text[piece.start - 1 : piece.start] not in ("", "\n"):
        return piece
    match = _DATELINE.match(text, piece.start, piece.end)
    return piece if match is None or match.end() == piece.end else Span(match.end(), piece.end)


def _without_conjunction(text: str, piece: Span) -> Span:
    """Without an "and" that joins what isn't told any more."""
    match = _CONJUNCTION.search(text, max(piece.start, piece.end - 6), piece.end)
    return piece if match is None else Span(piece.start, match.start())


def _joined(text: str, pieces: Spans) -> Spans:
    """Pieces with nothing but a comma between them are one."""
    found = [pieces[0]]
    for piece in pieces[1:]:
        if text[found[-1].end : piece.start].strip(",; "):
            found.append(piece)
        else:
            found[-1] = Span(found[-1].start, piece.end)
    return tuple(found)


def completed(text: str, found: Sequence[Attribution], quoted: Sequence[Quotation]) -> Iterator[Attribution]:
    """With contents that break off taken to where their words begin and end, where nobody else has words in between."""
    taken = sorted(span for one in found for span in (*one.content, *one.cue, *one.source))
    for one in found:
        content = [_from_the_mark(_to_the_mark(piece, taken, quoted), taken, quoted) for piece in one.content]
        if one.cue and content[0].start < one.cue[0].start:
            content[0] = _own_sentence(text, _from_the_start(text, content[0], taken))
        yield replace(one, content=tuple(content))


def _from_the_start(text: str, piece: Span, taken: Sequence[Span]) -> Span:
    """From the start of its sentence on, where it can't begin where it does and nobody else has the words before it."""
    before = text[max(0, piece.start - _SENTENCE) : piece.start]
    *_, start = (0, *(match.end() for match in _STOP.finditer(before)))
    told = before[start:]
    place = bisect_left(taken, (piece.start, 0))
    free = place == 0 or taken[place - 1].end <= piece.start - len(told)
    broken = _is_told(text[piece.start : piece.end]) or (
        _lacks_its_subject(text, piece, told) and not _BREAKS.search(told)
    )
    return Span(piece.start - len(told), piece.end) if free and broken and told[:1].isupper() else piece


def _own_sentence(text: str, piece: Span) -> Span:
    """Its last sentence: a tag behind words that aren't quoted tells of its own sentence alone."""
    words = text[piece.start : piece.end]
    return piece if _MARK.search(words) else Span(piece.end - len(split(words)[-1]), piece.end)


def _lacks_its_subject(text: str, piece: Span, told: str) -> bool:
    """Whether it opens with a bracket, with a verb whose subject stands before, or inside of what somebody hopes."""
    first = _FIRST.match(text, piece.start)
    if first is not None and (first["bracket"] or is_finite(first["word"])):
        return True
    known = (verb_forms().get(word) for word in _WORD.findall(told))
    return any(form is not None and form.verb.kind == "attitude" and form.shape == "present" for form in known)


def _is_told(words: str) -> bool:
    """As in "the mayor said on Friday", told by an agency: what the mayor said stands before."""
    for match in reversed(list(_WORD.finditer(words[-_TAG:]))):
        word = match.group().lower()
        form = verb_forms().get(word)
        if form is not None and form.verb.kind == "speech" and form.shape in ("past", "present"):
            return True
        if word not in word_class("prepositions") and word not in word_class("times"):
            return False
    return False


def _to_the_mark(piece: Span, taken: Sequence[Span], quoted: Sequence[Quotation]) -> Span:
    place = bisect_left(quoted, piece.start, key=lambda quotation: quotation.span.start)
    if place == len(quoted) or quoted[place].span.start != piece.start or not quoted[place].closed:
        return piece
    end = quoted[place].span.end
    following = bisect_left(taken, (piece.end, piece.end))
    free = following == len(taken) or taken[following].start >= end
    return Span(piece.start, end) if piece.end < end and free else piece


def _from_the_mark(piece: Span, taken: Sequence[Span], quoted: Sequence[Quotation]) -> Span:
    place = bisect_left(quoted, piece.end, key=lambda quotation: quotation.span.end)
    if place == len(quoted) or quoted[place].span.end != piece.end or not quoted[place].closed:
        return piece
    start = quoted[place].span.start
    before = bisect_left(taken, (piece.start, 0)) - 1
    free = before < 0 or taken[before].end <= start
    return Span(start, piece.end) if start < piece.start and free else piece


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
