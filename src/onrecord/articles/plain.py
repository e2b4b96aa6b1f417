"""Plain text with its chrome inside: the story, and the dates that its chrome names."""

from __future__ import annotations

from onrecord.articles.characters import collapsed
from onrecord.articles.story import Story


def read_plain(text: str) -> Story:
    """The story of a page of plain text."""
    lines = [collapsed(line) for line in text.split("\n") if line.strip()]
    return Story(title=lines[0] if len(lines) > 1 else "", paragraphs=tuple(lines[1:] or lines))
