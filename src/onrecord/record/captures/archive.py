"""The files in ``captures/``: members appended one at a time, on the disk before anything is read from them."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import RecordDamaged, RecordError
from onrecord.record.captures import warc

ROTATE_BYTES = 256 * 1024 * 1024
"""A file that has grown to this is left alone, and the next one begun."""
LOCK_SECONDS = 30.0
_SUFFIX = ".warc.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a member stands: ``length`` bytes of ``file`` from ``offset``."""

    file: str
    offset: int
    length: int


class Archive:
    """The archived pages of one record. One process appends at a time: whoever holds ``locked``."""

    def __init__(self, folder: Path, *, rotate_bytes: int = ROTATE_BYTES) -> None:
        self._folder = folder
        self._rotate_bytes = rotate_bytes
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the archive for appending; threads and processes wait for each other.

        Raises:
            RecordError: another process has held it for too long.
        """
        lock = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            self._wait_for(lock)
            yield
        finally:
            os.close(lock)

    def append(self, stored: bytes) -> Place:
        """Append one member and wait until it is on the disk. A write that fails leaves nothing behind."""
        path = self._newest()
        fresh = not path.exists()
        with path.open("ab") as file:
            offset = file.tell()
            try:
                file.write(stored)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                # what could not be taken back is cut off when the record is next opened
                with suppress(OSError):
                    os.ftruncate(file.fileno(), offset)
                raise
        if fresh:
            _sync_folder(self._folder)
        return Place(file=path.name, offset=offset, length=len(stored))

    def read(self, place: Place) -> bytes:
        """One member.

        Raises:
            RecordDamaged: the file is gone or shorter than it was.
        """
        try:
            with (self._folder / place.file).open("rb") as file:
                file.seek(place.offset)
                stored = file.read(place.length)
        except FileNotFoundError as error:
            raise RecordDamaged(f"{self._folder / place.file} is gone; restore it from a backup") from error
        if len(stored) < place.length:
            raise RecordDamaged(f"{self._folder / place.file} has been cut short; restore it from a backup")
        return stored

    def mend(self, known: Mapping[str, int]) -> Iterator[tuple[Place, bytes]]:
        """The whole members that the database doesn't know of: a crash came between. A torn one after them is cut off.

        ``known`` is each file's length as far as the database knows it. What is cut off is kept beside, as ``….torn``.
        """
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            offset = known.get(path.name, 0)
            if path.stat().st_size > offset:
                yield from self._tail(path, offset)

    def _tail(self, path: Path, offset: int) -> Iterator[tuple[Place, bytes]]:
        with path.open("rb") as file:
            file.seek(offset)
            tail = file.read()
        whole = 0
        for stored in warc.split(tail):
            yield Place(file=path.name, offset=offset + whole, length=len(stored)), stored
            whole += len(stored)
        if whole < len(tail):
            path.with_name(f"{path.name}.{offset + whole}.torn").write_bytes(tail[whole:])
            os.truncate(path, offset + whole)

    def _newest(self) -> Path:
        files = sorted(self._folder.glob(f"*{_SUFFIX}"))
        if not files:
            return self._folder / f"{1:06}{_SUFFIX}"
        newest = files[-1]
        if newest.stat().st_size < self._rotate_bytes:
            return newest
        return self._folder / f"{int(newest.name.removesuffix(_SUFFIX)) + 1:06}{_SUFFIX}"

    def _wait_for(self, lock: int) -> None:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise RecordError(
                        f"{self._folder}: another process is archiving pages; nothing was changed; try again later"
                    ) from None
                time.sleep(0.005)
            else:
                return


def _sync_folder(folder: Path) -> None:
    # a new file's name is on the disk only once its folder is
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
