"""The line that heads the story in plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.articles.plain_text.lines import CLOCK, DAY, LOOKED_AT, Line, ends_a_sentence, is_chrome_heading
from onrecord.articles.plain_text.reasons import is_explained, is_furniture
from onrecord.articles.plain_text.undressed import is_headline

_WORD = re.compile(r"\w+")
_BYLINE = re.compile(r"(?:by|von|par|por)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z]{3}[A-Z .,'/]{0,30}(?:[^-–—.]{0,20}|[^-–—]{0,9}\. ?\d{1,2} ?)[-–—] ?")
_LEAD = 5
"""Body lines whose words a title is most likely to use."""
_REACH = 30
"""Lines before the body that a title is looked for in."""
_OPENING = 6
"""Lines of the body in which its first sentence is looked for."""
_STOPPED = 12
"""Words of a headline that ends in a full stop."""
_MOST_BETWEEN = 3
"""Lines of a byline and a date between headline and story."""
_MENU = re.compile(r"[|•·»›@]|https?:|www\.")
_PROSE = 25
"""Words of a line that is no title, whatever else it is."""

# Fitted once by logistic regression to the titles in the heads of the pages that the line model learns from, then
# rounded; training/lines/README.md has the scores. The two that follow "full stop", and the one of lines below others
# taken for body, were set by hand: those pages have no such titles, but archives that stop every line do.
_WEIGHTS = {
    "familiar": 2.3,
    "in the lead": 1.9,
    "four words": 1.8,
    "six words": 1.9,
    "each ten words over 18": -3.7,
    "full stop": -3.1,
    "full stop after a dateline": -5.0,
    "and yet right above the body, at the top": 2.6,
    "each ten lines before the body": -1.1,
    "taken for body": -1.0,
    "below other lines taken for body": -3.0,
    "bullet": -1.9,
    "clock": -2.1,
    "day": -0.5,
    "after an empty line": 0.9,
    "first line": 1.4,
    "heading of chrome": -1.1,
    "byline": -1.4,
}
_BIAS, _LEAST = -5.8, -1.0


@dataclass(frozen=True, slots=True)
class _Story:
    """The words of the body, and those of its first lines; its first line, and its first sentence."""

    words: frozenset[str]
    lead: frozenset[str]
    first: int
    start: int


def find_title(lines: Sequence[Line], body: npt.NDArray[np.bool_]) -> int | None:
    """Which line is the title: before the body, or its first line. None where none looks like one."""
    told = np.flatnonzero(body)
    if not len(told):
        return None
    story = _story(lines, [int(at) for at in told])
    if story is None:
        return None
    inside = (at for at in range(story.first + 1, story.start) if lines[at].blank and not lines[at].bullet)
    places = (*range(max(0, story.first - _REACH), story.first + 1), *inside)
    best, at = max((_score(lines, at, story, body), at) for at in places)
    return at if best >= _LEAST else _right_above(lines, story.first)


def _right_above(lines: Sequence[Line], start: int) -> int | None:
    """The line above the story, byline and date left aside, if it looks like a headline and stands apart."""
    at = start - 1
    while at > 0 and start - at <= _MOST_BETWEEN and is_furniture(lines[at].words):
        at -= 1
    if at < 0 or not (is_headline(lines[at]) or (at == 0 and _is_stopped_headline(lines[0]))):
        return None
    if is_explained(lines[at].words) or _MENU.search(lines[at].words):
        return None
    return at if at == 0 or lines[at].blank else None


def _is_stopped_headline(line: Line) -> bool:
    """A first line of a few words in one sentence: archives end their headlines with a full stop, too."""
    bare = line.words.rstrip(". ")
    return len(bare.split()) <= _STOPPED and not ends_a_sentence(bare) and is_headline(Line(bare))


def _story(lines: Sequence[Line], told: Sequence[int]) -> _Story | None:
    """The story's words, without those of a first line that may be the title itself.

    It begins at its first sentence: short lines above that, which the model took for story, may be the title.
    """
    first = told[0]
    start = next((at for at in told[:_OPENING] if ends_a_sentence(lines[at].words)), first)
    told = [at for at in told if at >= start]
    rest = told if len(_WORD.findall(lines[start].words[:LOOKED_AT])) > _PROSE else told[1:]
    if not rest:
        return None
    return _Story(_words(lines[i] for i in rest), _words(lines[i] for i in rest[:_LEAD]), first, start)


def _words(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(word for line in lines for word in _WORD.findall(line.words[:LOOKED_AT].lower()))


def _score(lines: Sequence[Line], at: int, story: _Story, body: npt.NDArray[np.bool_]) -> float:
    line = lines[at]
    tokens = _WORD.findall(line.words[:LOOKED_AT].lower())
    stopped = ends_a_sentence(line.words) and not line.words.endswith(("?", "!"))
    seen = {
        "familiar": _share(tokens, story.words),
        "in the lead": _share(tokens, story.lead),
        "four words": len(tokens) >= 4,
        "six words": len(tokens) >= 6,
        "each ten words over 18": max(0, len(tokens) - 18) / 10,
        "full stop": stopped,
        "full stop after a dateline": stopped and bool(_DATELINE.match(line.words)),
        "and yet right above the body, at the top": stopped and at == 0 and story.start == 1,
        "each ten lines before the body": (story.start - at) / 10,
        "taken for body": bool(body[at]),
        "below other lines taken for body": at > story.first,
        "bullet": bool(line.bullet),
        "clock": bool(CLOCK.search(line.words)),
        "day": bool(DAY.search(line.words)),
        "after an empty line": line.blank > 0,
        "first line": at == 0,
        "heading of chrome": is_chrome_heading(line.words),
        "byline": bool(_BYLINE.match(line.words)),
    }
    return _BIAS + sum(_WEIGHTS[name] * value for name, value in seen.items())


def _share(tokens: Sequence[str], known: frozenset[str]) -> float:
    """The share of the longer words that are known, counting repeats."""
    longer = Counter(token for token in tokens if len(token) > 3)
    return sum(n for token, n in longer.items() if token in known) / max(1, longer.total())
