"""The command line's root: what every command shares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Annotated, ParamSpec, Protocol, TypeAlias

import typer
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.cli import terminal
from onrecord.errors import OnrecordError, PageError, UsageError
from onrecord.pipeline.face import Record
from onrecord.pipeline.given import day
from onrecord.pipeline.verbs import open_record

P = ParamSpec("P")

out = terminal.SafeConsole(soft_wrap=False, highlight=False)
err = terminal.SafeConsole(stderr=True, highlight=False)

ALL_WELL, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130
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
NoteOption: TypeAlias = Annotated[
    str, typer.Option("--note", metavar="TEXT", help="Why, for those who read the history.")
]
CopiesOption: TypeAlias = Annotated[
    bool, typer.Option("--copies", help="List what copies repeat of their originals, too.")
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

SinceOption: TypeAlias = Annotated[
    date | None,
    typer.Option(
        "--since",
        metavar="DATE",
        parser=_published,
        help="Leave what a feed or table lists with an older day.",
    ),
]
LimitOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="At most so many pages out of feeds and archives."),
]
FollowOption: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--follow/--no-follow",
        help="Fetch what a container links to.",
        show_default="yes for addresses, no for local files",
    ),
]
ColumnsOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="WHAT=COLUMN,…",
        help="What the columns of tables hold, where their names don't tell: text=story,date=day.",
    ),
]
ProxyOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--proxy", metavar="URL", help="Fetch through this HTTP proxy; none from the environment is used."),
]
DryRunOption: TypeAlias = Annotated[
    bool,
    typer.Option("--dry-run", help="Only say what would be read, fetched or left; fetch only what is named."),
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
            try:
                command(*args, **kwargs)
            finally:
                sys.stdout.flush()  # here, where an error of the output can still be told
        except OnrecordError as error:
            say(error)
            raise typer.Exit(SOME_FAILED if isinstance(error, PageError) else WRONG_USAGE) from error
        except BrokenPipeError:  # `onrecord search … | head` is no error
            terminal.let_go()
            raise typer.Exit(ALL_WELL) from None
        except OSError as error:  # those of pages and records are told where they arise: what is left is the output
            terminal.let_go()
            say(UsageError(f"{error.filename or 'the output'}: {error.strerror}; make room or choose another place"))
            raise typer.Exit(WRONG_USAGE) from error
        except KeyboardInterrupt:
            err.print("Stopped. What was kept is safe; the same command again does the rest.")
            raise typer.Exit(STOPPED) from None

    return guarded


def say(error: OnrecordError) -> None:
    """Name what failed on stderr."""
    err.print(Text.assemble(("error", "red"), " ", str(error)), soft_wrap=True)


@contextmanager
def asked(record: str | None) -> Iterator[Record]:
    """A record that is there, open for questions; says so where pages in it still wait to be read."""
    with open_record(record, create=False) as opened:
        if pending := opened.counts().pending:
            err.print(f"{pages(pending)} in this record not read yet; `onrecord add` alone reads them.", style="dim")
        elif not opened.is_compared():
            err.print("This record changed since it was last compared; `onrecord add` alone compares it.", style="dim")
        yield opened


def pages(count: int) -> str:
    """So many pages, in words."""
    return f"{count} page{'' if count == 1 else 's'}"


class Advance(Protocol):
    """Moves a progress bar on."""

    def __call__(self, *, failed: bool = False) -> None:
        """One page more, that failed or not."""


class _RateColumn(ProgressColumn):
    """Pages a second (a minute, where they are slow), and how many failed."""

    def render(self, task: Task) -> Text:
        speed = task.speed or 0.0
        rate = f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.0f}/min"
        failed = task.fields["failed"]
        return Text.assemble(rate, (f"  {failed} failed" if failed else "", "red"))


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Advance]:
    """Show how far it is on stderr, where stderr is a terminal; calling what it gives moves it on by one page."""
    count = TextColumn("{task.completed} pages")
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        count,
        _RateColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=total, failed=0)
        failures = 0

        def advance(*, failed: bool = False) -> None:
            nonlocal failures
            failures += failed
            bar.update(task, advance=1, failed=failures)

        yield advance
