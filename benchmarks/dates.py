"""The date of a story, on pages with a gold date: right, wrong without a flag, flagged though right.

    python benchmarks/dates.py --data ../shared/data [--predictions FILE] [--verbose]

Reads `page-dates/` (HTML with `gold.json`); no page gets its address, only what it holds. Without `gold.json` all pages
of the folder are read, and nothing is scored.
`--predictions` is JSON Lines `{"file": …, "status": …, "earliest": …, "latest": …, "candidates": [{"earliest": …}]}`,
`file` as in gold.json: the `date` of the JSON that `onrecord read` prints, with the file's name.
A file that exists is scored, one that doesn't is written.
"""

from __future__ import annotations

import gzip
import json
import sys
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

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, is_own, parser, scored_or_written, unscored

FORMULA = """formula: each page counts once, over all pages with a gold day
  right                 not flagged, earliest = latest = the gold day
  wrong without a flag  not flagged, any other day or days
  flagged though right  `disputed` or `unknown`, and the gold day is among the candidates' days
  flagged, not seen     `disputed` or `unknown`, and it is not (or the page has no article)"""

Outcome: TypeAlias = Literal["right", "wrong without a flag", "flagged though right", "flagged, not seen"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong without a flag", "flagged though right", "flagged, not seen")
Prediction: TypeAlias = Mapping[str, Any]
KEYS = ("file", "status", "earliest", "latest", "candidates")


def outcome(gold: str, found: Prediction | None) -> Outcome:
    """What a prediction is worth. ``gold`` is an ISO day."""
    if found is None:
        return "flagged, not seen"
    if found["status"] not in ("disputed", "unknown"):
        return "right" if found["earliest"] == found["latest"] == gold else "wrong without a flag"
    seen = any(candidate["earliest"] == gold for candidate in found["candidates"])
    return "flagged though right" if seen else "flagged, not seen"


def gold_days(data: Path) -> list[tuple[str, str]]:
    """File and gold day of each page that is there, in the order of the files' names; none without gold.

    A file that stands under two addresses in gold.json counts twice.
    """
    path = data / "page-dates" / "gold.json"
    rows = json.loads(path.read_text(encoding="utf-8")).values() if path.is_file() else ()
    return [(row["file"], row["date"]) for row in sorted(rows, key=_file) if _page(data, row["file"]).is_file()]


def _file(row: Mapping[str, str]) -> str:
    return row["file"]


def _page(data: Path, file: str) -> Path:
    return data / "page-dates" / f"{file}.gz"


def files_of(data: Path) -> list[str]:
    """All pages of the folder, as gold names them.

    Raises:
        SystemExit: there are none.
    """
    files = [path.stem for path in sorted((data / "page-dates").glob("*.gz"))]
    if not files:
        raise SystemExit(f"{data / 'page-dates'}: no pages (.gz)")
    return files


def rows_of(data: Path, files: Iterable[str]) -> Iterator[Row]:
    """What Onrecord says of each page, in the shape of its JSON."""
    for file in files:
        yield {"file": file, **read(file, gzip.decompress(_page(data, file).read_bytes()))}


def read(file: str, data: bytes) -> Row:
    """Onrecord's own, in the shape of its JSON; unknown where the page has no article."""
    try:
        return as_json(clean(page_from_bytes(data, file, settings=Settings())).date)
    except PageError:
        return as_json(StoryDate(status="unknown"))


def as_json(found: StoryDate) -> Row:
    """The parts of a story's date that are scored."""
    return {
        "status": found.status,
        "earliest": found.earliest and found.earliest.isoformat(),
        "latest": found.latest and found.latest.isoformat(),
        "candidates": [{"earliest": c.earliest and c.earliest.isoformat()} for c in found.candidates],
    }


def table(outcomes: Iterable[Outcome]) -> str:
    """Counts and shares, one line each."""
    counts = Counter(outcomes)
    total = counts.total() or 1
    return "\n".join(f"{name:<22} {counts[name]:>4}  {counts[name] / total:6.1%}" for name in OUTCOMES)


def main(arguments: list[str] | None = None) -> None:
    """Print the table for Onrecord, or for the predictions that are given."""
    command = parser(__file__, __doc__)
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds page-dates/)")
    command.add_argument("--verbose", action="store_true", help="name each page that isn't right")
    options = command.parse_args(arguments)
    print(FORMULA)
    gold, path, own = gold_days(options.data), options.predictions, is_own(options.predictions)
    files = list(dict(gold)) if gold else files_of(options.data)
    start = time.perf_counter()
    rows = scored_or_written(path, lambda: rows_of(options.data, files), keys=KEYS)
    speed = f", {len(rows) / (time.perf_counter() - start):.0f} a second" if own else ""
    if not gold:
        print(unscored(len(rows), path, f"no page with a gold day in {options.data / 'page-dates' / 'gold.json'}"))
        return
    predicted = {row["file"]: row for row in rows}
    outcomes = [outcome(day, predicted.get(file)) for file, day in gold]
    if options.verbose:
        print(*misses(gold, predicted, outcomes), sep="\n")
    print(f"{table(outcomes)}\n{len(outcomes)} pages{speed}")


def misses(
    gold: Iterable[tuple[str, str]], predicted: Mapping[str, Prediction], outcomes: Iterable[Outcome]
) -> Iterator[str]:
    """Each page that isn't right."""
    for (file, day), told in zip(gold, outcomes, strict=True):
        if told != "right":
            found = predicted.get(file)
            yield f"{told:<22} {file}  gold {day}  found {found and found['earliest']}"


if __name__ == "__main__":
    main()
