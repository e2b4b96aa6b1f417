"""``onrecord due``: what falls due, and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.app import CopiesOption, Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.results import show_entries
from onrecord.exports import text
from onrecord.exports.wording import is_over, one_day
from onrecord.model import Entry
from onrecord.record import DueList

MOST_PAST = 10
"""So many of the windows that are over are printed, the latest first."""


@app.command()
@clear
def due(
    since: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="From this day on: 2017, 2017-12 or 2017-12-31.",
            show_default="today; the beginning with --to alone",
        ),
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A word of the speaker's name.")] = None,
    copies: CopiesOption = False,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """List what falls due from a day on (default: today), with open, vague, undated and past windows apart.

    Example: `onrecord due --from 2017-11 --to 2017-12`
    """
    ranged = since is not None or until is not None
    first = since if ranged else date.today().isoformat()  # the day where the person sits
    with asked(record) as opened:
        found = opened.due(copies=copies, since=first, until=until, speaker=speaker)
    if format is not Format.text:
        show_entries(found.dated if ranged else (*found.past[::-1], *found.dated), format, nothing="")
        return
    if not ranged:
        out.print(f"Today is {one_day(date.today())}.\n")
    show_due(found)


def show_due(found: DueList) -> None:
    """Print a due list under its headings."""
    over = [entry for entry in found.undated if _is_over(entry)]
    groups = (
        ("Falls due", found.dated),
        ("Open: no last day", found.open),
        ("No days until the story has a date", [entry for entry in found.undated if entry not in over]),
        ("No days that fit: the story's date or the time words are wrong", over),
        ("Vague: no day given", found.vague),
        ("Past: fell due before", found.past[:MOST_PAST]),
    )
    for heading, entries in groups:
        if entries:
            out.print(text.due(entries, heading))
    if more := len(found.past[MOST_PAST:]):
        out.print(f"… and {more} that fell due earlier; an earlier --from lists them.", style="dim")
    if not any(entries for _, entries in groups):
        out.print("Nothing falls due then.", style="dim")


def _is_over(entry: Entry) -> bool:
    due = entry.statement.due
    return due is not None and is_over(due, entry.statement.said_on)
