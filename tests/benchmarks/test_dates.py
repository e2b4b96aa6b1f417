from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks.dates import as_json, main, outcome, table

from onrecord.model import DateCandidate, StoryDate

DAY = date(2021, 4, 3)
SEEN = (DateCandidate(value="2021-04-03", earliest=DAY, latest=DAY, where="byline", words="3 April", why=""),)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (StoryDate(status="agreed", earliest=DAY, latest=DAY), "right"),
        (StoryDate(status="stated", earliest=DAY, latest=date(2021, 4, 4)), "wrong without a flag"),
        (StoryDate(status="stated", earliest=date(2020, 1, 1), latest=date(2020, 1, 1)), "wrong without a flag"),
        (StoryDate(status="disputed", candidates=SEEN), "flagged though right"),
        (StoryDate(status="unknown"), "flagged, not seen"),
    ],
)
def test_outcomes(found: StoryDate, expected: str):
    assert outcome("2021-04-03", as_json(found)) == expected


def test_a_page_without_an_answer_is_flagged():
    assert outcome("2021-04-03", None) == "flagged, not seen"


def test_shares_are_of_all_pages():
    assert "  1   50.0%" in table(["right", "flagged, not seen"])


@pytest.mark.shared
def test_predictions_are_scored_on_the_gold(shared_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    gold = json.loads((shared_data / "page-dates" / "gold.json").read_text(encoding="utf-8"))
    rows = [
        {"file": g["file"], "status": "stated", "earliest": g["date"], "latest": g["date"], "candidates": []}
        for g in gold.values()
    ]
    given = tmp_path / "given.jsonl"
    given.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    main(["--data", str(shared_data), "--predictions", str(given)])
    assert "100.0%" in capsys.readouterr().out


PAGE = """<html><head><meta property="article:published_time" content="2021-04-03T08:00:00Z"><title>Ferry</title></head>
<body><article><h1>Ferry</h1>%s</article></body></html>""" % (
    "<p>The ferry left the pier again after nine weeks of repairs, its owners said at the harbour.</p>" * 5
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "page-dates"
    folder.mkdir()
    for name, page in (("ferry.html", PAGE), ("nothing.html", "<html><body></body></html>")):
        (folder / f"{name}.gz").write_bytes(gzip.compress(page.encode()))
    return tmp_path


def _run(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["--data", str(data), "--predictions", str(data / "mine.jsonl"), *arguments])
    return capsys.readouterr().out


def test_predictions_are_written_and_then_scored_the_same(data: Path, capsys: pytest.CaptureFixture[str]):
    gold = {name: {"file": f"{name}.html", "date": "2021-04-03"} for name in ("ferry", "nothing", "not-there")}
    (data / "page-dates" / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    written = _run(data, capsys)
    assert written.startswith("formula")
    assert "right                     1   50.0%" in written
    assert written.endswith(" a second\n")
    scored = _run(data, capsys, "--verbose")
    assert "flagged, not seen      nothing.html  gold 2021-04-03  found None" in scored
    assert table(["right", "flagged, not seen"]) + "\n2 pages\n" in scored


def test_pages_without_gold_are_read_and_not_scored(data: Path, capsys: pytest.CaptureFixture[str]):
    assert "nothing to score against" in _run(data, capsys)
    rows = [json.loads(line) for line in (data / "mine.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["file"], row["earliest"]) for row in rows] == [("ferry.html", "2021-04-03"), ("nothing.html", None)]
