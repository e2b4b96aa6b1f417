"""``onrecord show``: one statement, article or speaker."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.app import CopiesOption, Format, RecordOption, app, asked, clear, out
from onrecord.cli.results import is_figure_id, show_entries, show_questions, show_revisions
from onrecord.cli.terminal import write
from onrecord.errors import NotInRecord
from onrecord.exports import html, text, together, wording
from onrecord.exports.speakers import rows_of, terminal
from onrecord.model import Article, Entry, Identity, Lineage, SpeakerMatch
from onrecord.pipeline.face import Record


class ShowFormat(StrEnum):
    """How what was found is printed."""

    text = "text"
    html = "html"
    json = "json"
    csv = "csv"


@app.command()
@clear
def show(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID|NAME|URL",
            help="The id of a statement, an article, a figure or its question; a URL; a speaker, an outlet, an event.",
        ),
    ],
    copies: CopiesOption = False,
    record: RecordOption = None,
    format: Annotated[
        ShowFormat, typer.Option("--format", help="html: the whole articles, in one file that needs nothing else.")
    ] = ShowFormat.text,
) -> None:
    """Show a statement, an article with its date and statements, what a speaker or outlet said, how an event moved.

    A figure question is shown as `onrecord figures` shows it.

    Example: `onrecord show s0123456789ab`, or `onrecord show Lavrentyev`, or `onrecord show q1a2b3c4d`
    """
    with asked(record) as opened:
        if is_figure_id(what.strip()) and (questions := opened.figures(what)):
            show_questions(opened, questions, format.value)
            return
        article = _article(opened, what)
        speaker = None if article else _speaker(opened, what)
        entries = (
            _statement(opened, what)
            or _entries(opened, article)
            or _said_by(opened, speaker, copies=copies)
            or _named(opened, what, copies=copies)
        )
        events = _events(opened, what)
        if not entries and not events and article is None:
            raise NotInRecord(
                f"{what!r} is no statement, article, figure, speaker, outlet or event in this record; "
                "`onrecord search` and `onrecord figures` find the ids"
            )
        if format is ShowFormat.text:
            if speaker is not None:
                out.print(terminal.told(list(rows_of((speaker,), *_matches(opened)))))
            _tell(opened, article, entries, events)
        elif format is ShowFormat.html:
            _write_html(opened, article, entries)
        else:
            gone = opened.vanished(article.id) if article else ()
            show_entries((*entries, *gone), Format(format.value), nothing="")


def _article(opened: Record, what: str) -> Article | None:
    try:
        return opened.article(what)
    except NotInRecord:
        return None


def _statement(opened: Record, what: str) -> tuple[Entry, ...]:
    try:
        return (opened.statement(what),)
    except NotInRecord:
        return ()


def _entries(opened: Record, article: Article | None) -> tuple[Entry, ...]:
    if article is None:
        return ()
    moves = opened.moves(article.id)
    return tuple(
        Entry(article=article, statement=each, moves=tuple(m for m in moves if m.statement == each.id))
        for each in opened.statements(article.id)
    )


def _speaker(opened: Record, what: str) -> Identity | None:
    """The one speaker whom an id or words of a name mean."""
    found = opened.speakers(what) if what.strip() else ()
    return found[0] if len(found) == 1 else None


def _said_by(opened: Record, speaker: Identity | None, *, copies: bool) -> tuple[Entry, ...]:
    return () if speaker is None else tuple(sorted(opened.said_by(speaker, copies=copies), key=_order))


def _matches(opened: Record) -> tuple[tuple[SpeakerMatch, ...], dict[str, Identity]]:
    return opened.matches(), {each.id: each for each in opened.speakers()}


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


def _tell(opened: Record, article: Article | None, entries: tuple[Entry, ...], events: tuple[Lineage, ...]) -> None:
    if article is not None:
        out.print(text.story(article, len(entries)))
        _say_where_it_came_from(opened, article)
        _say_how_to_settle(article)
        show_revisions(opened, article.id)
    for entry in entries:
        out.print(text.entry(entry))
        out.print()
    for event in events:
        out.print(together.lineage(event, opened.statement))
    if article is None and len(entries) == 1:
        _explain(entries[0])
    if about := article or (entries[0].article if len(entries) == 1 else None):
        _origins(opened, about)


def _explain(entry: Entry) -> None:
    """Where the days of a statement come from: its story's date, and what moved since it was first read."""
    out.print(text.story_date(entry.article.date))
    _say_how_to_settle(entry.article)
    if len(entry.moves) > 1:
        out.print(text.moves(entry))
        out.print()


def _say_how_to_settle(article: Article) -> None:
    if article.date.earliest is None and not wording.is_fixed(article.date):
        out.print(f"If you know it: onrecord fix {article.id} --date 2017-11-15\n", style="dim", markup=False)


def _say_where_it_came_from(opened: Record, article: Article) -> None:
    route = opened.store.capture(article.id).route
    if route is None:
        return
    if route.final not in {article.url, route.asked}:
        out.print(Text(f"Fetched from {route.final}", style="dim"), soft_wrap=True)
    if route.archived:
        out.print(Text(f"Archived: {route.archived}", style="dim"), soft_wrap=True)


def _origins(opened: Record, article: Article) -> None:
    comparison = opened.comparison()
    articles = {each.id: each for each in opened.store.articles()}
    mine = [origin for origin in comparison.origins if article.id in origin.articles and len(origin.articles) > 1]
    if mine:
        out.print(Text("Origins", style="bold underline"))
        out.print(together.origins(mine, articles))


def _write_html(opened: Record, article: Article | None, entries: tuple[Entry, ...]) -> None:
    ids = [article.id] if article else list(dict.fromkeys(entry.article.id for entry in entries))
    write(html.render([opened.reading(id) for id in ids], {id: _past(opened, id) for id in ids}))


def _past(opened: Record, id: str) -> html.Past:
    return html.Past(moves=opened.moves(id), revisions=opened.revisions(id), vanished=opened.vanished(id))
