"""One rule for all benchmarks: score the file that is there, else write it."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.predictions import scored_or_written, unscored

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


def test_a_row_without_what_is_scored_is_named(tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text('{"file": "a"}\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="line 1: no 'span'"):
        scored_or_written(path, lambda: ROWS, keys=("file", "span"))


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    rows = [{"file": "a", "body": "one\u2028two\x85three"}]
    assert scored_or_written(path, lambda: rows) == scored_or_written(path, lambda: pytest.fail("ran")) == rows


def test_a_file_that_cannot_be_written_is_said_before_the_program_runs(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no folder"):
        scored_or_written(tmp_path / "none" / "p.jsonl", lambda: pytest.fail("the program ran"))


def test_what_was_predicted_is_said_where_there_is_no_gold() -> None:
    assert unscored(2, None, "no gold.json") == "nothing to score against: no gold.json (2 rows predicted)"
    assert unscored(2, Path("p"), "none").endswith("(2 rows predicted, predictions in p)")
