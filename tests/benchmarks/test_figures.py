"""The scorer of figures, on rows and articles written here."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import figures as benchmark
from benchmarks import own_figures

ROW: dict[str, Any] = {
    "text": "The mill cut 30 jobs and paid $2 million in fines.",
    "quantities": [
        {"value": "30.0", "unit": "jobs", "normalized_unit": "job"},
        {"value": "2000000.0", "unit": "$", "normalized_unit": "dollar"},
    ],
}


def test_this_program_in_the_shape_of_the_rows() -> None:
    predicted = benchmark.by_row(benchmark.predicted({"rows.json": [ROW]}), "rows.json")
    tallies = benchmark.newsquant([ROW], predicted, misses=False)
    assert {name: tally.f1 for name, tally in tallies.items()} == {
        "value": 100,
        "value + unit": 100,
        "value + head": 100,
    }


def test_a_wrong_unit_costs_the_unit_alone_and_an_extra_one_costs_both() -> None:
    found = [
        {"value": "30", "unit": "men", "normalized_unit": "man"},
        {"value": "7", "unit": "-", "normalized_unit": "-"},
    ]
    tallies = benchmark.newsquant([ROW], {0: found}, misses=False)
    assert (tallies["value"].right, tallies["value"].predicted, tallies["value"].gold) == (1, 2, 2)
    assert tallies["value + unit"].right == 0


@pytest.mark.parametrize(
    ("value", "ends"),
    [("5-10", (5, 10)), ("4.8-4.7", (4.7, 4.8)), ("-5.0", (-5,)), ("1.99E-29", (1.99e-29,)), ("3.0 - 4.0", (3, 4))],
)
def test_ends_of_a_value(value: str, ends: tuple[float, ...]) -> None:
    assert benchmark.ends(value) == ends


def test_own_gold_counts_bounds_nouns_populations_and_what_was_refused(tmp_path: Path) -> None:
    text = "At least 30 men were hurt in 2015."
    digest = hashlib.sha256(text.encode()).hexdigest()
    (tmp_path / "tehran-times").mkdir()
    (tmp_path / "tehran-times" / "mill.txt").write_text(text, encoding="utf-8")

    def line(words: str, **fields: Any) -> dict[str, Any]:
        start = text.index(words)
        place = {"corpus": "tehran", "key": "mill.txt", "sha256": digest, "start": start, "end": start + len(words)}
        return (
            place | {"low": None, "high": None, "approximate": False, "unit_or_noun": None, "population": None} | fields
        )

    gold = [
        line("At least 30", low=30, unit_or_noun="men", population=[21, 33], type="figure"),
        line("2015", type="none"),
    ]
    score, texts = own_figures.own(tmp_path, gold, misses=False)
    assert (score.figures, score.bounds, score.nouns, score.lookalikes, score.refused) == (1, 1, 1, 1, 1)
    assert score.populations == [1.0]
    assert texts == [text]
    with pytest.raises(SystemExit, match="not the text"):
        own_figures.own(tmp_path, [gold[0] | {"sha256": "0" * 64}], misses=False)


def test_a_file_of_predictions_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "newsquant").mkdir()
    (tmp_path / "newsquant" / "rows.json").write_text(json.dumps([ROW]), encoding="utf-8")
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text(json.dumps({"row": 0, "quantities": ROW["quantities"]}) + "\n", encoding="utf-8")
    assert benchmark.main(["--data", str(tmp_path), "--predictions", str(predictions)]) == 0
    assert "F1 100.0  (2 right, 2 predicted, 2 gold)" in capsys.readouterr().out


def _run(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    benchmark.main(["--data", str(data), *arguments])
    return capsys.readouterr().out


def test_predictions_are_written_and_then_scored_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "newsquant").mkdir()
    for name, rows in (("one.json", [ROW]), ("two.json", [{"text": "It lost 5 boats.", "quantities": []}, ROW])):
        (tmp_path / "newsquant" / name).write_text(json.dumps(rows), encoding="utf-8")
    mine = tmp_path / "mine.jsonl"
    written = _run(tmp_path, capsys, "--predictions", str(mine))
    assert written.startswith(benchmark.FORMULA)
    assert "NewsQuant one  value         F1 100.0" in written
    assert "NewsQuant two  value         F1  80.0" in written
    rows = [json.loads(line) for line in mine.read_text(encoding="utf-8").splitlines()]
    assert [(row["file"], row["row"]) for row in rows] == [("one.json", 0), ("two.json", 0), ("two.json", 1)]
    assert _run(tmp_path, capsys, "--predictions", str(mine)) == written


def test_rows_without_gold_are_predicted_and_not_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "newsquant").mkdir()
    (tmp_path / "newsquant" / "rows.json").write_text(json.dumps([{"text": ROW["text"]}]), encoding="utf-8")
    mine = tmp_path / "mine.jsonl"
    assert "nothing to score against: rows.json" in _run(tmp_path, capsys, "--predictions", str(mine))
    (row,) = [json.loads(line) for line in mine.read_text(encoding="utf-8").splitlines()]
    assert (row["row"], len(row["quantities"])) == (0, 2)
    assert "own gold  not scored: no tehran-times" in _run(tmp_path, capsys)


def test_speeds_without_a_rival_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "rival", lambda: None)
    ours, theirs = benchmark.speeds([ROW["text"]]).splitlines()
    assert re.fullmatch(r"speed     [\d,]+ characters a second; bare regex .*", ours)
    assert "quantulum3 is not installed" in theirs


def test_speeds_with_a_rival_name_how_many_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "rival", lambda: len)
    assert re.search(r"quantulum3 [\d,]+: this program is \d+ times as fast", benchmark.speeds([ROW["text"]]))


def test_the_held_out_lines_are_never_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Nobody counted 3 mills here."
    (tmp_path / "tehran-times").mkdir()
    (tmp_path / "tehran-times" / "mill.txt").write_text(text, encoding="utf-8")
    place = {"corpus": "tehran", "key": "mill.txt", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    line: dict[str, Any] = {
        **place,
        "start": 15,
        "end": 16,
        "sentence_start": 0,
        "sentence_end": len(text),
        "type": "figure",
    }
    line |= {"low": 4, "high": 4, "approximate": False, "unit_or_noun": "mills", "population": None}
    own_figures.own(tmp_path, [line | {"part": "held"}], misses=True)
    assert capsys.readouterr().out == ""
    own_figures.own(tmp_path, [line | {"part": "second"}], misses=True)
    assert "wants 4–4 mills" in capsys.readouterr().out
