"""Entries as CSV: one statement a row, UTF-8, RFC 4180 quoting."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from onrecord.exports.table import COLUMNS, flat
from onrecord.model import Entry


def write(entries: Iterable[Entry], out: TextIO) -> int:
    """Write a header and the rows; returns how many rows."""
    writer = csv.DictWriter(out, fieldnames=COLUMNS)
    writer.writeheader()
    count = 0
    for entry in entries:
        writer.writerow(flat(entry))
        count += 1
    return count
