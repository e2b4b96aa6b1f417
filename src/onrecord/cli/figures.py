"""``onrecord figures``: which figures were cited for one thing, and which of them conflict."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import NoteOption, RecordOption, app, asked, clear, err
from onrecord.cli.decided import show_decided
from onrecord.cli.results import show_questions
from onrecord.errors import UsageError
from onrecord.exports import whole
from onrecord.exports.figures import WRITERS
from onrecord.model import FigureQuestion
from onrecord.pipeline.face import Record

FEWEST = 10
"""Questions that are shown at first."""
_ID = re.compile(r"[qf](?=[a-f]*[0-9])[0-9a-f]*", re.IGNORECASE)
"""What looks like an id, cut short or not: no word has digits in it."""


class Format(StrEnum):
    """How questions are printed."""

    text = "text"
    svg = "svg"
    html = "html"
    json = "json"
    csv = "csv"


@app.command()
@clear
def figures(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY",
            help="Words of what was counted, a place, a speaker, in any spelling; or the id of a question or figure.",
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format", help="svg: the plot alone; html: one page with plots and tables.", show_default="text"
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write it there; its ending says the format where none is named."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many questions.")] = FEWEST,
    note: NoteOption = "",
    record: RecordOption = None,
) -> None:
    """Show what figures answer one question: low, best and high, who gave them and when, what conflicts, what updates.

    `onrecord figures join A B` puts two questions together, `onrecord figures split A MEMBER` takes a figure out, by
    their ids; `onrecord undo` takes either back.

    Example: `onrecord figures dastran market --format html --out market.html`
    """
    with asked(record) as opened:
        if words and _decides(words):
            _decide(opened, words, note)
            return
        found = opened.figures(" ".join(words or ()))
        shown = found[:limit]
        _show(opened, shown, _format(format, file), file)
    if not found:
        err.print("No such figures. Fewer words find more; without any, every question is listed.", style="dim")
    if len(found) > limit:
        err.print(f"The first {limit} of {len(found)} questions; a higher --limit shows more.", style="dim")


def _format(named: Format | None, file: Path | None) -> Format:
    if file is None:
        return named or Format.text
    ending = file.suffix.removeprefix(".").lower()
    if named is None and ending in WRITERS:
        return Format(ending)
    if named is None or named is Format.text:
        raise UsageError(f"{file}: name it .svg, .html, .json or .csv, or say which with --format")
    return named


def _decides(words: list[str]) -> bool:
    """Whether the words decide something: a verb alone, or with what looks like an id."""
    return words[0] in _HELP and (len(words) == 1 or any(_ID.fullmatch(word) for word in words[1:]))


def _decide(opened: Record, words: list[str], note: str) -> None:
    verb, ids = words[0], [word.lower() for word in words[1:]]
    if len(ids) != 2:
        raise UsageError(f"`{verb}` takes two ids, as in `onrecord figures {verb} {_HELP[verb]}`")
    decide = opened.join_figures if verb == "join" else opened.split_figures
    show_decided(opened, decide(ids[0], ids[1], note=note))


_HELP = {"join": "q1a2b3c4d q5e6f7a8b", "split": "q1a2b3c4d f9c8d7e6f"}


def _show(opened: Record, questions: tuple[FigureQuestion, ...], format: Format, file: Path | None) -> None:
    if file is None:
        show_questions(opened, questions, format.value)
    elif questions or format in {Format.json, Format.csv}:
        made = WRITERS[format.value](questions, {each.id: each for each in opened.store.articles()})
        with whole(file) as saved:
            saved.write(made)
        err.print(f"Written to {file}.", style="dim", markup=False)
