"""Speakers across articles, as text, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.exports.speakers import rows
from onrecord.exports.speakers.rows import Row, rows_of

WRITERS: dict[str, Callable[[Sequence[Row]], str]] = {"json": rows.as_json, "csv": rows.as_csv}
"""What each format makes of speakers; text is printed by ``terminal``."""

__all__ = ["WRITERS", "Row", "rows_of"]
