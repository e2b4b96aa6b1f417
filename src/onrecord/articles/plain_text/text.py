"""A plain-text page with its chrome inside → title, body paragraphs, and the chrome with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.articles.plain_text import context, undressed
from onrecord.articles.plain_text.headings import find_title
from onrecord.articles.plain_text.lines import (
    LOOKED_AT,
    Line,
    Matrix,
    count_words,
    ends_a_sentence,
    is_chrome_heading,
    is_related_heading,
    read_lines,
)
from onrecord.articles.plain_text.reasons import is_contact, is_furniture, reasons
from onrecord.model import Chrome, Span

Told = npt.NDArray[np.bool_]

_STORY = 0.45
"""A line of this share is of the story: chosen on the folds, where a half lost more of the story than it left out."""
_OF_BEST = 0.6
"""Or one of this part of the page's best share: a page that the model is unsure of still has its story."""
_NO_STORY = 0.15
"""Where no line has this share, there is no story."""
_SHORTEST = 8
"""Words of the longest line of any story, at least: a page of shorter ones is a menu."""
_BRIEF = 4
"""A page of no more lines is hardly a web page as it was copied: sentences in it are the story's."""
_BRIEF_SHARE = 0.05
_PROSE = 12
"""Words of a sentence that is no teaser's."""
_REACH = 20_000
"""Lines that the model looks at."""
_DASHES = ("–", "—")
_HEADING = 8
"""Words of a heading inside a story, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """What was read in a page of plain text. ``paragraphs`` is empty where no story was found."""

    title: str
    paragraphs: tuple[str, ...]
    chrome: tuple[Chrome, ...]


def read_text(text: str, *, shares: Callable[[Sequence[Line]], Matrix] = context.shares) -> TextPage:
    """The story in a page. ``shares`` says how likely each line is to be story (default: the shipped model)."""
    lines = read_lines(text)
    body, title = _story(lines, shares)
    kept = body.copy()
    if title is not None:
        kept[title] = True
        body[title] = False
    told = [int(at) for at in np.flatnonzero(body)]
    story = Span(told[0], told[-1] + 1) if told else Span(0, 0)
    left = [line for line, keep in zip(lines, kept, strict=True) if not keep]
    why = reasons(lines, [bool(keep) for keep in kept], story)
    return TextPage(
        title="" if title is None else _collapsed(lines[title]),
        paragraphs=tuple(_collapsed(line) for line, told_here in zip(lines, body, strict=True) if told_here),
        chrome=tuple(Chrome(words=_collapsed(line), reason=reason) for line, reason in zip(left, why, strict=True)),
    )


def _collapsed(line: Line) -> str:
    return " ".join(line.words.split())


def _story(lines: Sequence[Line], shares: Callable[[Sequence[Line]], Matrix]) -> tuple[Told, int | None]:
    """Which lines are the story's, the title among them or not, and which is the title."""
    alone = undressed.story_of(lines)
    if alone is None:
        body = _body(lines, _within_reach(lines, shares))
        title = find_title(lines, body)
        body[: title or 0] = False  # a story begins at its headline
        return body, title
    body = np.zeros(len(lines), dtype=bool)
    body[alone.start : alone.end] = True
    return body, 0 if alone.headed else find_title(lines, body)


def _within_reach(lines: Sequence[Line], shares: Callable[[Sequence[Line]], Matrix]) -> Matrix:
    """The shares of the first lines; beyond where any web page ends, each sentence is taken for what it is."""
    rest = [float(_is_prose(line)) for line in lines[_REACH:]]
    return np.concatenate([shares(lines[:_REACH]), np.array(rest, dtype=np.float32)])


def _body(lines: Sequence[Line], shares: Matrix) -> Told:
    """Which lines are the story's."""
    best = float(shares.max(initial=0.0))
    longest = max((count_words(line.words[:LOOKED_AT]) for line in lines), default=0)
    if best < _NO_STORY or longest < _SHORTEST:
        return np.zeros(len(lines), dtype=bool)
    body = shares >= min(_STORY, _OF_BEST * best)
    if len(lines) <= _BRIEF:
        body |= (shares >= _BRIEF_SHARE) & [_is_prose(line) for line in lines]
    _keep_signed_quotations(lines, body)
    _drop_furniture(lines, body)
    _drop_related(lines, body)
    _drop_last_heading(lines, body)
    return np.asarray(body)


def _keep_signed_quotations(lines: Sequence[Line], body: Told) -> None:
    """A line that begins with a dash, between two of the story, says whose words stood above it."""
    if len(lines) > 2:
        body[1:-1] |= body[:-2] & body[2:] & [line.bullet in _DASHES for line in lines[1:-1]]


def _is_prose(line: Line) -> bool:
    return not line.bullet and ends_a_sentence(line.words) and count_words(line.words[:LOOKED_AT]) >= _PROSE


def _is_sentence(line: Line) -> bool:
    return ends_a_sentence(line.words) and not is_furniture(line.words)


def _drop_furniture(lines: Sequence[Line], body: Told) -> None:
    """Dates, bylines, copyright lines above the first sentence of a story or under its last, and telephones there."""
    told = [int(at) for at in np.flatnonzero(body)]
    prose = [at for at in told if _is_prose(lines[at])] or [at for at in told if _is_sentence(lines[at])]
    if prose:
        for at in told:
            stray = is_furniture(lines[at].words) or (at > prose[-1] and is_contact(lines[at].words))
            body[at] = prose[0] <= at <= prose[-1] or not stray


def _drop_related(lines: Sequence[Line], body: Told) -> None:
    """Under the last sentence, a heading of related items ends the story: what is listed there is other stories'."""
    told = (int(at) for at in np.flatnonzero(body))
    last = max((at for at in told if ends_a_sentence(lines[at].words)), default=len(lines))
    heading = next((at for at in range(last + 1, len(lines)) if is_related_heading(lines[at].words)), len(lines))
    body[heading:] = False


def _drop_last_heading(lines: Sequence[Line], body: Told) -> None:
    """A story does not end in the heading of something that isn't of it."""
    told = np.flatnonzero(body)
    last = int(told[-1])
    if len(told) > 1 and last + 1 < len(lines) and _heads(lines[last], lines[last + 1]):
        body[last] = False


def _heads(line: Line, after: Line) -> bool:
    """Whether a line is the heading of a list that follows it, or of what pages list under their stories."""
    short = count_words(line.words[:LOOKED_AT]) <= _HEADING and not ends_a_sentence(line.words) and not line.bullet
    return short and (bool(after.bullet) or is_chrome_heading(line.words))
