"""Files and folders: walked in sorted order, bounded in depth and size, every file accounted for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import PageEmpty, PageError, PageMissing, PageNotText, PageTooLarge
from onrecord.settings import Settings

_Seen = set[tuple[int, int]]

_NO_FILE = "not a file, but a device, pipe or socket; left alone: name a file, or give its text to standard input (-)"
_OPEN = {Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")}


def files(source: Path, settings: Settings) -> Iterator[Path | PageError]:
    """The file itself, or all files in a folder; hidden ones are left out, errors are yielded in their place."""
    try:
        is_folder = source.is_dir()
    except OSError as error:
        yield PageMissing(str(source), _reason(error))
        return
    except ValueError:
        yield PageMissing(str(source), "not a possible file name")
        return
    if not is_folder:
        yield PageNotText(str(source), _NO_FILE) if _waits(source) else source
        return
    found = False
    for path in _walk(source, settings.folder_depth, set()):
        found = True
        yield path
    if not found:
        yield PageEmpty(str(source), "no files in this folder (hidden ones are left out)")


def _walk(folder: Path, depth: int, seen: _Seen) -> Iterator[Path | PageError]:
    if depth == 0:
        yield PageMissing(str(folder), "this folder lies too deep; raise folder_depth in onrecord.toml")
        return
    try:
        if not _first_visit(folder, seen):
            return
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield PageMissing(str(folder), _reason(error))
        return
    for path in entries:
        if not path.name.startswith("."):
            yield from _entry(path, depth, seen)


def _entry(path: Path, depth: int, seen: _Seen) -> Iterator[Path | PageError]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield PageMissing(str(path), _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path, depth - 1, seen)
    elif stat.S_ISREG(mode):
        yield path
    else:
        yield PageNotText(str(path), _NO_FILE)


def _waits(path: Path) -> bool:
    """A named pipe: nobody may ever write to it. One that the shell opened (``<(…)``) is as good as a file."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode) and path.parent not in _OPEN
    except (OSError, ValueError):
        return False


def _first_visit(folder: Path, seen: _Seen) -> bool:
    """False for a folder that was walked already: a link that leads back up."""
    status = folder.stat()
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def read_file(path: Path, settings: Settings) -> bytes | PageError:
    """A file's bytes, or why they can't be had. A file over the limit isn't read."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > settings.page_bytes:
                return too_large(str(path), settings)
            return read_stream(file, str(path), settings)
    except (OSError, ValueError) as error:
        return PageMissing(str(path), _reason(error) if isinstance(error, OSError) else "not a possible file name")


def read_stream(stream: BinaryIO, name: str, settings: Settings) -> bytes | PageError:
    """What a stream holds, read no further than the limit."""
    data = stream.read(settings.page_bytes + 1)
    if len(data) > settings.page_bytes:
        return too_large(name, settings)
    return data or PageEmpty(name, "nothing in it")


def too_large(name: str, settings: Settings) -> PageTooLarge:
    """The error for a page over the limit."""
    limit = settings.page_bytes / 1_000_000
    return PageTooLarge(name, f"larger than {limit:g} MB; if it is a page, raise page_bytes in onrecord.toml")


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder; check the path"
        case PermissionError():
            return "may not be opened; check its permissions"
        case IsADirectoryError():
            return "a folder, not a file"
    return f"can't be opened ({error.strerror or error})"
