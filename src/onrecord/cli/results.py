"""Entries printed in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from onrecord.cli.app import Format, out
from onrecord.cli.terminal import write
from onrecord.exports import EXPORTERS, text
from onrecord.model import Entry


def show_entries(entries: Sequence[Entry], format: Format, *, nothing: str) -> None:
    """Print entries; ``nothing`` is said in their place where there are none and a person reads it."""
    if format is not Format.text:
        made = StringIO(newline="")
        EXPORTERS[format.value](entries, made)
        write(made.getvalue())
    elif entries:
        out.print(text.entries(entries))
    else:
        out.print(nothing, style="dim")
