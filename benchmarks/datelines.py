"""The day of a story that only its dateline gives: ``python benchmarks/datelines.py --data DIR [--predictions FILE]``.

Reads `fa-kes/fakes.csv` and gold (`gold/datelines.jsonl`). Each row's text goes in as a plain-text page: no address, no
date column. `--predictions` is JSON Lines `{"key": row, "status": …, "earliest": …, "latest": …}`:
the `date` of the JSON that `onrecord read` prints, with the row.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.articles import clean
from onrecord.errors import PageError
from onrecord.intake import page_from_bytes
from onrecord.model import StoryDate
from onrecord.settings import Settings

GOLD = Path(__file__).with_name("gold") / "datelines.jsonl"
FORMULA = """formula: each labelled row counts once
  right    not flagged, earliest = latest = the dateline's day
  flagged  `disputed` or `unknown` (or the page has no article)
  wrong    not flagged, any other day or days
  no day   of the rows without a dateline, those that got no day (flagged)"""
FLAGGED = ("disputed", "unknown")

Line: TypeAlias = Mapping[str, Any]
Prediction: TypeAlias = Mapping[str, Any]


def texts(data: Path) -> list[str]:
    """The stories' texts, by row from 0."""
    csv.field_size_limit(1 << 30)
    with (data / "fa-kes" / "fakes.csv").open(encoding="latin-1", newline="") as file:
        return [row["article_content"] for row in csv.DictReader(file)]


def read(line: Line, text: str) -> Prediction | None:
    """Onrecord's own, in the shape of its JSON; None where the page has no article.

    Raises:
        SystemExit: the text is another than the one that was labelled.
    """
    if hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise SystemExit(f"row {line['key']}: not the text that was labelled")
    try:
        return as_json(clean(page_from_bytes(text.encode(), f"{line['key']}.txt", settings=Settings())).date)
    except PageError:
        return None


def as_json(found: StoryDate) -> Prediction:
    """The parts of a story's date that are scored."""
    return {
        "status": found.status,
        "earliest": found.earliest and found.earliest.isoformat(),
        "latest": found.latest and found.latest.isoformat(),
    }


def given(predictions: Path) -> dict[int, Prediction]:
    """Predictions by row."""
    rows = (json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["key"]: row for row in rows}


def outcome(line: Line, found: Prediction | None) -> str:
    """What a prediction is worth."""
    flagged = found is None or found["status"] in FLAGGED
    if line["date"] is None:
        return "no day" if flagged else "a day where none is"
    if flagged:
        return "flagged"
    return "right" if found and found["earliest"] == found["latest"] == line["date"] else "wrong"


def table(outcomes: Iterable[str]) -> str:
    """Counts and shares, one line each."""
    counts = Counter(outcomes)
    dated, undated = ("right", "flagged", "wrong"), ("no day", "a day where none is")
    lines = []
    for names, what in ((dated, "with a dateline"), (undated, "without one")):
        total = sum(counts[name] for name in names)
        lines += [f"{n:<20} {counts[n]:>4} of {total} {what} ({counts[n] / (total or 1):.1%})" for n in names]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    """Print the table for Onrecord, or for the predictions that are given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the shared data")
    parser.add_argument("--gold", type=Path, default=GOLD, help="JSON Lines of labelled rows")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", action="store_true", help="name each row that isn't right")
    options = parser.parse_args(arguments)
    gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    predicted = given(options.predictions) if options.predictions else None
    stories = texts(options.data)
    outcomes = []
    for line in gold:
        found = read(line, stories[line["key"]]) if predicted is None else predicted.get(line["key"])
        outcomes.append(outcome(line, found))
        if options.misses and outcomes[-1] not in ("right", "no day"):
            print(f"{outcomes[-1]:<20} row {line['key']}  gold {line['date']}  found {found}")
    print(f"{table(outcomes)}\n{FORMULA}")


if __name__ == "__main__":
    main()
