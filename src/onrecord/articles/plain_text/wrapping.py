"""Lines as they were meant: hard-wrapped paragraphs joined, paragraphs run together by wide gaps parted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MARK = re.compile(r"\s*(?:[*+•◦▪‣·●○■□–—-]|\(?\d{1,3}[.)])\s")
_GAP = re.compile(r"(?<=[.!?”\"])[ \u00a0]{3,}(?=\S)")
_NARROWEST, _WIDEST = 40, 120
"""Columns that text is wrapped at."""
_RAGGED = 8
"""Columns that a full line may fall short of the widest one."""
_RUN_TOGETHER = 300
"""A line this long with wide gaps after full stops holds several paragraphs."""


def logical_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, empty ones included: wrapped lines joined, and gaps of three spaces taken as breaks."""
    raw = [line.rstrip() for line in _BREAK.split(text.replace("\0", " ").expandtabs(4))]
    width = _width(raw)
    joined = _joined(raw, width) if width else iter(raw)
    return tuple(part for line in joined for part in _parted(line))


def _parted(line: str) -> Sequence[str]:
    return _GAP.split(line) if len(line) >= _RUN_TOGETHER else (line,)


def _blocks(raw: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines without an empty one between them, or one that stands further in."""
    block: list[str] = []
    for line in raw:
        if block and (not line or _indent(line) > _indent(block[-1])):
            yield block
            block = []
        if line:
            block.append(line)
    if block:
        yield block


def _width(raw: Sequence[str]) -> int:
    """The column that the text is wrapped at, 0 if it isn't: blocks that greedy wrapping would give back."""
    blocks = list(_blocks(raw))
    found = [width for block in blocks if len(block) >= 3 and (width := _width_of([block]))]
    pairs = [block for block in blocks if len(block) == 2]
    if not found and len(pairs) >= 2 and (width := _width_of(pairs)):
        found = [width]
    unwrapped = sum(max(map(len, block)) > _WIDEST for block in blocks)
    if len(found) <= unwrapped:
        return 0
    most = max(found) + _RAGGED
    return max(len(line) for line in raw if len(line) <= most)


def _width_of(blocks: Sequence[Sequence[str]]) -> int:
    """The column that these blocks are all wrapped at, 0 if they aren't."""
    width = max(len(line) for block in blocks for line in block)
    pairs = [pair for block in blocks for pair in pairwise(block)]
    return width if _NARROWEST <= width <= _WIDEST and _filled(pairs, width) else 0


def _filled(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether most lines are full and the sentences run on over their ends."""
    full = [(line, after) for line, after in pairs if _continues(line, after, width)]
    running = sum(after.lstrip()[:1].islower() for _, after in full)
    return len(full) >= 0.7 * len(pairs) and running >= 0.3 * len(pairs)


def _continues(line: str, after: str, width: int) -> bool:
    """Whether the first word of the line after did not fit at the end of this one."""
    if _MARK.match(after) or not after:
        return False
    first = after.split(maxsplit=1)[0]
    return len(line) <= width < len(line) + 1 + len(first)


def _joined(raw: Sequence[str], width: int) -> Iterator[str]:
    parts: list[str] = []
    last = ""
    for line in raw:
        if parts and _continues(last, line, width) and _same_paragraph(last, line):
            parts.append(line.strip())
        else:
            if parts:
                yield _join(parts)
            parts = [line]
        last = line
    if parts:
        yield _join(parts)


def _same_paragraph(line: str, after: str) -> bool:
    """A line that stands further in opens a paragraph."""
    return _indent(after) <= _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _join(parts: Sequence[str]) -> str:
    """Joined by spaces, but not where a word was broken at its hyphen."""
    out = [parts[0]]
    for before, part in pairwise(parts):
        hyphen = before[-1:] == "-" and before[-2:-1].isalpha() and part[:1].islower()
        out.append(part if hyphen else " " + part)
    return "".join(out)
