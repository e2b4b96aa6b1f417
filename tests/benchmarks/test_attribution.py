"""The arithmetic of the attribution benchmark, on a made-up article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import attribution as bench
from benchmarks import attribution_scores as scores

TEXT = "Ada Roe said that the dam broke. “It held,” said Bo Lee. The dam, she added, is old."
GOLD = """T1\tSource 0 7\tAda Roe
T2\tCue 8 12\tsaid
T3\tContent 13 31\tthat the dam broke
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tContent 33 43\t“It held,”
T5\tCue 44 48\tsaid
T6\tSource 49 55\tBo Lee
E2\tAttribution:T5 Source:T6 Cue:T5 Content:T4
T7\tContent 57 64;77 83\tThe dam is old
T8\tSource 66 69\tshe
T9\tCue 70 75\tadded
E3\tAttribution:T9 Source:T8 Cue:T9 Content:T7
T10\tCue 8 12\tsaid
E4\tAttribution:T10 Cue:T10
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("attributions", "text"):
        (tmp_path / "polnear" / "dev" / folder).mkdir(parents=True)
    (tmp_path / "polnear/dev/attributions/one_b000.ann").write_text("", encoding="utf-8")
    (tmp_path / "polnear/dev/attributions/one_a000.ann").write_text(GOLD, encoding="utf-8")
    (tmp_path / "polnear/dev/text/one.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def _predictions(folder: Path, *attributions: dict[str, Any]) -> Path:
    path = folder / "predictions.jsonl"
    path.write_text(json.dumps({"file": "one.txt", "attributions": attributions}), encoding="utf-8")
    return path


def _spans_alone(one: dict[str, Any]) -> dict[str, Any]:
    return {role: one[role] for role in scores.ROLES}


FIRST = {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 31]]}
SECOND = {"source": [[49, 55]], "cue": [[44, 48]], "content": [[34, 41]]}
WRONG_CUE = {"source": [[66, 69]], "cue": [[8, 12]], "content": [[57, 64], [77, 83]]}


def test_the_first_annotator_counts_and_gold_without_content_is_dropped(data: Path) -> None:
    (case,) = bench.cases(data, "dev", _predictions(data))
    assert len(case.gold) == 3


def test_perfect_predictions_score_one(data: Path) -> None:
    third = WRONG_CUE | {"cue": [[70, 75]]}
    found = bench.cases(data, "dev", _predictions(data, FIRST, SECOND, third))
    assert all(scores.total(found, score).f1 == 1.0 for score in scores.SCORES.values())


def test_punctuation_and_quotation_marks_do_not_count(data: Path) -> None:
    found = bench.cases(data, "dev", _predictions(data, SECOND))
    assert scores.total(found, scores.whole_exact) == (1, 1, 3)


def test_relaxed_needs_a_cue_in_common_and_half_of_the_content(data: Path) -> None:
    half = FIRST | {"content": [[22, 31]]}
    little = FIRST | {"content": [[26, 31]]}
    for attribution, matched in ((half, 1), (little, 0), (WRONG_CUE, 0)):
        found = bench.cases(data, "dev", _predictions(data, attribution))
        assert scores.total(found, scores.whole_relaxed).matched == matched
        assert scores.total(found, scores.whole_exact).matched == 0


def test_relaxed_pairs_are_one_to_one(data: Path) -> None:
    found = bench.cases(data, "dev", _predictions(data, FIRST, FIRST))
    assert scores.total(found, scores.whole_relaxed) == (1, 2, 3)


def test_runs_are_maximal(data: Path) -> None:
    joined = FIRST | {"content": [[13, 21], [22, 31]]}
    found = bench.cases(data, "dev", _predictions(data, joined))
    assert scores.total(found, scores.role_runs("content")) == (1, 1, 4)


def test_it_prints_its_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--data", str(data), "--predictions", str(_predictions(data, FIRST))]) == 0
    printed = capsys.readouterr().out
    assert "whole exact" in printed
    assert "1.000  0.333  0.500" in printed


def test_predictions_are_written_and_then_scored_the_same(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = data / "mine.jsonl"
    run = ["--data", str(data), "--predictions", str(mine)]
    assert bench.main(run) == 0
    written = capsys.readouterr().out
    assert written.startswith(bench.FORMULA)
    row = json.loads(mine.read_text(encoding="utf-8"))
    assert row["file"] == "one.txt"
    assert FIRST in [_spans_alone(one) for one in row["attributions"]]
    assert bench.main(run) == 0
    assert capsys.readouterr().out == written


def test_texts_without_annotations_are_read_and_not_scored(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (data / "polnear/dev/attributions").glob("*"):
        path.unlink()
    mine = data / "mine.jsonl"
    assert bench.main(["--data", str(data), "--predictions", str(mine)]) == 0
    assert "nothing to score against: polnear/dev has no annotations (1 rows" in capsys.readouterr().out
    row = json.loads(mine.read_text(encoding="utf-8"))
    assert FIRST in [_spans_alone(one) for one in row["attributions"]]
    with pytest.raises(SystemExit, match="no articles"):
        bench.main(["--data", str(data), "--part", "none"])


def test_the_calibration_error_is_nothing_where_confidence_is_the_share_that_is_right(data: Path) -> None:
    sure, wrong = FIRST | {"confidence": 1.0}, WRONG_CUE | {"confidence": 0.0}
    assert scores.calibration_error(bench.cases(data, "dev", _predictions(data, sure, wrong))) == 0.0


def test_the_calibration_error_weighs_each_bin_by_its_size(data: Path) -> None:
    rows = FIRST | {"confidence": 0.75}, WRONG_CUE | {"confidence": 0.25}, WRONG_CUE | {"confidence": 0.25}
    found = bench.cases(data, "dev", _predictions(data, *rows))
    assert scores.calibration_error(found) == pytest.approx(0.25)


def test_without_confidences_there_is_no_calibration_error(data: Path) -> None:
    assert scores.calibration_error(bench.cases(data, "dev", _predictions(data, FIRST))) is None


@pytest.mark.shared
def test_the_floor_on_dev_holds(shared_data: Path) -> None:
    found = bench.cases(shared_data, "dev", None)
    assert scores.total(found, scores.whole_exact).f1 >= 0.60
    assert scores.total(found, scores.whole_relaxed).f1 >= 0.73
