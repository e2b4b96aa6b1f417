"""The date of a story, on pages with a gold date: right, wrong without a flag, flagged though right.

    python benchmarks/dates.py --data DIR [--predictions FILE] [--verbose]

Reads `page-dates/` (HTML with `gold.json`); no page gets its address, only what it holds.
`--predictions` is JSON Lines `{"file": …, "status": …, "earliest": …, "latest": …, "candidates": [{"earliest": …}]}`,
`file` as in gold.json: the `date` of the JSON that `onrecord read` prints, with the file's name.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

from onrecord.articles import clean
from onrecord.errors import PageError
from onrecord.intake import page_from_bytes
from onrecord.model import StoryDate
from onrecord.settings import Settings

FORMULA = """formula: each page counts once, over all pages with a gold day
  right                 not flagged, earliest = latest = the gold day
  wrong without a flag  not flagged, any other day or days
  flagged though right  `disputed` or `unknown`, and the gold day is among the candidates' days
  flagged, not seen     `disputed` or `unknown`, and it is not (or the page has no article)"""

Outcome: TypeAlias = Literal["right", "wrong without a flag", "flagged though right", "flagged, not seen"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong without a flag", "flagged though right", "flagged, not seen")
Prediction: TypeAlias = Mapping[str, Any]


def outcome(gold: str, found: Prediction | None) -> Outcome:
    """What a prediction is worth. ``gold`` is an ISO day."""
    if found is None:
        return "flagged, not seen"
    if found["status"] not in ("disputed", "unknown"):
        return "right" if found["earliest"] == found["latest"] == gold else "wrong without a flag"
    seen = any(candidate["earliest"] == gold for candidate in found["candidates"])
    return "flagged though right" if seen else "flagged, not seen"


def gold_pages(data: Path) -> Iterator[tuple[str, str, bytes]]:
    """File, gold day and bytes of each page that is there, in the order of the files' names."""
    folder = data / "page-dates"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for row in sorted(gold.values(), key=lambda row: str(row["file"])):
        path = folder / (row["file"] + ".gz")
        if path.is_file():
            yield row["file"], row["date"], gzip.decompress(path.read_bytes())


def read(file: str, data: bytes) -> Prediction | None:
    """Onrecord's own, in the shape of its JSON; None where the page has no article."""
    try:
        return as_json(clean(page_from_bytes(data, file, settings=Settings())).date)
    except PageError:
        return None


def as_json(found: StoryDate) -> Prediction:
    """The parts of a story's date that are scored."""
    return {
        "status": found.status,
        "earliest": found.earliest and found.earliest.isoformat(),
        "latest": found.latest and found.latest.isoformat(),
        "candidates": [{"earliest": c.earliest and c.earliest.isoformat()} for c in found.candidates],
    }


def given(predictions: Path) -> dict[str, Prediction]:
    """Predictions by file."""
    rows = (json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["file"]: row for row in rows}


def table(outcomes: Iterable[Outcome]) -> str:
    """Counts and shares, one line each."""
    counts = Counter(outcomes)
    total = counts.total() or 1
    return "\n".join(f"{name:<22} {counts[name]:>4}  {counts[name] / total:6.1%}" for name in OUTCOMES)


def main(arguments: list[str] | None = None) -> None:
    """Print the table for Onrecord, or for the predictions that are given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--verbose", action="store_true", help="name each page that isn't right")
    options = parser.parse_args(arguments)
    predicted = given(options.predictions) if options.predictions else None
    outcomes: list[Outcome] = []
    start = time.perf_counter()
    for file, gold, data in gold_pages(options.data):
        found = read(file, data) if predicted is None else predicted.get(file)
        outcomes.append(outcome(gold, found))
        if options.verbose and outcomes[-1] != "right":
            print(f"{outcomes[-1]:<22} {file}  gold {gold}  found {found and found['earliest']}")
    print(table(outcomes))
    print(f"{len(outcomes)} pages, {len(outcomes) / (time.perf_counter() - start):.0f} a second\n{FORMULA}")


if __name__ == "__main__":
    main()
