"""``onrecord read``: print what pages say."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from onrecord import settings as settings_room
from onrecord.cli.app import (
    SOME_FAILED,
    ColumnsOption,
    DryRunOption,
    FollowOption,
    LimitOption,
    OutletOption,
    ProxyOption,
    PublishedOption,
    SinceOption,
    app,
    clear,
    err,
    out,
    progress,
    say,
)
from onrecord.cli.report import Report
from onrecord.cli.terminal import write
from onrecord.cli.trying import tell_what_would_be
from onrecord.errors import PageError
from onrecord.exports import dumps, html, text
from onrecord.intake import columns_of
from onrecord.model import Reading
from onrecord.pipeline.gathering import Named, Order
from onrecord.pipeline.given import is_folder
from onrecord.pipeline.verbs import read_order
from onrecord.settings import Settings


class ReadFormat(StrEnum):
    """How a reading is printed."""

    text = "text"
    html = "html"
    json = "json"


@app.command()
@clear
def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL|-…", help="Files, folders, web addresses, or - for standard input."),
    ],
    format: Annotated[
        ReadFormat, typer.Option("--format", help="html: one file that needs nothing else.")
    ] = ReadFormat.text,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    limit: LimitOption = None,
    follow: FollowOption = None,
    dry_run: DryRunOption = False,
    proxy: ProxyOption = None,
    columns: ColumnsOption = None,
) -> None:
    """Print what a page says: its date, and who said what, via whom, about when. Nothing is kept.

    Example: `onrecord read page.html`, or `onrecord read https://example.org/feed.xml --limit 3 --format html`
    """
    settings = settings_room.load(proxy=proxy, columns=columns_of(columns) if columns else None)
    named = (Named(name=each, published=published, outlet=outlet, since=since) for each in sources)
    order = Order(sources=tuple(named), follow=follow, limit=limit)
    if dry_run:
        tell_what_would_be(order, settings)
        return
    report = Report()
    single = len(sources) == 1 and not is_folder(sources[0])
    with closing(_readings(order, settings, report)) as found:
        _print(found, format, single=single)
    for why, count in sorted(report.skipped.items()):
        err.print(f"{count:,} left: {why}.", style="dim", markup=False)
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def _readings(order: Order, settings: Settings, report: Report) -> Generator[Reading]:
    with progress("reading") as advance, closing(read_order(order, settings)) as outcomes:
        for outcome in outcomes:
            advance(failed=isinstance(outcome, PageError))
            if isinstance(outcome, Reading):
                yield outcome
                continue
            report.count(outcome)
            if isinstance(outcome, PageError):
                say(outcome)


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
