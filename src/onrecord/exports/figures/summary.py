"""A question in one line."""

from __future__ import annotations

from onrecord.exports.figures.heard import by_voice
from onrecord.model import FigureQuestion


def summary(question: FigureQuestion) -> str:
    """How many figures there are, of how many voices, and what they are to each other."""
    copies = sum(cited.copied for cited in question.figures)
    heard = len(by_voice(cited for cited in question.figures if not cited.copied))
    parts = [
        _many(len(question.figures), "figure"),
        _many(heard, "voice"),
        f"{copies} in copies" if copies else "",
        f"{_many(len(question.conflicts), 'pair')} in conflict" if question.conflicts else "no conflict",
        _many(len(question.updates), "update") if question.updates else "",
    ]
    return " · ".join(filter(None, parts))


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
