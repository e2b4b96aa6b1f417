"""Floors of measured quality, part of ``make check``: ``python -m benchmarks.floors --data DIR``.

``floors.toml`` names each score, the command that prints it, the data that it holds for, and the least that it may be.
Where the data are missing or are others, that is said and nothing is held.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.__main__ import run

FILE = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """One score that may not fall. ``folder`` is empty where the repository's own gold is all that is read."""

    name: str
    command: tuple[str, ...]
    folder: str
    digest: str
    pattern: str
    least: float


def floors() -> tuple[Floor, ...]:
    """The floors of ``floors.toml``."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["floor"]
    return tuple(Floor(**{**row, "command": tuple(row["command"])}) for row in rows)


@cache
def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files in a folder, in order; 16 hex digits."""
    made = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        made.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:16]


def below(held: Iterable[Floor], data: Path) -> list[str]:
    """The floors that are not kept, each in a line; what holds or can't be held is printed."""
    printed = cache(run)
    broken = []
    for floor in held:
        if floor.folder and (not (data / floor.folder).is_dir() or digest(data / floor.folder) != floor.digest):
            print(f"not held  {floor.name}: no {floor.folder} in {data}, or other data")
            continue
        found = re.search(floor.pattern, printed(floor.command, data))
        value = float(found[1]) if found else float("nan")
        line = f"{floor.name}: {value:g}, floor {floor.least:g}"
        print(f"{'holds' if value >= floor.least else 'BELOW':9} {line}", flush=True)
        if not value >= floor.least:
            broken.append(line)
    return broken


def main() -> int:
    """Hold every floor; 1 where one is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the shared data")
    return 1 if below(floors(), parser.parse_args().data.resolve()) else 0


if __name__ == "__main__":
    sys.exit(main())
