"""Files and folders: walked in sorted order, bounded in depth and size, every file accounted for."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import PageEmpty, PageError, PageMissing, PageNotText
from onrecord.settings import Settings

_Seen = set[tuple[int, int]]

_NO_FILE = "not a file, but a device, pipe or socket; left alone: name a file, or give its text to standard input (-)"
_OPEN = {Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")}


def files(source: Path, settings: Settings) -> Iterator[Path | PageError]:
    """The file itself, or all files in a folder; hidden ones are left out, errors are yielded in their place."""
    try:
        is_folder = source.is_dir()
    except OSError as error:
        yield PageMissing(str(source), why_missing(error))
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
        yield PageMissing(str(folder), why_missing(error))
        return
    for path in entries:
        if not path.name.startswith("."):
            yield from _entry(path, depth, seen)


def _entry(path: Path, depth: int, seen: _Seen) -> Iterator[Path | PageError]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield PageMissing(str(path), why_missing(error))
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


def why_missing(error: OSError | ValueError) -> str:
    """Why a file can't be opened, and what to do."""
    match error:
        case ValueError():
            return "not a possible file name"
        case FileNotFoundError():
            return "no such file or folder; check the path"
        case PermissionError():
            return "may not be opened; check its permissions"
        case IsADirectoryError():
            return "a folder, not a file"
    return f"can't be opened ({error.strerror or error})"
