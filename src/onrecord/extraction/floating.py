"""Quotations without a cue of their own: paragraphs that only quote, and whole sentences between marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.lexicon import is_finite
from onrecord.extraction.quotations import Quotation
from onrecord.model import Attribution, Span

_WORD = re.compile(r"[\w'’\-]+")
_LABEL = re.compile(r"[\"“]+[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){0,4}: ")
"""What opens a turn of a transcript whose lines open with stray marks."""
_STOPS = frozenset(".,!?…-—–;")
_MARKS = "\"“”„«»‘’'` "
_SHORTEST = 8
"""A quotation of fewer words with nothing around it is a heading, or a name."""
_HEADING = 5
"""A line that is all between quotation marks is somebody's words from so many words on, with some in small letters."""
_NEAR = 100
"""Characters between somebody's words and the quotation by which they go on: a stop, or when and where it was said."""
_STOP = re.compile(r"[.!?…][\"”’)]*(?:\s|\Z)")
UNSURE = 0.5
"""The confidence of a quotation whose speaker the text doesn't name beside it."""


def with_floating(
    text: str, attributions: Iterable[Attribution], quoted: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions, quotations that ran on into them or out of them taken in, and those that float beside them."""
    found = sorted(attributions, key=_place)
    taken = sorted((span, n) for n, one in enumerate(found) for span in (*one.content, *one.cue, *one.source))
    for chain in _chains(text, quoted):
        if _is_given_to_its_teller(text, chain, found, taken):
            continue
        owners = [_owner(quotation.span, taken) for quotation in chain]
        free = tuple(quotation.span for quotation, owner in zip(chain, owners, strict=True) if owner is None)
        if not free:
            continue
        owner = next((owner for owner in owners if owner is not None), _just_before(text, free[0], taken))
        if owner is not None:
            found[owner] = replace(found[owner], content=tuple(sorted((*found[owner].content, *free))))
        elif any(_is_utterance(text, span) for span in free):
            found.append(Attribution(content=free, confidence=UNSURE))
    return tuple(sorted(found, key=_place))


def _is_given_to_its_teller(
    text: str, chain: Sequence[Quotation], found: list[Attribution], taken: Sequence[tuple[Span, int]]
) -> bool:
    """A quotation that two share, or that runs on, belongs to the cue at its end: the other loses it."""
    each = [_owners(quotation.span, taken) for quotation in chain]
    owners = [owner for several in each for owner in several]
    is_torn = chain[0].runs_on or any(len(set(several)) > 1 for several in each)
    if not is_torn or not each[-1] or len(set(owners)) == 1 or not found[owners[-1]].cue:
        return False
    teller = owners[-1]
    begin, end = chain[0].span.start, chain[-1].span.end
    cue = found[teller].cue[0]
    if "\n" in text[min(end, cue.end) : max(end, cue.start)]:
        return False
    for number in {owner for owner in owners if owner != teller}:
        left = tuple(piece for piece in found[number].content if not begin <= piece.start < end)
        if left and not any(begin <= span.start < end for span in found[number].cue):
            found[number] = replace(found[number], content=left)
    others = (piece for piece in found[teller].content if not begin <= piece.start < end)
    found[teller] = replace(found[teller], content=tuple(sorted((*others, *(quotation.span for quotation in chain)))))
    return True


def _just_before(text: str, span: Span, taken: Sequence[tuple[Span, int]]) -> int | None:
    """The number of the attribution whose sentence ends right before, in the same paragraph: its speaker goes on."""
    place = bisect_left(taken, (span, -1)) - 1
    if place < 0 or span.start - taken[place][0].end > _NEAR:
        return None
    between = text[taken[place][0].end : span.start]
    return taken[place][1] if "\n" not in between and len(_STOP.findall(between)) <= 1 else None


def _place(one: Attribution) -> int:
    return min(spans[0].start for spans in (one.content, one.cue, one.source) if spans)


def _chains(text: str, quoted: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Quotations that open a sentence, each with those that it runs on into or that share a line of quotations."""
    chain: list[Quotation] = []
    for quotation in quoted:
        follows = chain and (chain[-1].runs_on or not text[chain[-1].span.end : quotation.span.start].strip(" "))
        if follows:
            chain.append(quotation)
            continue
        if chain:
            yield chain
        opens = _opens_sentence(text, quotation) and _LABEL.match(text, quotation.span.start) is None
        chain = [quotation] if opens else []
    if chain:
        yield chain


def _opens_sentence(text: str, quotation: Quotation) -> bool:
    before = text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip(" ")
    return not before or before[-1] in '\n.!?…”"'


def _owner(span: Span, taken: Sequence[tuple[Span, int]]) -> int | None:
    """The number of the attribution that has any of its words already."""
    place = bisect_left(taken, (span, -1))
    beside = taken[max(0, place - 1) : place + 1]
    return next((n for other, n in beside if other.start < span.end and span.start < other.end), None)


def _owners(span: Span, taken: Sequence[tuple[Span, int]]) -> list[int]:
    """The numbers of all attributions that have words of it, in text order."""
    place = max(0, bisect_left(taken, (span, -1)) - 1)
    owners: list[int] = []
    while place < len(taken) and taken[place][0].start < span.end:
        if taken[place][0].end > span.start:
            owners.append(taken[place][1])
        place += 1
    return owners


def _is_utterance(text: str, span: Span) -> bool:
    """Whole sentences, ended before the mark or behind it, long enough to be no heading; or a line of its own."""
    inside = text[span.start : span.end].strip(_MARKS)
    words = _WORD.findall(inside)
    if _is_line(text, span) and len(words) >= _HEADING and any(word[0].islower() and len(word) > 3 for word in words):
        return True
    ended = bool(inside) and (inside[-1] in _STOPS or text[span.end : span.end + 1] in (".", ","))
    return ended and len(words) >= _SHORTEST and any(is_finite(word.lower()) for word in words)


def _is_line(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] in ("", "\n")
