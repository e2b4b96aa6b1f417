"""Entries as JSON Lines, a statement a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from onrecord.exports.table import as_json
from onrecord.model import Entry


def write(entries: Iterable[Entry], out: TextIO) -> int:
    """Write the lines; returns how many."""
    count = 0
    for entry in entries:
        out.write(as_json(entry) + "\n")
        count += 1
    return count
