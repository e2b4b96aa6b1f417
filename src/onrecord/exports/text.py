"""Readings and entries for a terminal. Plain where it isn't one: rich leaves colours out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.exports import wording
from onrecord.model import EXPECTATION_KINDS, Article, Entry, Move, Reading, Span, Statement, StoryDate

_STOP = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘A-Z\[])")
"""Where a sentence ends inside a content: good enough to cut a list entry short, never to derive a fact."""

LONGEST = 420
"""Words of a statement are cut in lists after so many characters; ``show`` gives them whole."""


def reading(read: Reading) -> RenderableType:
    """What a page says: its article, date with the rival candidates, and every statement."""
    article, statements = read.article, read.statements
    numbers = {statement.id: number for number, statement in enumerate(statements, 1)}
    parts: list[RenderableType] = [story(article, len(statements))]
    for number, statement in enumerate(statements, 1):
        parts.append(_numbered(number, statement, Group(*_body(article, statement, numbers))))
    if not statements:
        parts.append(Text(_no_statements(article), style="dim"))
    if article.chrome:
        parts.append(_chrome(article))
    return Group(*parts, Text())


def story(article: Article, statements: int) -> RenderableType:
    """An article's heading, and its date with the candidates and how they were weighed."""
    return Group(_heading(article, statements), story_date(article.date))


def entry(found: Entry) -> RenderableType:
    """One statement in full, with the article that it stands in."""
    return Group(*_entry_lines(found, longest=None))


def moves(found: Entry) -> RenderableType:
    """Each time that the days of a statement moved, the first one first."""
    lines = [
        Text(f"  {move.at:%Y-%m-%d}  {told}")
        for move, told in zip(found.moves, wording.steps(found.moves), strict=True)
    ]
    return Group(Text("How its days moved", style="bold underline"), *lines)


def entries(found: Sequence[Entry]) -> RenderableType:
    """A list of statements, each with its article."""
    return Group(*(Padding(Group(*_entry_lines(each, longest=LONGEST)), (0, 0, 1, 0), expand=False) for each in found))


def due(found: Iterable[Entry], heading: str) -> RenderableType:
    """Expectations under a heading, one block each, or nothing where there are none."""
    blocks = [Padding(Group(*_due_lines(each)), (0, 0, 1, 2), expand=False) for each in found]
    return Group(Text(heading, style="bold underline"), *blocks) if blocks else Text("", end="")


def _heading(article: Article, statements: int) -> RenderableType:
    about = [
        article.outlet or "outlet not named",
        f"by {', '.join(article.byline)}" if article.byline else "",
        f"credits {', '.join(article.credits)}" if article.credits else "",
        f"language {article.language}" if article.language else "",
        f"{statements} statement{'' if statements == 1 else 's'}",
    ]
    return Group(
        Text(article.title or "(no title)", style="bold"),
        Text(" · ".join(filter(None, about)), style="dim"),
        *([Text(article.url, style="dim")] if article.url else []),
    )


def story_date(story: StoryDate) -> RenderableType:
    """The date of a story, how it was weighed, and each candidate with what speaks for it."""
    style = "green" if story.earliest else "yellow"
    lines = [Text.assemble("Date: ", (wording.story_date(story), style))]
    if story.why and story.candidates:
        lines.append(Text(f"  {story.why}", style="dim"))
    lines += [
        Text.assemble(
            f"  {each.value:<12} ", (f"{wording.WHERE[each.where]:<11}", "cyan"), f" “{each.words}” ", (each.why, "dim")
        )
        for each in story.candidates
    ]
    return Padding(Group(*lines), (0, 0, 1, 0), expand=False)


def _numbered(number: int, statement: Statement, body: RenderableType) -> RenderableType:
    style = "bold yellow" if statement.kind in EXPECTATION_KINDS else "bold cyan"
    name = wording.who(statement.speaker)
    role = f", {statement.speaker.role}" if statement.speaker.role else ""
    head = Text.assemble((f"{number:>3}  ", "dim"), (name, style), (role, "dim"))
    return Group(head, Padding(body, (0, 0, 1, 5), expand=False))


def _body(article: Article, statement: Statement, numbers: dict[str, int]) -> Iterator[RenderableType]:
    yield Text(article[statement.content])
    yield from _details(article, statement)
    if statement.restates in numbers:
        yield Text(f"restates {numbers[statement.restates]}, which counts", style="dim")
    if statement.reported_in in numbers:
        yield Text(f"reported in {numbers[statement.reported_in]}", style="dim")


def _details(article: Article, statement: Statement, moves: Sequence[Move] = ()) -> Iterator[RenderableType]:
    yield Text(" · ".join(wording.tags(statement)), style="dim")
    for name, text in wording.facts(article, statement, moves):
        yield Text.assemble((f"{name}: ", "dim"), (text, "bold" if name == "due" else ""))


def _entry_lines(found: Entry, *, longest: int | None) -> Iterator[RenderableType]:
    article, statement = found.article, found.statement
    words = found.snippet or found.words
    style = "bold yellow" if statement.kind in EXPECTATION_KINDS else "bold cyan"
    cue = f", “{article[statement.cue]}”" if statement.cue else ""
    yield Text.assemble((wording.who(statement.speaker), style), (f"{cue}  {statement.id}", "dim"))
    yield Padding(Text(words if longest is None else _cut(words, longest)), (0, 0, 0, 2), expand=False)
    yield Padding(Group(*_details(article, statement, found.moves)), (0, 0, 0, 2), expand=False)
    if found.vanished:
        yield Text(f"  {wording.vanished(found.vanished)}", style="yellow")
    yield Text(f"  in {_where(article)}", style="dim")


def _due_lines(found: Entry) -> Iterator[RenderableType]:
    statement = found.statement
    when = wording.window(statement.due, statement.said_on) if statement.due else ""
    yield Text.assemble((when or "no day", "bold yellow"), "  ", (wording.who(statement.speaker), "bold"))
    if moved := wording.moved(found.moves, due_only=True):
        yield Text(f"moved: {moved}", style="yellow")
    yield Text(_cut(excerpt(found.article, statement), LONGEST))
    told = f"{statement.kind}, {statement.strength}{', confident' if statement.sure else ''}"
    yield Text(f"{told} · {_where(found.article)} · {statement.id}", style="dim")


def _where(article: Article) -> str:
    dated = wording.days(article.date.earliest, article.date.latest) or f"date {article.date.status}"
    return " · ".join(filter(None, (wording.title(article), article.outlet or "", dated)))


def _chrome(article: Article) -> RenderableType:
    lines = [
        Text.assemble((f"  {_cut(part.words, 70)}", "strike dim"), (f"  {part.reason}", "dim"))
        for part in article.chrome
    ]
    return Group(Text("On the page, but not the story:", style="dim"), *lines)


def _no_statements(article: Article) -> str:
    if article.language and article.language != "en":
        return f"No statements: the text is in {article.language!r}, and this reader knows English only."
    return "No statement was found."


def excerpt(article: Article, statement: Statement) -> str:
    """The sentence of the content in which the due words stand; all of it where there are none."""
    due = statement.due
    whole = next((span for span in statement.content if due and span.start <= due.span.start < span.end), None)
    if due is None or whole is None:
        return article[statement.content]
    stops = [whole.start, *(match.end() for match in _STOP.finditer(article.text, *whole)), whole.end]
    start = max(stop for stop in stops if stop <= due.span.start)
    end = min(stop for stop in stops if stop >= min(due.span.end, whole.end))
    before, after = ("… " if start > whole.start else ""), (" …" if end < whole.end else "")
    return before + article[Span(start, end)].strip() + after


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
