"""``onrecord export``: statements into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import RecordOption, app, asked, clear, out
from onrecord.pipeline import verbs


@app.command()
@clear
def export(
    path: Annotated[Path, typer.Argument(help="The file; its ending says the format: .csv, .json, .jsonl.")],
    query: Annotated[str, typer.Argument(help="Only statements with these words.")] = "",
    speaker: Annotated[str | None, typer.Option(help="A word of the speaker's name.")] = None,
    record: RecordOption = None,
) -> None:
    """Write statements to a file, each marked `unreviewed` as long as nobody has accepted it.

    Example: `onrecord export congress.csv congress`
    """
    with asked(record) as opened:
        total = opened.store.matches(query, speaker=speaker)
        count = verbs.export(opened.search(query, speaker=speaker, limit=max(total, 1)), path)
    out.print(f"{count} statement{'' if count == 1 else 's'} written to {path}.", markup=False)
