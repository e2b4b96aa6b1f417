"""A toll that an article has named once: which dead a bare "19 people died" or "put the toll at 19" counts there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from onrecord.model import Article, Figure, Span, Statement
from onrecord.resolution.claims import stemmed
from onrecord.resolution.figures.lexicon import words

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FATAL: Final = words("shared", "fatal")
_EMPTY: Final = words("shared", "empty")
_ANYBODY: Final = words("shared", "anybody")
_LATER: Final = re.compile(r"[^.!?;\n]{0,160}")
_TOLL: Final = re.compile(
    r"\b(?:death\s+)?(?:toll|tally|count)\s+(?:at|to|is|was|of|stands at|stood at)\s+$", re.IGNORECASE
)
_TWO: Final = 2
"""Words besides the fate by which an event is known again."""


class _Named(NamedTuple):
    """A toll told in full: where its population stands, and the words of its event."""

    population: Span
    event: frozenset[str]
    place: int


def completed(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, their bare tolls given the population that the article names, where only one can be meant."""
    named = _named(article, statements)
    if not named:
        return tuple(statements)
    return tuple(replace(s, figures=tuple(_filled(article, s, f, named) for f in s.figures)) for s in statements)


def _named(article: Article, statements: Sequence[Statement]) -> list[_Named]:
    """The tolls told in full, those of one event once."""
    found: list[_Named] = []
    for figure in sorted((f for s in statements for f in s.figures), key=lambda f: f.span):
        event = _event(article, figure)
        if event is None or not figure.population or any(_alike(event, n.event) for n in found):
            continue
        found.append(_Named(figure.population, event, figure.span.start))
    return found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other))


def _event(article: Article, figure: Figure) -> frozenset[str] | None:
    """The words of the event in a population that tells of deaths; None where it names none."""
    if figure.population is None or not _counts_anybody(figure):
        return None
    plain = _plain(article[figure.population])
    event = frozenset(stemmed(w) for w in plain if w not in _EMPTY and w not in _FATAL)
    return event if _FATAL.intersection(plain) and len(event) >= _TWO else None


def _filled(article: Article, statement: Statement, figure: Figure, named: list[_Named]) -> Figure:
    if not _is_bare(article, figure):
        return figure
    before, after = _around(article, statement, figure)
    shared = [n for n in named if n.event & {stemmed(w) for w in _plain(after)}]
    earlier = [n for n in named if n.place < figure.span.start]
    if len(shared) == 1:
        chosen = shared[0]
    elif _TOLL.search(before) and earlier:
        chosen = earlier[-1]
    elif len(named) == 1 and not set(_plain(after)) - _EMPTY - _FATAL and _tells_fate(article, figure):
        chosen = named[0]
    else:
        return figure
    return replace(figure, population=chosen.population)


def _is_bare(article: Article, figure: Figure) -> bool:
    """Whether a figure counts people, and at most says that they died."""
    if figure.unit or not _counts_anybody(figure) or (figure.low or figure.high or 0) < 1:
        return False
    return figure.population is None or set(_plain(article[figure.population])) <= _FATAL | _EMPTY


def _tells_fate(article: Article, figure: Figure) -> bool:
    said = _plain(article[figure.population]) if figure.population else []
    return bool(_FATAL.intersection([*said, (figure.noun or "").lower()]))


def _counts_anybody(figure: Figure) -> bool:
    return (figure.noun or "").lower() in _ANYBODY


def _around(article: Article, statement: Statement, figure: Figure) -> tuple[str, str]:
    """What stands before a figure in its line, and after it in the statement's sentence."""
    text = article.text
    line = text.rfind("\n", 0, figure.span.start) + 1
    last = max(s.end for s in statement.content)
    match = _LATER.match(text, figure.span.end, max(last, figure.span.end))
    return text[max(line, figure.span.start - 40) : figure.span.start], match[0] if match else ""


def _plain(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]
