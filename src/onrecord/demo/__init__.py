"""The running story that ``make demo`` reads: twenty invented pages by eight invented outlets (told in STORY.md)."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib import resources
from pathlib import Path

TOLD_FROM = "2021-10-28"
"""The day of its first page: to the story, what falls due later is still to come."""


def folder() -> AbstractContextManager[Path]:
    """The folder of the pages, for the length of a ``with`` block (a zipped package is unpacked for it)."""
    return resources.as_file(resources.files(__name__) / "pages")
