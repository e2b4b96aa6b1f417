"""Entries and figure questions, printed in the format that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO

from onrecord.cli.app import Format, out
from onrecord.cli.terminal import write
from onrecord.exports import EXPORTERS, revisions, text
from onrecord.exports.figures import WRITERS, terminal
from onrecord.model import Entry, FigureQuestion
from onrecord.pipeline.face import Record

_FIGURE_ID = re.compile(r"[qf][0-9a-f]{8}", re.IGNORECASE)


def is_figure_id(words: str) -> bool:
    """Whether words look like the id of a question or figure."""
    return _FIGURE_ID.fullmatch(words) is not None


def show_questions(opened: Record, questions: Sequence[FigureQuestion], format: str) -> None:
    """Print questions: ``text``, or a format of ``exports.figures``. What draws nothing prints nothing."""
    articles = {each.id: each for each in opened.store.articles()}
    if format == Format.text:
        for question in questions:
            out.print(terminal.told(question, articles))
            out.print()
    elif questions or format in {Format.json, Format.csv}:
        write(WRITERS[format](questions, articles))


def show_revisions(opened: Record, article: str) -> None:
    """Print what was altered in an article; nothing where nothing was."""
    if found := opened.revisions(article):
        out.print(revisions.told(found, opened.statement))


def show_entries(entries: Sequence[Entry], format: Format, *, nothing: str) -> None:
    """Print entries; ``nothing`` is said in their place where there are none and a person reads it."""
    if format is not Format.text:
        made = StringIO(newline="")
        EXPORTERS[format.value](entries, made)
        write(made.getvalue())
    elif entries:
        out.print(text.entries(entries))
    else:
        out.print(nothing, style="dim")
