"""The command line's root: what every command shares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Annotated, ParamSpec, TypeAlias

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from onrecord.errors import OnrecordError, PageError
from onrecord.pipeline.verbs import day

P = ParamSpec("P")

out = Console(soft_wrap=False, highlight=False)
err = Console(stderr=True, highlight=False)

ALL_WELL, SOME_FAILED, WRONG_USAGE = 0, 1, 2
"""Exit codes."""


class Format(StrEnum):
    """How results are printed."""

    text = "text"
    json = "json"
    csv = "csv"


def _published(text: str) -> date:
    try:
        found = day(text)
    except OnrecordError as error:
        raise typer.BadParameter(str(error)) from error
    assert found is not None  # noqa: S101  # text is never None here
    return found


RecordOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--record", envvar="ONRECORD_RECORD", metavar="PATH", help="The record's folder.", show_default="record"
    ),
]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help="How to print what was found.")]
PublishedOption: TypeAlias = Annotated[
    date | None,
    typer.Option(
        "--published", metavar="DATE", parser=_published, help="The story's date, if you know better than the page."
    ),
]
OutletOption: TypeAlias = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it, if you know better than the page.")
]

app = typer.Typer(
    name="onrecord",
    help="Keeps the public record: who said what, via whom, about when, and whether it held up.",
    no_args_is_help=False,
    invoke_without_command=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def clear(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors are printed as one line and end with the right exit code, never a traceback."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except OnrecordError as error:
            say(error)
            raise typer.Exit(SOME_FAILED if isinstance(error, PageError) else WRONG_USAGE) from error
        except BrokenPipeError:  # `onrecord search … | head` is no error
            sys.stderr.close()
            raise typer.Exit(ALL_WELL) from None

    return guarded


def say(error: OnrecordError) -> None:
    """Name what failed on stderr."""
    err.print(f"[red]error[/red] {_escape(str(error))}", soft_wrap=True)


def _escape(text: str) -> str:
    return text.replace("[", r"\[")


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Show how far it is on stderr, where stderr is a terminal; calling what it gives moves it on by one page."""
    count = TextColumn("{task.completed} pages")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
