"""Entries as one JSON array, a statement an object."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from onrecord.exports.table import as_json
from onrecord.model import Entry


def write(entries: Iterable[Entry], out: TextIO) -> int:
    """Write the array; returns how many objects."""
    count = 0
    out.write("[")
    for entry in entries:
        out.write(",\n " if count else "\n ")
        out.write(as_json(entry))
        count += 1
    out.write("\n]\n" if count else "]\n")
    return count
