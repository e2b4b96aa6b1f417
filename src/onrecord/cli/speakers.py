"""``onrecord speakers``: who speaks, across articles, and who may be who."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from onrecord.cli.app import Format, FormatOption, NoteOption, RecordOption, app, asked, clear, err, out
from onrecord.cli.decided import show_decided
from onrecord.cli.terminal import write
from onrecord.errors import UsageError
from onrecord.exports.speakers import WRITERS, rows_of, terminal
from onrecord.pipeline.face import Record

FEWEST = 30
"""Speakers that are shown at first."""
_ID = re.compile(r"p[0-9a-f]{8}", re.IGNORECASE)
_HELP = {
    "join": "p1a2b3c4d p5e6f7a8b",
    "split": "p1a2b3c4d ARTICLE",
    "confirm": "p1a2b3c4d p5e6f7a8b",
    "reject": "p1a2b3c4d p5e6f7a8b",
}


@app.command()
@clear
def speakers(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="Beginnings of words of a name, in any joined spelling; or an id."),
    ] = None,
    suggested: Annotated[bool, typer.Option("--suggested", help="Only those who may be somebody else.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = FEWEST,
    note: NoteOption = "",
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """List who speaks: spellings, roles with their days, statements, outlets, and who may be the same and why.

    `onrecord speakers confirm A B` settles that a suggested match is one speaker, `reject A B` that it is none;
    `join A B` makes one of any two, `split A ARTICLE` takes out what one article (or one spelling) tells. A and B are
    ids or full names; `onrecord undo` takes any of it back.

    Example: `onrecord speakers lavren`, or `onrecord speakers --suggested`
    """
    with asked(record) as opened:
        if words and _decides(words):
            _decide(opened, words, note)
            return
        found = opened.speakers(" ".join(words or ()))
        whole, matches = {each.id: each for each in opened.speakers()}, opened.matches()
    rows = list(rows_of(found, matches, whole))
    rows = [row for row in rows if row.matches] if suggested else rows
    if format is not Format.text:
        write(WRITERS[format.value](rows))
        return
    out.print(terminal.told(rows[:limit]) if rows else "No such speakers.", style=None if rows else "dim")
    if len(rows) > limit:
        err.print(f"The first {limit} of {len(rows)} speakers by name; a higher --limit shows more.", style="dim")


def _decides(words: list[str]) -> bool:
    """Whether the words decide something: a verb alone, with two names, or with an id."""
    return words[0] in _HELP and (len(words) in {1, 3} or any(_ID.fullmatch(word) for word in words[1:]))


def _decide(opened: Record, words: list[str], note: str) -> None:
    verb, names = words[0], words[1:]
    if len(names) != 2:
        raise UsageError(f"`{verb}` takes two names, as in `onrecord speakers {verb} {_HELP[verb]}`")
    decide = {
        "join": opened.join_speakers,
        "split": opened.split_speakers,
        "confirm": opened.confirm_speakers,
        "reject": opened.reject_speakers,
    }[verb]
    show_decided(opened, decide(names[0], names[1], note=note))
