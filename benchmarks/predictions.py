"""What ``--predictions FILE`` means in every benchmark: a file that exists is scored, one that doesn't is written.

So a first run keeps what the program says, and a later one scores it, or what anything else wrote in the same shape,
without running the program.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


def scored_or_written(path: Path | None, predict: Callable[[], Iterable[Mapping[str, Any]]]) -> list[Row]:
    """The predictions to score: those in ``path`` (JSON Lines) if it exists, else the program's own, kept there.

    Without a path they are the program's own and kept nowhere. Both ways they are what JSON makes of them (lists, no
    tuples), so that the score is the same.

    Raises:
        SystemExit: a line of the file is not a JSON object; it is named.
    """
    if path is not None and path.exists():
        lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        return [_row(path, number, line) for number, line in lines if line.strip()]
    written = [json.dumps(row, ensure_ascii=False) for row in predict()]
    if path is not None:
        path.write_text("".join(line + "\n" for line in written), encoding="utf-8")
    return [json.loads(line) for line in written]


def _row(path: Path, number: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise SystemExit(f"{path}, line {number}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise SystemExit(f"{path}, line {number}: not a JSON object")
    return row
