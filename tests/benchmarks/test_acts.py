"""The scorer of speech and attitude, on a text written here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import acts as benchmark

TEXT = "Ada Roe said it holds. Ulm hopes it holds. Ulm glorped it holds."


def cue(word: str) -> dict[str, list[list[int]]]:
    at = TEXT.index(word)
    return {"source": [], "cue": [[at, at + len(word)]], "content": [[at + len(word) + 1, at + len(word) + 9]]}


GOLD = [cue("said"), cue("hopes"), cue("glorped")]


def test_classes_are_those_of_the_verbs():
    assert [benchmark.act_of(TEXT, one) for one in GOLD] == ["speech", "attitude", None]


def test_a_cue_counts_where_the_reader_has_an_anchor_in_it():
    acts = [[*GOLD[0]["cue"][0], "speech"], [*GOLD[1]["cue"][0], "speech"], [*GOLD[2]["cue"][0], "attitude"]]
    counts = benchmark.scores([("a", TEXT, GOLD)], [{"file": "a", "acts": acts}])
    assert counts == {"speech": (1, 2, 1), "attitude": (0, 0, 1), "other": (0, 0, 0)}
    assert benchmark.scores([("a", TEXT, GOLD)], [])["speech"] == (0, 0, 0)


def test_the_readers_own_file_is_written_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for folder in ("text", "attributions"):
        (tmp_path / "polnear" / "dev" / folder).mkdir(parents=True)
    (tmp_path / "polnear/dev/text/a.txt").write_text(TEXT, encoding="utf-8")
    at, to = GOLD[0]["cue"][0]
    lines = [
        f"T1\tCue {at} {to}\tsaid",
        f"T2\tContent {to + 1} {to + 9}\tit holds",
        "E1\tAttribution:T1 Cue:T1 Content:T2",
    ]
    (tmp_path / "polnear/dev/attributions/a_x.ann").write_text("\n".join(lines), encoding="utf-8")
    kept = tmp_path / "kept.jsonl"
    for _ in range(2):
        assert benchmark.main(["--data", str(tmp_path), "--predictions", str(kept)]) == 0
    assert "speech          1.000  1.000  1.000      1" in capsys.readouterr().out
    assert [at, to, "speech"] in json.loads(kept.read_text(encoding="utf-8"))["acts"]
