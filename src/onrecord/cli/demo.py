"""``onrecord demo``: the bundled story, read, kept and shown."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.rule import Rule

from onrecord import demo as story
from onrecord.cli.app import app, clear, out, progress, say
from onrecord.cli.due import show_due
from onrecord.errors import PageError
from onrecord.exports import together
from onrecord.pipeline.face import Record
from onrecord.pipeline.verbs import open_record


@app.command()
@clear
def demo(
    record: Annotated[str, typer.Option("--record", metavar="PATH", help="Where the record is kept.")] = "demo-record",
) -> None:
    """Read the bundled story (every place, person and outlet in it is invented), keep it and show the record.

    Example: `onrecord demo`
    """
    with story.folder() as pages, open_record(record) as opened:
        count = sum(1 for page in pages.iterdir() if page.is_file())
        with progress("reading the story", count) as advance:
            for outcome in opened.add_all(pages):
                advance()
                if isinstance(outcome, PageError):
                    say(outcome)
        _show(opened)
    out.print(Rule("What to try next"))
    out.print(
        f"onrecord read PAGE --format html > page.html      a page with every statement marked in place\n"
        f"onrecord search forum --record {record}     who said what of the forum\n"
        f"onrecord show NAME --record {record}        what somebody said",
        markup=False,
    )


def _show(opened: Record) -> None:
    counts, comparison = opened.counts(), opened.comparison()
    articles = {article.id: article for article in opened.store.articles()}
    out.print(
        f"{counts.articles} articles, {counts.statements} statements, {counts.expectations} of them can fall due.\n"
    )
    out.print(Rule("What falls due"))
    show_due(opened.due())
    out.print(Rule("What moved"))
    for event in comparison.lineages:
        out.print(together.lineage(event, opened.statement))
    out.print(Rule("How many sources it really is"))
    out.print(together.origins(comparison.origins, articles))
    out.print(Rule("Figures that answer one question"))
    for question in comparison.questions:
        out.print(together.question(question, articles))
