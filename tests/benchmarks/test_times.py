"""The scorer of time expressions, on a corpus written here."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks import times as benchmark

TML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-10-31">10/31/17</TIMEX3></DCT><TEXT>
The mill <EVENT>closed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-10-27">Friday</TIMEX3> and will open
<TIMEX3 tid="t2" type="DATE" value="2018">next year</TIMEX3>, R&amp;D said
<TIMEX3 tid="t3" type="DATE" value="X">then</TIMEX3>.
</TEXT></TimeML>"""


def test_a_file_is_read_and_scored(tmp_path: Path) -> None:
    (tmp_path / "mill.tml").write_text(TML, encoding="utf-8")
    document = benchmark.read(tmp_path / "mill.tml")
    assert document.published == date(2017, 10, 31)
    assert [document.text[g.start : g.end] for g in document.gold] == ["Friday", "next year", "then"]
    counts = benchmark.score([(document, benchmark.predict(document))])
    assert (counts["gold"], counts["predicted"], counts["strict"], counts["value"]) == (3, 2, 2, 2)
    assert (counts["later"], counts["later right"]) == (1, 1)


def test_f1_is_the_harmonic_mean() -> None:
    assert benchmark.f1(2, 2, 3) == 0.8
    assert benchmark.f1(0, 0, 0) == 0.0


def test_the_shared_folder_and_the_folder_itself_are_read(tmp_path: Path) -> None:
    (tmp_path / "timebank").mkdir()
    (tmp_path / "timebank" / "mill.tml").write_text(TML, encoding="utf-8")
    assert benchmark.documents_of(tmp_path) == benchmark.documents_of(tmp_path / "timebank")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match=r"no \.tml files"):
        benchmark.documents_of(tmp_path / "empty")


def test_predictions_are_written_and_then_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mill.tml").write_text(TML, encoding="utf-8")
    mine = tmp_path / "mine.jsonl"
    run = ["--data", str(tmp_path), "--predictions", str(mine)]
    benchmark.main(run)
    written = capsys.readouterr().out
    assert written.startswith("formula")
    assert "speed" in written
    benchmark.main(run)
    scored = capsys.readouterr().out
    assert scored == written[: written.index("speed")]
    mine.write_text('{"file": "mill.tml", "times": []}\n', encoding="utf-8")
    benchmark.main(run)
    assert "relaxed  F1 0.0" in capsys.readouterr().out


def test_texts_without_gold_are_read_and_not_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, _, text = TML.partition("<TEXT>")
    (tmp_path / "mill.tml").write_text(f"{head}<TEXT>{re.sub('<[^>]*>', '', text)}</TEXT>", encoding="utf-8")
    mine = tmp_path / "mine.jsonl"
    benchmark.main(["--data", str(tmp_path), "--predictions", str(mine)])
    assert "nothing to score against" in capsys.readouterr().out
    (row,) = [json.loads(line) for line in mine.read_text(encoding="utf-8").splitlines()]
    assert [found["value"] for found in row["times"]] == ["2017-10-27", "2018"]
