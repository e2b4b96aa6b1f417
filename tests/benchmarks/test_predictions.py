"""One rule for all benchmarks: score the file that is there, else write it."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.predictions import scored_or_written

ROWS: list[dict[str, Any]] = [{"file": "a", "span": (1, 2)}, {"file": "ü", "span": None}]
AS_JSON = [{"file": "a", "span": [1, 2]}, {"file": "ü", "span": None}]


def test_a_missing_file_is_written_and_then_scored(tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    assert scored_or_written(path, lambda: ROWS) == AS_JSON
    assert path.read_text(encoding="utf-8").count("\n") == 2
    assert scored_or_written(path, lambda: pytest.fail("the program ran")) == AS_JSON


def test_without_a_file_the_program_runs_and_nothing_is_kept(tmp_path: Path) -> None:
    assert scored_or_written(None, lambda: ROWS) == AS_JSON
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", ["{", "[1]"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text('{"file": "a"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="line 3"):
        scored_or_written(path, lambda: ROWS)
