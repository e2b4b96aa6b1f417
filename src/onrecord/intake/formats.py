"""The formats that pages come in. A new one is a file with a ``FORMAT`` and a line in the table."""

from __future__ import annotations

from onrecord.intake import html, text
from onrecord.intake.format import Format

FORMATS: dict[str, Format] = {made.name: made for made in (html.FORMAT, text.FORMAT)}


def format_of(head: str) -> Format:
    """The format that the beginning of a decoded page looks most like."""
    return max(FORMATS.values(), key=lambda known: known.looks_like(head))
