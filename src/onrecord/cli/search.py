"""``onrecord search``: who said what, in the record."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from onrecord.cli.app import CopiesOption, Format, FormatOption, RecordOption, app, asked, clear, err
from onrecord.cli.results import show_entries
from onrecord.errors import UsageError
from onrecord.model import EXPECTATION_KINDS, Kind
from onrecord.record import SearchFilters

KINDS: tuple[Kind, ...] = get_args(Kind)


@app.command()
@clear
def search(
    query: Annotated[str, typer.Argument(help='Words; "a phrase" and begin* are understood.')] = "",
    speaker: Annotated[str | None, typer.Option(help="A word of the speaker's name.")] = None,
    outlet: Annotated[str | None, typer.Option(help="A word of the outlet's name.")] = None,
    kind: Annotated[str | None, typer.Option(help=f"One of: {', '.join(KINDS)}; or expectation.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Said on or after: 2017, 2017-10 or 2017-10-31.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said on or before.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    copies: CopiesOption = False,
    record: RecordOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Find statements by their words, speaker, outlet, kind and when they were said.

    Example: `onrecord search "congress" --speaker lavrentyev --since 2017-10`
    """
    filters = SearchFilters(speaker=speaker, outlet=outlet, kind=_kinds(kind), since=since, until=until, limit=limit)
    with asked(record) as opened:
        found = opened.search(query, copies=copies, **filters)
    show_entries(found, format, nothing="Nothing found. Fewer words, or begin* for a word's beginning, find more.")
    if len(found) == limit:
        err.print(f"The first {limit} are shown; a higher --limit shows more.", style="dim")


def _kinds(name: str | None) -> tuple[Kind, ...] | None:
    if name is None:
        return None
    if name == "expectation":
        return tuple(sorted(EXPECTATION_KINDS))
    for kind in KINDS:
        if kind == name:
            return (kind,)
    raise UsageError(f"no kind {name!r}; there are: {', '.join(KINDS)}, expectation")
