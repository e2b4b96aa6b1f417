"""Lines as they stand on printed pages → paragraphs: running heads dropped, torn words and sentences joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_EDGE = 3  # lines at the top and at the foot of a page that may be a running head
_NUMBER = re.compile(
    r"(?:page|seite|p\.|página|стр\.)?\s{0,3}[-–—]?\s{0,3}\d{1,4}\s{0,3}(?:[-–—]|(?:of|/|von|sur|de|из)\s{0,3}\d{1,4})?",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_TORN = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_STOPPED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BULLETS = ("•", "–", "-", "▪", "●", "◦", "*", "·")
_AROUND = 4
_MOST_WORDS = 30  # of a headline


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line: where it begins, in points from the page's lower left corner, and the size of its letters."""

    words: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its words, and the size of its letters."""

    words: str
    size: float


def paragraphs_of(pages: Sequence[Sequence[PrintedLine]]) -> list[Paragraph]:
    """The paragraphs that lines make, those over the end of a page or column too."""
    kept = [line for page in _without_running_heads(pages) for line in page]
    leading = _leading(kept)
    blocks: list[list[PrintedLine]] = []
    for number, line in enumerate(kept):
        if blocks and _goes_on(blocks[-1], line, leading, _width_at(kept, number)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    known = Counter(word for line in kept for word in line.words.lower().split())
    return [Paragraph(_joined(block, known), block[0].size) for block in blocks]


def headline_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The first of the largest letters, where they are larger than the text's and make more than a label."""
    if not paragraphs:
        return None
    letters = Counter[float]()
    for paragraph in paragraphs:
        letters[round(paragraph.size, 1)] += len(paragraph.words)
    usual = letters.most_common(1)[0][0]
    large = [each for each in paragraphs if each.size > 1.15 * usual and 3 < len(each.words.split()) <= _MOST_WORDS]
    best = max(large, key=lambda each: each.size, default=None)
    return best.words if best else None


def _without_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[PrintedLine]]:
    """Lines at the edge of a page that most pages have, numbers aside, and the pages' own numbers."""
    edges = [_edge(page) for page in pages]
    often = Counter(shape for edge in edges for shape in {_shape(line) for line in edge})
    running = {shape for shape, count in often.items() if count > 1 and 2 * count >= len(pages)}
    for page, edge in zip(pages, edges, strict=True):
        gone = {line for line in edge if _shape(line) in running or _NUMBER.fullmatch(line.words)}
        yield [line for line in page if line not in gone]


def _edge(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    by_height = sorted(page, key=lambda line: line.y)
    return by_height if len(by_height) <= 2 * _EDGE else [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _shape(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.words.casefold())


def _leading(lines: Sequence[PrintedLine]) -> float:
    """From line to line inside paragraphs, in sizes of their letters."""
    gaps = [
        (one.y - other.y) / one.size
        for one, other in pairwise(lines)
        if _is_same_size(one, other) and 0.5 < (one.y - other.y) / one.size < 3
    ]
    return min(median(gaps), 2.0) if gaps else 1.2


def _is_same_size(one: PrintedLine, other: PrintedLine) -> bool:
    return abs(one.size - other.size) <= 0.08 * max(one.size, other.size)


def _width_at(lines: Sequence[PrintedLine], number: int) -> int:
    """Characters of the longest line around: the width of its column."""
    around = lines[max(0, number - _AROUND) : number + _AROUND]
    return max(len(line.words) for line in around if _is_same_size(line, lines[number]))


def _goes_on(block: Sequence[PrintedLine], line: PrintedLine, leading: float, width: int) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = block[-1]
    gap = (last.y - line.y) / last.size
    if not _is_same_size(last, line) or line.words.startswith(_BULLETS):
        return False
    is_stopped = bool(_STOPPED.search(last.words))
    had_room = len(last.words) + len(line.words.split(maxsplit=1)[0]) < 0.75 * width
    if not 0 < gap < 6 * leading:  # the next column or page
        return not is_stopped and (line.words[:1].islower() or bool(_TORN.search(last.words)) or not had_room)
    is_indented = line.x > last.x + 0.8 * line.size and is_stopped
    return gap <= 1.25 * leading and not is_indented and not had_room


def _joined(block: Sequence[PrintedLine], known: Counter[str]) -> str:
    words = block[0].words
    for line in block[1:]:
        words = _with_next(words, line.words, known)
    return words.translate(_LIGATURES).replace("\u00ad", "")


def _with_next(words: str, more: str, known: Counter[str]) -> str:
    """A word that a line's end tore is joined, unless the text has it with its hyphen elsewhere (``well-known``)."""
    if not _TORN.search(words) or not more[:1].islower():
        return f"{words} {more}"
    whole = f"{words.rsplit(maxsplit=1)[-1]}{more.split(maxsplit=1)[0]}".lower()
    return words + more if known[whole] and not known[whole.replace("-", "", 1)] else words[:-1] + more
