"""``onrecord undo``: take back what was decided."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.app import NoteOption, RecordOption, app, clear
from onrecord.cli.decided import deciding, show_decided


@app.command()
@clear
def undo(
    decision: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="The decision, as `onrecord history` names it; none: the last one in force."),
    ] = None,
    note: NoteOption = "",
    record: RecordOption = None,
) -> None:
    """Take a decision back. Both stay in the history; `onrecord redo` brings it back.

    Example: `onrecord undo`, or `onrecord undo d3`
    """
    with deciding(record) as opened:
        show_decided(opened, opened.undo(decision, note=note))
