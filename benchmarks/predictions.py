"""What ``--predictions FILE`` means in every benchmark: a file that exists is scored, one that doesn't is written.

So a first run keeps what the program says, and a later one scores it, or what anything else wrote in the same shape,
without running the program.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


def parser(script: str, about: str | None, of: str = "") -> argparse.ArgumentParser:
    """What each benchmark's command has: what it is about, an example, and ``--predictions`` (``of`` what)."""
    name = Path(script).stem
    made = argparse.ArgumentParser(
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"example: python benchmarks/{name}.py --data ../shared/data --predictions {name}.jsonl",
    )
    told = f"JSON Lines{of and f' of {of}'}: scored if it exists, else written"
    made.add_argument("--predictions", type=Path, help=told)
    return made


def is_own(path: Path | None) -> bool:
    """Whether the predictions are to be the program's own: there is no file yet, or none is asked for."""
    return path is None or not path.exists()


def scored_or_written(
    path: Path | None, predict: Callable[[], Iterable[Mapping[str, Any]]], *, keys: Iterable[str] = ()
) -> list[Row]:
    """The predictions to score: those in ``path`` (JSON Lines) if it exists, else the program's own, kept there.

    Without a path they are the program's own and kept nowhere. Both ways they are what JSON makes of them (lists, no
    tuples), so that the score is the same.

    Raises:
        SystemExit: a line of the file is not a JSON object that has the ``keys``; it is named. Or the file can't be
            written; that is said before the program runs, which can take minutes.
    """
    if path is not None and not is_own(path):
        lines = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        return [_row(path, number, line, keys) for number, line in lines if line.strip()]
    if path is not None and not path.parent.is_dir():
        raise SystemExit(f"{path}: can't be written, there is no folder {path.parent}")
    written = [json.dumps(row, ensure_ascii=False) for row in predict()]
    if path is not None:
        path.write_text("".join(line + "\n" for line in written), encoding="utf-8")
    return [json.loads(line) for line in written]


def unscored(count: int, path: Path | None, gold: str) -> str:
    """What is said where there are texts and no gold; ``count`` rows were predicted, ``gold`` tells what is missing."""
    kept = f", predictions in {path}" if path else ""
    return f"nothing to score against: {gold} ({count} rows predicted{kept})"


def _row(path: Path, number: int, line: str, keys: Iterable[str]) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise SystemExit(f"{path}, line {number}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise SystemExit(f"{path}, line {number}: not a JSON object")
    if missing := [key for key in keys if key not in row]:
        raise SystemExit(f"{path}, line {number}: no {missing[0]!r}")
    return row
