"""The scorer of due windows, on an article written here."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import windows as benchmark

TEXT = "Mill to open\n\nThe mill will open in two weeks. It closed on Monday. It will soon hire."


def line(words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    filled = {"earliest": None, "latest": None, "vague": False, "type": "window"} | fields
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    place = {"corpus": "tehran", "key": "mill.txt", "sha256": digest, "start": start, "end": start + len(words)}
    return place | {"said_on": "2017-10-31"} | filled


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "tehran-times").mkdir()
    (tmp_path / "tehran-times" / "mill.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_windows_and_look_alikes_are_scored(data: Path) -> None:
    gold = [
        line("two weeks", earliest="2017-11-14", latest="2017-11-14"),
        line("soon", vague=True),
        line("Monday", type="none"),
        line("The mill", earliest="2017-11-14"),
    ]
    counts = benchmark.score(benchmark.judged(gold, benchmark.rows_of(data, gold)))
    assert (counts["windows"], counts["found"], counts["exact"]) == (3, 2, 2)
    assert (counts["look-alikes"], counts["refused"]) == (1, 1)


def test_another_text_than_the_labelled_one_is_refused(data: Path) -> None:
    with pytest.raises(SystemExit, match="not the text"):
        list(benchmark.rows_of(data, [line("soon", sha256="0" * 64)]))


@pytest.mark.parametrize("corpus", ["tehran", "polnear-dev", "wikinews2019"])
def test_an_article_that_is_not_there_is_named(data: Path, corpus: str) -> None:
    with pytest.raises(SystemExit, match=r"gone\.txt: a labelled article of"):
        list(benchmark.rows_of(data, [line("soon", corpus=corpus, key="gone.txt")]))


def test_somebody_elses_windows_are_scored(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, mine = tmp_path / "gold.jsonl", tmp_path / "mine.jsonl"
    right = line("two weeks", earliest="2017-11-14", latest="2017-11-14")
    gold.write_text(json.dumps(right) + "\n" + json.dumps(line("Monday", type="none")) + "\n", encoding="utf-8")
    run = ["--data", str(data), "--gold", str(gold), "--predictions", str(mine)]
    benchmark.main(run)
    printed = capsys.readouterr().out
    assert printed.startswith("formula")
    assert "exact    1 of 1" in printed
    row = {"corpus": "tehran", "key": "mill.txt", "said_on": "2017-10-31"}
    found = [{"span": [right["start"], right["end"]], "earliest": "2017-11-15", "latest": None, "vague": False}]
    mine.write_text(json.dumps(row | {"windows": found}) + "\n", encoding="utf-8")
    benchmark.main([*run, "--misses"])
    printed = capsys.readouterr().out
    assert "exact    0 of 1" in printed
    assert "'two weeks': expected" in printed
