"""``onrecord read``: print what pages say."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.app import SOME_FAILED, OutletOption, PublishedOption, app, clear, out, progress, say
from onrecord.cli.terminal import write
from onrecord.errors import PageError
from onrecord.exports import dumps, html, text
from onrecord.model import Reading
from onrecord.pipeline.given import is_folder
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
    failures: list[PageError] = []

    def readings() -> Generator[Reading]:
        with progress("reading") as advance:
            for source in sources:
                with closing(read_all(source, published=published, outlet=outlet)) as outcomes:
                    for outcome in outcomes:
                        advance()
                        if isinstance(outcome, PageError):
                            failures.append(outcome)
                            say(outcome)
                        else:
                            yield outcome

    single = len(sources) == 1 and not is_folder(sources[0])
    with closing(readings()) as found:
        _print(found, format, single=single)
    if failures:
        raise typer.Exit(SOME_FAILED)


def _print(readings: Iterator[Reading], format: ReadFormat, *, single: bool) -> None:
    """Text and JSON are printed as they come; HTML is one page, so it waits for all."""
    if format is ReadFormat.html:
        if together := list(readings):
            write(html.render(together))
        return
    for reading in readings:
        if format is ReadFormat.json:
            write(dumps(reading, indent=single))
        else:
            out.print(text.reading(reading))
