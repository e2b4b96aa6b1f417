"""Dates that a reader sees beside the story: under the headline, or anywhere else in the chrome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from onrecord.articles.markup.blocks import Block
from onrecord.articles.written import Written, written_dates
from onrecord.languages import table

Label = Literal["published", "modified", "other", ""]
Place = Literal["byline", "chrome"]

LONGEST_LINE = 400  # characters; a longer line is prose, and its dates are the story's own
MOST = 12
NOT_OF_THE_STORY = frozenset({"clock", "footer"})
_LONGEST_LABELLED = 60  # characters of a body line that may still be a date line
_MOST_OTHER_WORDS = 12  # beside the date, in a line that is about the date
_ABOVE, _BESIDE, _INTO_BODY, _BELOW = 8, 3, 2, 5  # lines above and beside the headline; body paragraphs; lines below
_SHORTEST_PARAGRAPH = 40  # bytes, so that scripts with few and weighty characters count
_OTHER_STORIES = frozenset(
    {"clock", "related items", "menu", "comments", "side column", "advertisement", "search", "tags"}
)
_OF_PAGE = frozenset({"menu", "clock", "search", "page header"})
_OF_STORY = frozenset({"", "byline", "date line", "footer", "page header"})
_WORD = re.compile(r"\w+")
_TO = re.compile(r"\s?(?:-|–|—|to|bis|au|until)\s?(?:zum\s)?")
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date in a line of the page: where, what a label before it says, and whether the page marks it as its date."""

    written: Written
    place: Place
    label: Label
    marked: bool
    part: str = ""


def seen_dates(
    blocks: Sequence[Block], title: str, body: Iterable[str], *, day_first: bool | None
) -> tuple[SeenDate, ...]:
    """The dates in lines that are about little else, in page order, no more than ``MOST``; the headline is skipped."""
    story = frozenset(body)
    zone = _zone_of(blocks, title, story)
    near: list[SeenDate] = []
    far: list[SeenDate] = []
    before = ""
    for number, block in enumerate(blocks):
        if _may_be_dated(block, number == zone.headline, story):
            in_zone = zone.holds(number, block)
            (near if in_zone else far).extend(_of_line(block, "byline" if in_zone else "chrome", day_first, before))
        before = block.words if block.words.endswith(":") else ""
    return own_first(near, far)


def _may_be_dated(block: Block, is_headline: bool, story: frozenset[str]) -> bool:
    """A date in the headline or in prose is the story's own matter; unless the page marks it as its date."""
    if block.machine_date or block.marked_date:
        return True
    prose = block.words in story and len(block.words) > _LONGEST_LABELLED
    return not is_headline and not prose and bool(_DIGITS.search(block.words[:LONGEST_LINE]))


def own_first(near: Sequence[SeenDate], far: Sequence[SeenDate]) -> tuple[SeenDate, ...]:
    """The story's own date line: the first labelled one beside the headline, else the first there, else the only
    labelled one elsewhere. What else is dated there are events, comments and other stories.
    """
    labelled = [s for s in far if s.label == "published" and s.part not in _OTHER_STORIES | {"footer"}]
    elsewhere = labelled if len({s.written.value for s in labelled}) == 1 else []
    kept: list[SeenDate] = []
    for label, own in (("published", near), ("", near), ("published", elsewhere), ("modified", near)):
        first = next((s for s in own if s.label == label), None)
        if first and (label == "modified" or not kept):
            kept.append(first)
    rest = (s for s in (*near, *far) if s not in kept)
    return (*(replace(s, place="byline") for s in kept), *(replace(s, place="chrome") for s in rest))[:MOST]


def dates_of_line(line: str, place: Place, *, day_first: bool | None) -> tuple[SeenDate, ...]:
    """The dates in one line, if the line is about little else."""
    return _of_line(Block(line, "p", ""), place, day_first, "")


