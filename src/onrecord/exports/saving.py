"""A file that appears whole or not at all: it is written beside and then moved into place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import UsageError


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Something to write to that becomes ``path`` at the end, if nothing went wrong.

    Raises:
        UsageError: the file can't be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            yield out
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: can't be written ({error.strerror}); choose another place") from error
