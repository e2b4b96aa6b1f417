"""The day of a story that only its dateline gives.

    python benchmarks/datelines.py --data ../shared/data [--gold FILE] [--predictions FILE] [--misses]

Reads `fa-kes/fakes.csv` and gold (`gold/datelines.jsonl`). Each row's text goes in as a plain-text page: no address, no
date column. Where none of the texts is one that was labelled, all rows are read, and nothing is scored.
`--predictions` is JSON Lines `{"key": row, "status": …, "earliest": …, "latest": …}`: the `date` of the JSON that
`onrecord read` prints, with the row. A file that exists is scored, one that doesn't is written.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.articles import clean
from onrecord.errors import PageError
from onrecord.intake import page_from_bytes
from onrecord.model import StoryDate
from onrecord.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, parser, scored_or_written, unscored

GOLD = Path(__file__).with_name("gold") / "datelines.jsonl"
FORMULA = """formula: each labelled row counts once
  right    not flagged, earliest = latest = the dateline's day
  flagged  `disputed` or `unknown` (or the page has no article)
  wrong    not flagged, any other day or days
  no day   of the rows without a dateline, those that got no day (flagged)"""
FLAGGED = ("disputed", "unknown")
KEYS = ("key", "status", "earliest", "latest")

Line: TypeAlias = Mapping[str, Any]
Prediction: TypeAlias = Mapping[str, Any]


def texts(data: Path) -> list[str]:
    """The stories' texts, by row from 0."""
    csv.field_size_limit(1 << 30)
    with (data / "fa-kes" / "fakes.csv").open(encoding="latin-1", newline="") as file:
        return [row["article_content"] for row in csv.DictReader(file)]


def labelled(gold: Iterable[Line], stories: Sequence[str]) -> list[Line]:
    """The gold, where the stories are those that were labelled; none where none is.

    Raises:
        SystemExit: some are and some are not.
    """
    lines = list(gold)
    others = [line["key"] for line in lines if not _is_labelled(line, stories)]
    if others and len(others) < len(lines):
        raise SystemExit(f"row {others[0]}: not the text that was labelled")
    return [] if others else lines


def _is_labelled(line: Line, stories: Sequence[str]) -> bool:
    story = stories[line["key"]] if line["key"] < len(stories) else ""
    return bool(hashlib.sha256(story.encode()).hexdigest() == line["sha256"])


def rows_of(stories: Sequence[str], keys: Iterable[int]) -> Iterator[Row]:
    """What Onrecord says of each of these rows, in the shape of its JSON."""
    for key in keys:
        yield {"key": key, **read(key, stories[key])}


def read(key: int, text: str) -> Row:
    """Onrecord's own, in the shape of its JSON; unknown where the page has no article."""
    try:
        return as_json(clean(page_from_bytes(text.encode(), f"{key}.txt", settings=Settings())).date)
    except PageError:
        return as_json(StoryDate(status="unknown"))


def as_json(found: StoryDate) -> Row:
    """The parts of a story's date that are scored."""
    return {
        "status": found.status,
        "earliest": found.earliest and found.earliest.isoformat(),
        "latest": found.latest and found.latest.isoformat(),
    }


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
    command = parser(__file__, __doc__)
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds fa-kes/)")
    command.add_argument("--gold", type=Path, default=GOLD, help="JSON Lines of labelled rows")
    command.add_argument("--misses", action="store_true", help="name each row that isn't right")
    options = command.parse_args(arguments)
    print(FORMULA)
    stories = texts(options.data)
    lines = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    gold = labelled(lines, stories)
    keys = [line["key"] for line in gold] if gold else range(len(stories))
    rows = scored_or_written(options.predictions, lambda: rows_of(stories, keys), keys=KEYS)
    if not gold:
        print(unscored(len(rows), options.predictions, f"none of the stories is one of {options.gold}"))
        return
    predicted = {row["key"]: row for row in rows}
    outcomes = [outcome(line, predicted.get(line["key"])) for line in gold]
    if options.misses:
        print(*misses(gold, predicted, outcomes), sep="\n")
    print(table(outcomes))


def misses(gold: Iterable[Line], predicted: Mapping[int, Prediction], outcomes: Iterable[str]) -> Iterator[str]:
    """Each row that isn't right."""
    for line, told in zip(gold, outcomes, strict=True):
        if told not in ("right", "no day"):
            yield f"{told:<20} row {line['key']}  gold {line['date']}  found {predicted.get(line['key'])}"


if __name__ == "__main__":
    main()
