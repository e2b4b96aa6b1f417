"""Stories that stand alone: a headline and paragraphs, and nothing of a page around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.plain_text.lines import Line, ends_a_sentence
from onrecord.articles.plain_text.reasons import is_explained, is_furniture, is_notice

_LONGEST_HEADLINE = 25
"""Words."""
_MOST_FURNITURE = 3
"""Lines of a byline and a date between headline and story."""
_MENU = 2
"""Words of a line that one of them may make a menu's: "Home", "Sign in"."""
_NO_FULL_STOP = ("?", "!", "’", "'", "”", '"')
_OPEN_ENDS = (":", ",", "—", "–")
"""What a paragraph may end with beside a full stop: it leads to the next one."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The lines ``[start, end)`` of a story that stands alone; ``headed``: the first line is its headline."""

    start: int
    end: int
    headed: bool


def story_of(lines: Sequence[Line]) -> Alone | None:
    """The story, if the text holds nothing beside it but a byline and a date above it, and a site's notices below.

    None where anything looks like a page's chrome. How long a line is doesn't matter: "Snow fell again." is a
    paragraph in a text that holds nothing but paragraphs.
    """
    headed = bool(lines) and is_headline(lines[0])
    start, end = int(headed), len(lines)
    while start <= _MOST_FURNITURE and start < end and is_furniture(lines[start].words):
        start += 1
    while end > start and is_notice(lines[end - 1].words):
        end -= 1
    told = lines[start:end]
    return Alone(start, end, headed) if told and all(map(_is_told, told)) else None


def is_headline(line: Line) -> bool:
    """Whether a line may be a headline by its looks: no full stop, no list, no date, no single word of a menu."""
    count = len(line.words[: 20 * _LONGEST_HEADLINE].split())
    if count > _LONGEST_HEADLINE or line.bullet or is_furniture(line.words):
        return False
    stopped = ends_a_sentence(line.words) and not line.words.endswith(_NO_FULL_STOP)
    return not stopped and (count > _MENU or not is_explained(line.words))


def _is_told(line: Line) -> bool:
    runs = ends_a_sentence(line.words) or line.words.rstrip().endswith(_OPEN_ENDS)
    return runs and not (line.bullet or is_notice(line.words) or is_furniture(line.words))
