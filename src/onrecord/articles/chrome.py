"""What of a page is not the story, and why it was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from onrecord.articles.body import is_date_line
from onrecord.articles.markup.blocks import Block
from onrecord.model import Chrome

MOST_ENTRIES = 40
LONGEST_ENTRY = 300  # characters
_LONG = 40  # characters: a line that long is in the body by no coincidence
_MOST_SEARCHED = 3_000_000_000  # characters in all: no story on the web comes near it
_BETWEEN = " · "


def chrome_of(blocks: Sequence[Block], title: str, body: Iterable[str]) -> tuple[Chrome, ...]:
    """The lines that are not the story's, in page order, neighbours of one kind together, too many summed up."""
    kinds = groupby(_left(blocks, title, tuple(body)), key=itemgetter(1))
    return bounded([Chrome(words=_joined(words for words, _ in group), reason=reason) for reason, group in kinds])


def bounded(entries: Sequence[Chrome]) -> tuple[Chrome, ...]:
    """No more entries than anybody reads: the first ones, and how many of what kind follow."""
    if len(entries) <= MOST_ENTRIES:
        return tuple(entries)
    rest = entries[MOST_ENTRIES - 1 :]
    kinds = ", ".join(dict.fromkeys(entry.reason for entry in rest))
    return (*entries[: MOST_ENTRIES - 1], Chrome(words="…", reason=f"{len(rest)} more pieces: {kinds}"[:LONGEST_ENTRY]))


def _left(blocks: Sequence[Block], title: str, body: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    lines, text = frozenset(body), "\n".join(body)
    searched = text if len(text) * len(blocks) < _MOST_SEARCHED else ""
    in_story = [block.words in lines or (len(block.words) > _LONG and block.words in searched) for block in blocks]
    first = in_story.index(True) if True in in_story else len(blocks)
    last = len(blocks) - 1 - in_story[::-1].index(True) if True in in_story else len(blocks)
    for number, block in enumerate(blocks):
        if not in_story[number] and block.words != title:
            place = "above" if number < first else "below" if number > last else "between"
            yield block.words, _reason(block, place)


def _reason(block: Block, place: str) -> str:
    if is_date_line(block.words):
        return "date line"
    if block.reason:
        return block.reason
    return {"above": "above the story", "below": "below the story", "between": "between its paragraphs"}[place]


def _joined(words: Iterable[str]) -> str:
    line = ""
    for piece in words:
        if len(line) > LONGEST_ENTRY:
            break
        line += (_BETWEEN if line else "") + piece
    return line if len(line) <= LONGEST_ENTRY else line[:LONGEST_ENTRY] + "…"
