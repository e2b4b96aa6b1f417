"""``onrecord add``: archive pages, read them, keep them."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from onrecord.cli.app import (
    SOME_FAILED,
    OutletOption,
    PublishedOption,
    RecordOption,
    app,
    clear,
    err,
    out,
    pages,
    progress,
    say,
)
from onrecord.errors import PageError, UsageError
from onrecord.pipeline.verbs import open_record


@app.command()
@clear
def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|-…",
            help="Files, folders, or - for standard input; none: only what a stopped run left to be read.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
) -> None:
    """Archive pages, read them, and keep what they say in a record. Adding a page twice changes nothing.

    Example: `onrecord add pages/ --record record`
    """
    new = known = statements = failed = 0
    with open_record(record, create=bool(sources)) as opened, progress("adding") as advance:
        if pending := opened.counts().pending:
            err.print(f"{pages(pending)} archived earlier but not read yet: read first.")
        elif not sources and opened.is_compared():
            raise UsageError("no page named, and none left over from an earlier run; name a file or folder to add")
        with closing(opened.add_all(*(sources or ()), published=published, outlet=outlet)) as outcomes:
            for outcome in outcomes:
                advance()
                if isinstance(outcome, PageError):
                    failed += 1
                    say(outcome)
                elif outcome.new:
                    new, statements = new + 1, statements + outcome.statements
                else:
                    known += 1
    out.print(_summary(new=new, statements=statements, known=known))
    if failed:
        err.print(f"{pages(failed)} could not be read; the rest went on.")
        raise typer.Exit(SOME_FAILED)


def _summary(*, new: int, statements: int, known: int) -> str:
    parts = [f"{new} new page{'' if new == 1 else 's'} with {statements} statement{'' if statements == 1 else 's'}"]
    if known:
        parts.append(f"{known} already there")
    return ", ".join(parts) + "."
