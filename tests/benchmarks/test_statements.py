"""The benchmark of statements: gold and predictions of whole articles, by corpus and together."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from benchmarks.attribution_scores import total, whole_exact, whole_relaxed

from benchmarks import statements as bench

TEXT = "The dam in Ulm has broken, the mayor of Ulm said on Friday. Bo Lee, a farmer, denied that anyone had drowned."
SAID = {"source": [[28, 43]], "cue": [[44, 48]], "content": [[0, 26]]}
DENIED = {"source": [[60, 76]], "cue": [[78, 84]], "content": [[85, 110]]}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tehran-times").mkdir()
    (tmp_path / "tehran-times" / "1.txt").write_text(TEXT, encoding="utf-8")
    line = {
        "corpus": "tehran",
        "key": "1.txt",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "published": "2017-10-31",
        "statements": [SAID, DENIED],
    }
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.setattr(bench, "GOLD", {"Ulm": gold})
    return tmp_path


def test_predictions_are_scored_against_their_own_article(data: Path) -> None:
    (gold,) = (bench.gold_of(path) for path in bench.GOLD.values())
    mine = [{"corpus": "tehran", "key": "1.txt", "statements": [SAID, DENIED | {"source": [[60, 66]]}]}]
    found = bench.cases(data, gold, mine)
    assert total(found, whole_exact) == (1, 2, 2)
    assert total(found, whole_relaxed) == (2, 2, 2)
    elsewhere = bench.cases(data, gold, [mine[0] | {"corpus": "other"}])
    assert total(elsewhere, whole_exact) == (0, 0, 2)


def test_predictions_are_written_and_then_scored_the_same(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ["--data", str(data), "--predictions", str(data / "mine.jsonl")]
    assert bench.main(run) == 0
    written = capsys.readouterr().out
    row = json.loads((data / "mine.jsonl").read_text(encoding="utf-8"))
    assert (row["corpus"], row["key"]) == ("tehran", "1.txt")
    assert all(0 <= one["confidence"] <= 1 for one in row["statements"])
    assert bench.main(run) == 0
    assert capsys.readouterr().out == written
    assert "Ulm: 1 articles, 2 gold" in written


def test_a_text_that_was_not_labelled_is_refused(data: Path) -> None:
    (data / "tehran-times" / "1.txt").write_text("Another text.", encoding="utf-8")
    with pytest.raises(SystemExit, match="not the text that was labelled"):
        bench.main(["--data", str(data)])


def test_what_the_package_makes_of_the_golds_own_spans(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "given.jsonl"
    assert bench.main(["--data", str(data), "--given", "--predictions", str(file)]) == 0
    told = json.loads(file.read_text(encoding="utf-8"))["statements"]
    assert [one["content"] for one in told] == [SAID["content"], DENIED["content"]]
    assert told[1]["speaker"]["name"] == "Bo Lee"
    assert "whole exact " not in capsys.readouterr().out.split("ends     restated")[1]
