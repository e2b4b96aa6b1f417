"""``onrecord add``: archive pages, read them, keep them."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
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
    RecordOption,
    SinceOption,
    app,
    clear,
    err,
    pages,
    progress,
    say,
)
from onrecord.cli.failures import show_failures
from onrecord.cli.report import Report
from onrecord.cli.trying import tell_what_would_be
from onrecord.errors import PageError, RecordMissing, UsageError
from onrecord.intake import columns_of
from onrecord.model import Added
from onrecord.pipeline.face import Record
from onrecord.pipeline.gathering import Named, Order, Passed
from onrecord.pipeline.verbs import open_record
from onrecord.settings import Settings


@app.command()
@clear
def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|URL|-…",
            help="Files, folders, web addresses, or - for standard input; none: only what a stopped run left to do.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    limit: LimitOption = None,
    follow: FollowOption = None,
    dry_run: DryRunOption = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try once more what failed before, and nothing else.")] = False,
    failed: Annotated[bool, typer.Option("--failed", help="List what failed, why, and when to try again.")] = False,
    proxy: ProxyOption = None,
    columns: ColumnsOption = None,
    archive_links: Annotated[
        bool | None,
        typer.Option(
            "--archive-links",
            help="Keep a link to each page in a public archive.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Archive pages, read them, and keep what they say in a record. Adding a page twice changes nothing.

    A page that is there in other words is a revision: `onrecord show` tells what was altered. Feeds, sitemaps, archives
    and tables are looked into; what they link to is fetched, politely, if they were fetched themselves, or with
    `--follow`.

    Example: `onrecord add pages/`, or `onrecord add https://example.org/feed.xml --limit 20`, or `onrecord add --retry`
    """
    settings = settings_room.load(
        proxy=proxy, columns=columns_of(columns) if columns else None, archive_links=archive_links
    )
    named = tuple(Named(name=each, published=published, outlet=outlet, since=since) for each in sources or ())
    order = Order(sources=named, follow=follow, limit=limit)
    if sources and (retry or failed):
        raise UsageError("--retry and --failed are about what failed before; name no page with them")
    if dry_run:
        with _if_there(record, settings) as opened:
            tell_what_would_be(order, settings, opened)
        return
    with open_record(record, create=bool(sources), settings=settings) as opened:
        if failed:
            show_failures(opened)
            return
        _say_what_is_left(opened, is_all=not (sources or retry))
        report = Report()
        _run(opened.retry() if retry else opened.gather(order), report)
    report.tell()
    if report.failed:
        err.print("`onrecord add --failed` lists them, `onrecord add --retry` tries them once more.", style="dim")
        raise typer.Exit(SOME_FAILED)


@contextmanager
def _if_there(record: str | None, settings: Settings) -> Iterator[Record | None]:
    """The record, if there is one: a dry run makes none."""
    try:
        opened = open_record(record, create=False, settings=settings)
    except RecordMissing:
        yield None
    else:
        with opened:
            yield opened


def _say_what_is_left(opened: Record, *, is_all: bool) -> None:
    pending, waiting = opened.counts().pending, opened.store.addresses.how_many_wait()
    if pending:
        err.print(f"{pages(pending)} archived earlier but not read yet: read first.")
    if waiting:
        err.print(f"{pages(waiting)} still to be fetched for an earlier run: fetched, too.")
    if is_all and not (pending or waiting) and opened.is_compared():
        raise UsageError("no page named, and none left over from an earlier run; name a file, folder or address to add")


def _run(outcomes: Generator[Added | PageError | Passed], report: Report) -> None:
    with progress("adding") as advance, closing(outcomes):
        for outcome in outcomes:
            advance(failed=isinstance(outcome, PageError))
            report.count(outcome)
            if isinstance(outcome, PageError):
                say(outcome)
