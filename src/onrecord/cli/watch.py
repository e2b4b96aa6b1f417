"""``onrecord watch``: feeds, sitemaps and pages, asked for every so often."""

from __future__ import annotations

import re
import signal
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeAlias

import typer
from rich.text import Text

from onrecord import settings as settings_room
from onrecord.cli.app import (
    OutletOption,
    ProxyOption,
    RecordOption,
    SinceOption,
    app,
    asked,
    clear,
    err,
    out,
    say,
)
from onrecord.cli.report import Report
from onrecord.errors import PageError
from onrecord.exports import wording
from onrecord.model import Added
from onrecord.pipeline.face import Record
from onrecord.pipeline.gathering import Passed
from onrecord.pipeline.verbs import open_record
from onrecord.pipeline.watching import EVERY, Round, watch, watching
from onrecord.record import Watched

_LENGTH = re.compile(r"(\d{1,6})\s*(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}

group = typer.Typer(
    help="Watch feeds, sitemaps and pages: what is new or has changed is added.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)
app.add_typer(group, name="watch")


def _length(text: str) -> timedelta:
    found = _LENGTH.fullmatch(text.strip().lower())
    if found is None:
        raise typer.BadParameter(f"{text!r} is no length of time; write 15m, 2h or 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


EveryOption: TypeAlias = Annotated[
    timedelta | None,
    typer.Option("--every", metavar="15m|2h|1d", parser=_length, help="How often it is asked for.", show_default="15m"),
]
AllOption: TypeAlias = Annotated[
    timedelta | None,
    typer.Option("--every", metavar="15m|2h|1d", parser=_length, help="For all, in place of each one's own."),
]
UrlArgument: TypeAlias = Annotated[str, typer.Argument(metavar="URL", help="A feed, a sitemap or a page.")]


@group.command("add")
@clear
def add(
    url: UrlArgument,
    every: EveryOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    record: RecordOption = None,
) -> None:
    """Watch a feed, a sitemap or a page. What it lists that is older than a week is left; `--since` says otherwise.

    Example: `onrecord watch add https://example.org/feed.xml --every 30m --outlet "The Example"`
    """
    with open_record(record) as opened:
        is_new = watch(opened, url, every=every or EVERY, outlet=outlet, since=since)
    out.print(
        Text(f"{'Watching' if is_new else 'Still watching, now'} {url} every {told(every or EVERY)}."), soft_wrap=True
    )
    out.print("`onrecord watch run` asks for it.", style="dim")


@group.command("list")
@clear
def list_(record: RecordOption = None) -> None:
    """List what is watched, when it was asked for last, and what came in the way.

    Example: `onrecord watch list`
    """
    with asked(record) as opened:
        sources = opened.store.sources.all()
    for source in sources:
        out.print(_source(source), soft_wrap=True)
    if not sources:
        out.print("Nothing is watched yet. `onrecord watch add URL` begins.", style="dim")


@group.command("remove")
@clear
def remove(url: UrlArgument, record: RecordOption = None) -> None:
    """Watch something no longer. What was kept of it stays.

    Example: `onrecord watch remove https://example.org/feed.xml`
    """
    with asked(record) as opened:
        opened.store.sources.remove(url.strip())
    out.print(Text(f"No longer watching {url}."), soft_wrap=True)


@group.command("run")
@clear
def run(
    every: AllOption = None,
    once: Annotated[bool, typer.Option("--once", help="Ask for what is due now, and end.")] = False,
    record: RecordOption = None,
    proxy: ProxyOption = None,
) -> None:
    """Ask for what is watched whenever its time has come, until it is stopped. Only one such run works on a record.

    Example: `onrecord watch run`, or `onrecord watch run --once` from cron
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    settings = settings_room.load(proxy=proxy)
    try:
        with open_record(record, create=False, settings=settings) as opened:
            _run(opened, every=every, once=once)
    except KeyboardInterrupt:
        err.print("Stopped watching. What was kept is safe; the next run goes on from here.")


def _run(opened: Record, *, every: timedelta | None, once: bool) -> None:
    report = Report()
    with closing(watching(opened, every=every, once=once)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Round):
                _tell(outcome, report)
                report = Report()
                continue
            report.count(outcome)
            _say(opened, outcome)


def _say(opened: Record, outcome: Added | PageError | Passed) -> None:
    """A line for what is new, changed or failed."""
    if isinstance(outcome, PageError):
        say(outcome)
    elif isinstance(outcome, Added) and outcome.new and (outcome.revises or not outcome.known):
        article = opened.article(outcome.article)
        what = "changed" if outcome.revises else "new"
        line = Text.assemble((f"{what:<8}", "bold"), f"{wording.title(article)}  ", (article.id, "dim"))
        out.print(line, soft_wrap=True)


def _tell(done: Round, report: Report) -> None:
    if not done.sources:
        return
    report.tell()
    if done.next_in is not None:
        at = datetime.now(UTC) + timedelta(seconds=done.next_in)
        err.print(f"Next at {at:%H:%M} UTC.", style="dim")


def _source(source: Watched) -> Text:
    asked_at = f"asked {source.asked_at:%Y-%m-%d %H:%M} UTC" if source.asked_at else "not asked yet"
    failed = f"  failed {source.failures}×: {source.problem}"
    about = " · ".join(filter(None, (f"every {told(source.every)}", source.outlet or "", asked_at)))
    return Text.assemble(source.url, (f"  {about}", "dim"), (failed if source.problem else "", "red"))


def told(length: timedelta) -> str:
    """A length of time as it is given: ``15m``, ``2h``, ``1d``."""
    seconds = int(length.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