@dataclass(frozen=True, slots=True)
class _Zone:
    """Where the story's own date lines stand: line numbers, inclusive. ``headline`` is -1 where none was found."""

    headline: int
    first: int
    last: int
    end: int

    def holds(self, number: int, block: Block) -> bool:
        """Whether a line belongs to the story's head or foot rather than to another part of the page."""
        beside_headline = self.headline >= 0 and abs(number - self.headline) <= _BESIDE and block.reason != "clock"
        if beside_headline or (self.first <= number <= self.last and block.reason not in _OTHER_STORIES):
            return True
        return block.marked_date and block.reason in _OF_STORY and self.end < number <= self.end + _BELOW


def _zone_of(blocks: Sequence[Block], title: str, body: frozenset[str]) -> _Zone:
    paragraphs = [n for n, block in enumerate(blocks) if block.words in body and _is_paragraph(block, title)]
    top = paragraphs[0] if paragraphs else len(blocks)
    heads = [n for n, block in enumerate(blocks[: top + 1]) if _is_headline(block, title)]
    heads = heads or [n for n, block in enumerate(blocks[:top]) if block.tag == "h1" and n > top - 2 * _ABOVE]
    head = heads[-1] if heads else -1
    start = head if heads else top if paragraphs else len(blocks)
    after = [number for number in paragraphs if number > head]
    last = after[min(_INTO_BODY, len(after)) - 1] if after else start + _ABOVE
    return _Zone(head, _top(blocks, start), last, paragraphs[-1] if paragraphs else len(blocks))


def _top(blocks: Sequence[Block], start: int) -> int:
    """The first line of the headline's surroundings: going up, the page's own menu and clock end them."""
    top = start
    while top > max(0, start - _ABOVE) and (start - top < _BESIDE or blocks[top - 1].reason not in _OF_PAGE):
        top -= 1
    return top


def _is_paragraph(block: Block, title: str) -> bool:
    return len(block.words.encode()) > _SHORTEST_PARAGRAPH and not _is_headline(block, title)


def _is_headline(block: Block, title: str) -> bool:
    return block.words == title or (block.tag == "h1" and bool(title) and _shared(block.words, title) > 0.6)


def _shared(one: str, other: str) -> float:
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) / max(1, min(len(a), len(b)))


def _of_line(block: Block, place: Place, day_first: bool | None, before: str) -> tuple[SeenDate, ...]:
    line = block.words
    marked = block.marked_date or block.published
    if block.machine_date and (machine := written_dates(block.machine_date, day_first=day_first)):
        return (
            SeenDate(
                machine[0], place, _label(before + line) or ("published" if block.published else ""), True, block.reason
            ),
        )
    if len(line) > LONGEST_LINE:
        return ()
    dates = written_dates(line, day_first=day_first)
    others = len(_WORD.findall(line)) - sum(len(_WORD.findall(w.words)) for w in dates)
    if not dates or (others > _MOST_OTHER_WORDS and not marked):
        return ()
    if _is_range(line, dates):
        return ()
    starts = [0, *(w.end for w in dates)]
    return tuple(
        SeenDate(w, place, _label((before if start == 0 else "") + line[start : w.start]), marked, block.reason)
        for w, start in zip(dates, starts, strict=False)
    )


def _is_range(line: str, dates: Sequence[Written]) -> bool:
    """From one date to another: an event."""
    return len(dates) == 2 and bool(_TO.fullmatch(line[dates[0].end : dates[1].start]))


def _label(before: str) -> Label:
    """What the last label before a date says it is the date of."""
    found = [(match.end(), kind) for kind, pattern in _labels() for match in pattern.finditer(before.lower()[-80:])]
    return max(found)[1] if found else ""


@cache
def _labels() -> tuple[tuple[Label, re.Pattern[str]], ...]:
    words = table("any", "date_labels")
    kinds: tuple[Label, ...] = ("published", "modified", "other")
    return tuple(
        (kind, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words[kind])) + r")(?!\w)")) for kind in kinds
    )
