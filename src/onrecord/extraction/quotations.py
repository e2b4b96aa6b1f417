"""Where quotation marks open and close: double, single (British), doubled ('' and ``), unclosed and running on.

Marks are paired inside a paragraph (a line). A paragraph that ends inside a quotation runs on where the next one
opens with a mark, as printers do it; else the quotation ends with the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.model import Span

_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„«»]")
_ANY = re.compile(r"[\"“”„«»‘`]|''|’’|(?:^|[\s(\[—–:])'")
_SINGLE = re.compile(r"[‘’']")
_OPENS = frozenset(("“", "„", "«", "``", "‘‘"))
_CLOSES = frozenset(("”", "»", "’’"))
_STEP = {"“": -1, "”": 1}
"""Of marks that tell opening from closing: how many more close than open says whether one is nested."""
_BEFORE_CLOSE = frozenset(",.?!…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One stretch between marks, the marks included. ``runs_on``: the next one continues it in a new paragraph."""

    span: Span
    closed: bool = True
    runs_on: bool = False


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations, in order, not overlapping; inner marks of another sort stay inside the outer ones.

    Kept for who asks about the same text again.
    """
    found: list[Quotation] = []
    at = 0
    may_run_on = False
    for line in text.split("\n"):
        pieces = _in_line(line, at) if _ANY.search(line) else []
        if pieces and may_run_on and _opens_line(line, at, pieces[0]):
            found[-1] = replace(found[-1], runs_on=True)
        found.extend(pieces)
        at += len(line) + 1
        if line.strip():
            may_run_on = bool(pieces) and not pieces[-1].closed
    return tuple(found)


def _opens_line(line: str, at: int, first: Quotation) -> bool:
    return not line[: first.span.start - at].strip()


def _in_line(line: str, at: int) -> list[Quotation]:
    found: list[Quotation] = []
    done = 0
    for start, end, closed in _double(line):
        found.extend(_singles(line, done, start, at))
        found.append(Quotation(span=Span(at + start, at + end), closed=closed))
        done = end
    found.extend(_singles(line, done, len(line), at))
    return found


def _double(line: str) -> list[tuple[int, int, bool]]:
    """Pairs of double marks; an unclosed last one runs to the end of the line."""
    pairs: list[tuple[int, int, bool]] = []
    start, inner = -1, 0
    ahead = sum(_STEP.get(match.group(), 0) for match in _MARK.finditer(line))
    for match in _MARK.finditer(line):
        ahead -= _STEP.get(match.group(), 0)
        if start < 0:
            if _may_open(line, match):
                start = match.start()
        elif match.group() in _OPENS and _may_open(line, match) and match.group() != "“”":
            if _restarts(line, start, match.start()):
                pairs.append((start, match.start(), False))
                start = match.start()
            elif ahead > inner + 1:
                inner += 1
        elif inner:
            inner -= 1
        else:
            pairs.append((start, match.end(), True))
            start = -1
    if start >= 0:
        pairs.append((start, len(line.rstrip()), False))
    return [pair for pair in pairs if line[pair[0] : pair[1]].strip("\"“”„«»`' ")]


def _may_open(line: str, match: re.Match[str]) -> bool:
    """A closing mark opens nothing; a straight one opens unless it clings to the word before it alone (inches)."""
    if match.group() in _CLOSES and match.start() > 0 and not line[match.start() - 1].isspace():
        return False
    before = line[match.start() - 1 : match.start()]
    after = line[match.end() : match.end() + 1]
    return bool(after) and not (before.isalnum() and (after.isspace() or after in ",.;:)"))


def _restarts(line: str, start: int, second: int) -> bool:
    """Whether a second opening mark means that the first was never closed: it begins a sentence of its own."""
    before = line[max(start, second - 3) : second].rstrip()
    return before[-1:] in _BEFORE_CLOSE and line[start] in "“«„"


def _singles(line: str, first: int, last: int, at: int) -> list[Quotation]:
    """British single marks in ``line[first:last]``: an opening one after a space, closed before the next opening one.

    The closing one is the first after a stop or comma, else the last before the next opening (plural genitives
    look alike). Without one there is no quotation, as an apostrophe is likelier.
    """
    found: list[Quotation] = []
    start, close, sure = -1, -1, False
    for match in _SINGLE.finditer(line, first, last):
        if _opens_single(line, match):
            if close > start >= 0:
                found.append(Quotation(span=Span(at + start, at + close)))
            start, close, sure = match.start(), -1, False
        elif start >= 0 and not sure and _closes_single(line, match):
            close = match.end()
            sure = line[match.start() - 1] in _BEFORE_CLOSE
    if close > start >= 0:
        found.append(Quotation(span=Span(at + start, at + close)))
    return found


def _opens_single(line: str, match: re.Match[str]) -> bool:
    if match.group() == "’":
        return False
    before = line[match.start() - 1] if match.start() else " "
    after = line[match.end() : match.end() + 1]
    return (before.isspace() or before in "(—–:[") and (after.isalnum() and not after.isdigit())


def _closes_single(line: str, match: re.Match[str]) -> bool:
    after = line[match.end() : match.end() + 1]
    return match.group() != "‘" and not after.isalnum() and not line[match.start() - 1].isspace()
