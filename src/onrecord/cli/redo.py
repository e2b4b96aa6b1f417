"""``onrecord redo``: take back an undo."""

from __future__ import annotations

from onrecord.cli.app import NoteOption, RecordOption, app, clear
from onrecord.cli.decided import deciding, show_decided


@app.command()
@clear
def redo(note: NoteOption = "", record: RecordOption = None) -> None:
    """Bring back what was undone last, unless something new was decided about the same since.

    Example: `onrecord redo`
    """
    with deciding(record) as opened:
        show_decided(opened, opened.redo(note=note))
