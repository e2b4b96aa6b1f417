"""``onrecord due``: what falls due, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from onrecord.cli.app import CopiesOption, Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.results import show_entries
from onrecord.exports import text
from onrecord.exports.wording import one_day
from onrecord.record import DueList


@app.command()
@clear
def due(
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="From this day on: 2017, 2017-12 or 2017-12-31.", show_default="today"
        ),
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A word of the speaker's name.")] = None,
    copies: CopiesOption = False,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """List what falls due; open, vague and undated windows apart, and without a range what is past, too.

    Example: `onrecord due --from 2017-11 --to 2017-12`
    """
    ranged = bool(since or until)
    first = since if ranged else date.today().isoformat()  # the day where the person sits
    with asked(record) as opened:
        found = opened.due(copies=copies, since=first, until=until, speaker=speaker)
    if format is not Format.text:
        show_entries(found.dated if ranged else (*found.past[::-1], *found.dated), format, nothing="")
        return
    if not ranged:
        out.print(f"Today is {one_day(date.today())}.\n")
    show_due(replace(found, past=()) if ranged else found)


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
        out.print("Nothing falls due then.", style="dim")
