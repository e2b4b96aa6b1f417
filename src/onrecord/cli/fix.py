"""``onrecord fix``: a person's word on what the program can't know."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.app import NoteOption, RecordOption, app, clear
from onrecord.cli.decided import deciding, show_decided
from onrecord.errors import UsageError


@app.command()
@clear
def fix(
    what: Annotated[
        str, typer.Argument(metavar="ID|URL", help="The id or URL of an article, or the id of a statement in it.")
    ],
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="When the story was published: 2017-11-15, 2017-11, 2017, unknown."
        ),
    ] = None,
    note: NoteOption = "",
    record: RecordOption = None,
) -> None:
    """Settle a story's date. Every window that hangs on it moves, and the fix outlives each new reading.

    Example: `onrecord fix https://example.org/forum --date 2017-11-15 --note "the printed page has it"`
    """
    if date is None:
        raise UsageError("nothing to fix was named; `--date 2017-11-15` settles the story's date")
    with deciding(record) as opened:
        show_decided(opened, opened.fix(what, date=date, note=note))
