"""``onrecord show``: one statement, article or speaker."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.app import Format, FormatOption, RecordOption, app, asked, clear, out
from onrecord.cli.results import show_entries
from onrecord.errors import NotInRecord
from onrecord.exports import text, together
from onrecord.model import Article, Entry
from onrecord.pipeline.face import Record


@app.command()
@clear
def show(
    what: Annotated[
        str, typer.Argument(metavar="ID|NAME|URL", help="A statement's or an article's id, a URL, or a speaker.")
    ],
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Show a statement, an article with all its statements, or what a speaker said.

    Example: `onrecord show s0123456789ab`, or `onrecord show Lavrentyev`
    """
    with asked(record) as opened:
        entries = _statement(opened, what) or _article(opened, what) or _speaker(opened, what)
        if not entries:
            raise NotInRecord(
                f"{what!r} is no statement, article or speaker in this record; `onrecord search` finds the ids"
            )
        if format is Format.text:
            _tell(opened, entries)
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


def _speaker(opened: Record, what: str) -> tuple[Entry, ...]:
    return opened.search(speaker=what, limit=1000)


def _tell(opened: Record, entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        out.print(text.entry(entry))
        out.print()
    if len(entries) == 1:
        _origins(opened, entries[0].article)


def _origins(opened: Record, article: Article) -> None:
    comparison = opened.comparison()
    articles = {each.id: each for each in opened.store.articles()}
    mine = [origin for origin in comparison.origins if article.id in origin.articles and len(origin.articles) > 1]
    if mine:
        out.print(Text("Origins", style="bold underline"))
        out.print(together.origins(mine, articles))
