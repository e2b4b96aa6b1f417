"""``onrecord due``: what falls due, and when."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.app import Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.results import show_entries
from onrecord.exports import text
from onrecord.record import DueList


@app.command()
@clear
def due(
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day on: 2017, 2017-12, 2017-12-31.")
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A word of the speaker's name.")] = None,
    copies: Annotated[bool, typer.Option("--copies", help="List what copies repeat of their originals, too.")] = False,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """List what falls due; open, vague and undated windows apart.

    Example: `onrecord due --from 2017-11 --to 2017-12`
    """
    with asked(record) as opened:
        found = opened.due(copies=copies, since=since, until=until, speaker=speaker)
    if format is Format.text:
        show_due(found)
    else:
        show_entries(found.dated, format, nothing="")


def show_due(found: DueList) -> None:
    """Print a due list under its headings."""
    groups = (
        ("Falls due", found.dated),
        ("Open: no last day", found.open),
        ("No days until the story has a date", found.undated),
        ("Vague: no day given", found.vague),
        ("Past", found.past),
    )
    for heading, entries in groups:
        if entries:
            out.print(text.due(entries, heading))
    if not any(entries for _, entries in groups):
        out.print("Nothing falls due. Without --from and --to every expectation is listed.", style="dim")
