from __future__ import annotations

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
