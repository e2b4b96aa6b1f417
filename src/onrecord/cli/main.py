"""All commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import (  # noqa: F401  # each adds its command
    add,
    demo,
    due,
    export,
    figures,
    fix,
    history,
    read,
    redo,
    search,
    show,
    speakers,
    undo,
    watch,
)
from onrecord.cli.app import app, clear, out
from onrecord.cli.terminal import prepare

TRY = """[bold]Onrecord[/bold] keeps the public record: who said what, via whom, about when, and whether it held up.

Try:
  onrecord demo                    read the bundled story, and see its record
  onrecord read page.html          what one page says
  onrecord add pages/              keep pages in a record (./record)
  onrecord watch add URL           watch a feed, a sitemap or a page; onrecord watch run asks for it
  onrecord due                     what falls due
  onrecord search "some words"     who said it
  onrecord fix URL --date 2017-11-15   settle a story's date; onrecord undo takes it back

onrecord --help lists all commands, onrecord COMMAND --help explains one."""


@app.callback()
@clear
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Keeps the public record: who said what, via whom, about when, and whether it held up."""
    if version:
        out.print(f"onrecord {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        out.print(TRY)


def main() -> None:
    """Run the command line."""
    prepare()
    app()
