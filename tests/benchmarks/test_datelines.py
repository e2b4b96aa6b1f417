"""The scorer of datelines, on stories written here."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import datelines as benchmark

DAY = {"status": "stated", "earliest": "2019-03-05", "latest": "2019-03-05"}
STORY = "Tue 05 Mar 2019 Mill burns in Harrowdale. A mill burned down in Harrowdale on Tuesday, the mayor said."


def line(**fields: Any) -> dict[str, Any]:
    return {"key": 0, "date": "2019-03-05", "sha256": hashlib.sha256(STORY.encode()).hexdigest()} | fields


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "fa-kes").mkdir()
    with (tmp_path / "fa-kes" / "fakes.csv").open("w", encoding="latin-1", newline="") as file:
        csv.writer(file).writerows([["article_content", "date"], [STORY, "1/1/2001"]])
    return tmp_path


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("2019-03-05", DAY, "right"),
        ("2019-03-05", DAY | {"latest": "2019-03-06"}, "wrong"),
        ("2019-05-03", DAY, "wrong"),
        ("2019-03-05", {"status": "unknown", "earliest": None, "latest": None}, "flagged"),
        ("2019-03-05", DAY | {"status": "disputed"}, "flagged"),
        ("2019-03-05", None, "flagged"),
        (None, DAY, "a day where none is"),
        (None, None, "no day"),
    ],
)
def test_outcomes(gold: str | None, found: dict[str, Any] | None, expected: str) -> None:
    assert benchmark.outcome(line(date=gold), found) == expected


def test_shares_are_of_rows_with_and_without_a_dateline_apart() -> None:
    printed = benchmark.table(["right", "wrong", "no day"])
    assert "right                   1 of 2 with a dateline (50.0%)" in printed
    assert "no day                  1 of 1 without one (100.0%)" in printed


def test_the_day_comes_from_the_text_not_from_the_column(data: Path, tmp_path: Path, capsys: Any) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(line()), encoding="utf-8")
    benchmark.main(["--data", str(data), "--gold", str(gold)])
    printed = capsys.readouterr().out
    assert "1 of 1 with a dateline (100.0%)" in printed
    assert "formula" in printed


def test_predictions_are_scored_instead(data: Path, tmp_path: Path, capsys: Any) -> None:
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    gold.write_text(json.dumps(line()), encoding="utf-8")
    predictions.write_text(json.dumps(DAY | {"key": 0, "earliest": "2019-03-04"}), encoding="utf-8")
    benchmark.main(["--data", str(data), "--gold", str(gold), "--predictions", str(predictions), "--misses"])
    printed = capsys.readouterr().out
    assert "wrong                row 0" in printed
    assert "wrong                   1 of 1" in printed


def test_another_text_than_the_labelled_one_is_refused() -> None:
    with pytest.raises(SystemExit, match="row 1: not the text"):
        benchmark.labelled([line(), line(key=1)], [STORY, "Another."])


def test_predictions_are_written_and_then_scored_the_same(data: Path, tmp_path: Path, capsys: Any) -> None:
    gold, mine = tmp_path / "gold.jsonl", tmp_path / "mine.jsonl"
    gold.write_text(json.dumps(line()), encoding="utf-8")
    run = ["--data", str(data), "--gold", str(gold), "--predictions", str(mine)]
    benchmark.main(run)
    written = capsys.readouterr().out
    assert written.startswith("formula")
    assert json.loads(mine.read_text(encoding="utf-8")) == DAY | {"key": 0, "status": "stated"}
    benchmark.main(run)
    assert capsys.readouterr().out == written


def test_other_stories_are_read_and_not_scored(data: Path, tmp_path: Path, capsys: Any) -> None:
    mine = tmp_path / "mine.jsonl"
    benchmark.main(["--data", str(data), "--predictions", str(mine)])
    assert "nothing to score against" in capsys.readouterr().out
    assert json.loads(mine.read_text(encoding="utf-8"))["earliest"] == "2019-03-05"
