"""``onrecord show``: one statement, article or speaker."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.app import CopiesOption, Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.results import show_entries
from onrecord.errors import NotInRecord
from onrecord.exports import text, together
from onrecord.model import Article, Entry, Lineage
from onrecord.pipeline.face import Record


@app.command()
@clear
def show(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID|NAME|URL", help="The id of a statement or article, a URL; a speaker, an outlet, or an event."
        ),
    ],
    copies: CopiesOption = False,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Show a statement, an article with its statements, what a speaker or outlet said, or how an event moved.

    Example: `onrecord show s0123456789ab`, or `onrecord show Lavrentyev`
    """
    with asked(record) as opened:
        entries = _statement(opened, what) or _article(opened, what) or _named(opened, what, copies=copies)
        events = _events(opened, what) if format is Format.text else ()
        if not entries and not events:
            raise NotInRecord(
                f"{what!r} is no statement, article, speaker, outlet or event in this record; "
                "`onrecord search` finds the ids"
            )
        if format is Format.text:
            _tell(opened, entries, events)
        else:
            show_entries(entries, format, nothing="")


def _statement(opened: Record, what: str) -> tuple[Entry, ...]:
    try:
        return (opened.statement(what),)
    except NotInRecord:
        return ()


def _article(opened: Record, what: str) -> tuple[Entry, ...]:
    try:
        article = opened.article(what)
    except NotInRecord:
        return ()
    return tuple(Entry(article=article, statement=each) for each in opened.statements(article.id))


def _named(opened: Record, what: str, *, copies: bool) -> tuple[Entry, ...]:
    said = opened.search(speaker=what, copies=copies, limit=None)
    return tuple(sorted(said or opened.search(outlet=what, copies=copies, limit=None), key=_order))


def _order(entry: Entry) -> tuple[date, str, int]:
    """By the day on which it was said, else the story's; then as it stands in its article."""
    said, story = entry.statement.said_on, entry.article.date
    day = (said.latest if said else None) or story.latest or date.max
    return (day, entry.article.id, entry.statement.content[0].start)


def _events(opened: Record, what: str) -> tuple[Lineage, ...]:
    words = set(what.casefold().split())
    return tuple(each for each in opened.comparison().lineages if words <= set(each.event.casefold().split()))


def _tell(opened: Record, entries: tuple[Entry, ...], events: tuple[Lineage, ...]) -> None:
    for entry in entries:
        out.print(text.entry(entry))
        out.print()
    for event in events:
        out.print(together.lineage(event, opened.statement))
    if len(entries) == 1:
        _origins(opened, entries[0].article)


def _origins(opened: Record, article: Article) -> None:
    comparison = opened.comparison()
    articles = {each.id: each for each in opened.store.articles()}
    mine = [origin for origin in comparison.origins if article.id in origin.articles and len(origin.articles) > 1]
    if mine:
        out.print(Text("Origins", style="bold underline"))
        out.print(together.origins(mine, articles))
