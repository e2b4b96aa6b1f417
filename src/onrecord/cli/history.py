"""``onrecord history``: what people decided."""

from __future__ import annotations

from io import StringIO
from typing import Annotated

import typer

from onrecord.cli.app import Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.decided import names
from onrecord.cli.results import show_revisions
from onrecord.cli.terminal import write
from onrecord.errors import NotInRecord
from onrecord.exports import history as told
from onrecord.model import Decided
from onrecord.pipeline.face import Record


@app.command()
@clear
def history(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|URL", help="An article, a statement, a figure, its question or a decision; none: everything."
        ),
    ] = None,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Tell what was decided, when, by whom, from what to what, and which windows moved because of it.

    Of an article, what its outlet altered in it comes first.

    Example: `onrecord history`, or `onrecord history d3`
    """
    with asked(record) as opened:
        found = opened.history(about)
        if format is Format.text:
            _tell(opened, found, about)
            return
    made = StringIO(newline="")
    (told.write_json if format is Format.json else told.write_csv)(found, made)
    write(made.getvalue())


def _article(opened: Record, about: str) -> str | None:
    """The id of the article that is asked about, if it is one."""
    try:
        return opened.article(about).id
    except NotInRecord:
        return None


def _tell(opened: Record, found: tuple[Decided, ...], about: str | None) -> None:
    if about and (article := _article(opened, about)):
        show_revisions(opened, article)
    if found:
        out.print(told.told(found, names(opened)))
    elif about:
        out.print("Nobody has decided anything about it yet.", style="dim")
    else:
        out.print("Nobody has decided anything yet. `onrecord fix` settles a story’s date.", style="dim")
