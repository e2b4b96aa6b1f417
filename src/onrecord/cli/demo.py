"""``onrecord demo``: the bundled story, read, kept and shown."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
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
    if Path(record).exists():
        out.print(f"{record} is there already: the story is shown as it was read then. Remove it to read it anew.\n")
    with story.folder() as pages, open_record(record) as opened:
        paths = sorted(path for path in pages.iterdir() if path.is_file())
        with progress("reading the story", len(paths)) as advance:
            for outcome in opened.add_all(pages):
                advance()
                if isinstance(outcome, PageError):
                    say(outcome)
        _show(opened)
        out.print(Rule("What to try next"))
        out.print(_next(paths[0], record), markup=False, soft_wrap=True)


def _next(page: Path, record: str) -> str:
    """Commands that work as they stand, from this folder."""
    program = "onrecord" if shutil.which("onrecord") else os.path.relpath(sys.argv[0])
    shown = os.path.relpath(page)
    return (
        f"{program} read {shown} --format html > page.html\n"
        f"      a page with two wrong clocks: every statement marked in place, to open in a browser\n"
        f"{program} show Dorvach --record {record}\n"
        f"      all that one person said, and how it reached each page\n"
        f"{program} search forum --kind schedule --record {record}\n"
        f"      who set, kept or moved the forum's day"
    )


def _show(opened: Record) -> None:
    counts, comparison = opened.counts(), opened.comparison()
    articles = {article.id: article for article in opened.store.articles()}
    out.print(
        f"{counts.articles} articles, {counts.statements} statements, {counts.expectations} of them can fall due.\n"
    )
    out.print(Rule("What falls due"))
    show_due(opened.due(since=story.TOLD_FROM))
    out.print(Rule("What moved"))
    for event in comparison.lineages:
        out.print(together.lineage(event, opened.statement))
    out.print(Rule("How many sources it really is"))
    out.print(together.origins(comparison.origins, articles))
    out.print(Rule("Figures that answer one question"))
    for question in comparison.questions:
        if len(question.figures) > 1:
            out.print(together.question(question, articles))
