"""The benchmark of conflicting figures, on stories written here."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import conflicts as benchmark

STORIES = (
    "A bomb tore through the market of Brovna on Tuesday and killed at least 14 people and wounded 30.",
    "The bomb in the market of Brovna on Tuesday killed 9 people, 2 of them children.",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "fa-kes").mkdir()
    with (tmp_path / "fa-kes" / "fakes.csv").open("w", encoding="latin-1", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=("article_content", "source"))
        writer.writeheader()
        writer.writerows({"article_content": text, "source": f"outlet {n}"} for n, text in enumerate(STORIES))
    lines = [
        {"key": n, "sha256": hashlib.sha256(text.encode()).hexdigest(), "published": "2031-04-01"}
        for n, text in enumerate(STORIES)
    ]
    (tmp_path / "stories.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    pairs = [pair("14", "9", "conflict"), pair("30", "9", "not comparable"), pair("14", "2", "not comparable")]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    return tmp_path


def pair(one: str, other: str, label: str) -> dict[str, Any]:
    places = []
    for key, words in enumerate((one, other)):
        start = STORIES[key].index(words)
        places.append({"key": key, "start": start, "end": start + len(words)})
    return {"a": places[0], "b": places[1], "label": label, "question": "brovna", "part": "mend"}


def run(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    given = ["--data", str(data), "--gold", str(data / "gold.jsonl"), "--stories", str(data / "stories.jsonl")]
    assert benchmark.main([*given, *arguments]) == 0
    return capsys.readouterr().out


def test_it_prints_its_formula_and_every_score(data: Path, capsys: pytest.CaptureFixture[str]):
    printed = run(data, capsys)
    assert printed.startswith(benchmark.FORMULA)
    assert "F1 conflict         1.000  (1 pairs)" in printed
    assert "whole macro-F1     0.500" in printed, "two labels have no pair here"
    assert "whole false conflicts 0.0 %  (0 of 2; 100.0 % without)" in printed


def test_predictions_are_written_and_then_scored_the_same(data: Path, capsys: pytest.CaptureFixture[str]):
    mine = data / "mine.jsonl"
    written = run(data, capsys, "--predictions", str(mine))
    rows = [json.loads(line) for line in mine.read_text(encoding="utf-8").splitlines()]
    assert [row["label"] for row in rows] == ["conflict", "not comparable", "not comparable"]
    assert run(data, capsys, "--predictions", str(mine)) == written


def test_a_false_conflict_and_a_missing_pair_cost(data: Path, capsys: pytest.CaptureFixture[str]):
    mine = data / "mine.jsonl"
    mine.write_text(json.dumps(pair("30", "9", "conflict")), encoding="utf-8")
    printed = run(data, capsys, "--predictions", str(mine), "--misses")
    assert "false conflicts 50.0 %" in printed
    assert "conflict, got nothing:" in printed


def test_texts_that_nobody_labelled_are_predicted_and_not_scored(data: Path, capsys: pytest.CaptureFixture[str]):
    lines = [json.loads(line) | {"sha256": "0"} for line in (data / "stories.jsonl").read_text().splitlines()]
    (data / "stories.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert "nothing to score against" in run(data, capsys)
    lines[0]["sha256"] = hashlib.sha256(STORIES[0].encode()).hexdigest()
    (data / "stories.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with pytest.raises(SystemExit, match="not the text"):
        run(data, capsys)
