"""``onrecord read``: print what pages say."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.app import SOME_FAILED, OutletOption, PublishedOption, app, clear, out, progress, say
from onrecord.errors import PageError
from onrecord.exports import dumps, html, text
from onrecord.model import Reading
from onrecord.pipeline.verbs import read_all


class ReadFormat(StrEnum):
    """How a reading is printed."""

    text = "text"
    html = "html"
    json = "json"


@app.command()
@clear
def read(
    sources: Annotated[list[str], typer.Argument(metavar="PATH|-…", help="Files, folders, or - for standard input.")],
    format: Annotated[
        ReadFormat, typer.Option("--format", help="html: one file that needs nothing else.")
    ] = ReadFormat.text,
    published: PublishedOption = None,
    outlet: OutletOption = None,
) -> None:
    """Print what a page says: its date, and who said what, via whom, about when.

    Example: `onrecord read page.html`, or `onrecord read page.txt --format html > page-read.html`
    """
    failed = False
    readings: list[Reading] = []
    with progress("reading", None) as advance:
        for source in sources:
            for outcome in read_all(source, published=published, outlet=outlet):
                advance()
                if isinstance(outcome, PageError):
                    failed = True
                    say(outcome)
                elif format is ReadFormat.text:
                    out.print(text.reading(outcome))
                else:
                    readings.append(outcome)
    _write(readings, format)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _write(readings: list[Reading], format: ReadFormat) -> None:
    if readings and format is not ReadFormat.text:
        sys.stdout.write(dumps(readings) if format is ReadFormat.json else html.render(readings))
