"""What leaves: one file a format, and the EXPORTERS table. Adding a format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO, TypeAlias

from onrecord.errors import UsageError
from onrecord.exports import csv_file, json_file, jsonl_file
from onrecord.exports.document import document, dumps, schema
from onrecord.exports.saving import whole
from onrecord.model import Entry

Exporter: TypeAlias = Callable[[Iterable[Entry], TextIO], int]

EXPORTERS: dict[str, Exporter] = {
    "csv": csv_file.write,
    "json": json_file.write,
    "jsonl": jsonl_file.write,
}

__all__ = ["EXPORTERS", "Exporter", "document", "dumps", "export", "schema", "whole"]


def export(entries: Iterable[Entry], path: Path) -> int:
    """Write entries to ``path`` in the format that its name ends with; returns how many.

    The file appears whole or not at all: it is written beside and then moved into place.

    Raises:
        UsageError: no such format, or the file can't be written.
    """
    write = EXPORTERS.get(path.suffix.removeprefix(".").lower())
    if write is None:
        raise UsageError(
            f"{path}: no format for {path.suffix or 'a name without an ending'!r}; there are: "
            + ", ".join(f".{name}" for name in EXPORTERS)
        )
    with whole(path) as out:
        return write(entries, out)
