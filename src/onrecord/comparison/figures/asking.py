"""Which questions a person asks for, by words in any spelling of the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.comparison.figures.places import folded
from onrecord.model import FigureQuestion

_WORD = re.compile(r"\w+")


def asked_for(questions: Iterable[FigureQuestion], query: str) -> tuple[FigureQuestion, ...]:
    """The questions that hold every word of a query, or the one of an id; without a query those of several figures.

    Those with the most conflicts come first, then those with the most figures.
    """
    known = tuple(questions)
    named = query.strip().lower()
    found = [q for q in known if named and named in {q.id, *(cited.id for cited in q.figures)}]
    if not found:
        wanted = [folded(word) for word in _WORD.findall(query)]
        found = [q for q in known if (_holds(q, wanted) if wanted else len(q.figures) > 1)]
    return tuple(sorted(found, key=lambda q: (-len(q.conflicts), -len(q.figures), q.question, q.id)))


def _holds(question: FigureQuestion, wanted: Iterable[str]) -> bool:
    told = [question.question, question.why]
    for cited in question.figures:
        told += [cited.population, cited.speaker or "", cited.figure.noun or "", cited.figure.unit or ""]
    words = {folded(word) for text in told for word in _WORD.findall(text)}
    return all(any(word.startswith(each) for word in words) for each in wanted)
