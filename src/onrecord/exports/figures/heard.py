"""Who gave the figures of a question: two names of one source are one voice; so is each story that names nobody."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.counting import is_one_voice
from onrecord.model import CitedFigure


def by_voice(figures: Iterable[CitedFigure]) -> tuple[tuple[CitedFigure, ...], ...]:
    """The figures of each voice, the first to speak first."""
    found: dict[tuple[bool, str], list[CitedFigure]] = {}
    for cited in figures:
        found.setdefault(_voice(cited, found), []).append(cited)
    return tuple(map(tuple, found.values()))


def _voice(cited: CitedFigure, known: Iterable[tuple[bool, str]]) -> tuple[bool, str]:
    """Whether it has a name, and which; else its article."""
    name = cited.speaker
    if name is None:
        return False, cited.article
    return next((each for each in known if each[0] and is_one_voice(each[1], name)), (True, name))
