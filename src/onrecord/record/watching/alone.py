"""One process at a time watches for a record; another one is told so."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import RecordError

_FILE = "watching.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the one that watches. The lock goes with the process, however it ends.

    Raises:
        RecordError: another process does already.
    """
    lock = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = os.pread(lock, 20, 0).decode("ascii", "replace").strip()
            raise RecordError(
                f"{folder}: another `onrecord watch run` is at work here"
                + (f" (process {who})" if who else "")
                + "; nothing was done: one is enough"
            ) from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(lock)
