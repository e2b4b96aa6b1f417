"""Due windows against gold: ``python benchmarks/windows.py --data ../shared/data [--gold FILE] [--predictions FILE]``.

Gold is JSON Lines, one time expression a line: ``corpus key start end said_on earliest latest vague type``. The text
of an article is its title, a blank line and its paragraphs. ``--predictions`` is JSON Lines, one article a line:
``{"corpus": …, "key": …, "said_on": …, "windows": [{"span": [start, end], "earliest": …, "latest": …, "vague": …}]}``,
as `onrecord.windows` has them; a file that exists is scored, one that doesn't is written.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.model import Due
from onrecord.moments import windows

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, parser, scored_or_written

FORMULA = """formula: for each labelled time the window that overlaps it is looked up
  (one that has no days and is not vague counts as none)
  exact    of the gold windows, those with the right first and last day (null: open), or rightly vague
  found    of the gold windows, those where any window was found
  refused  of the look-alikes (`type: none`), those where none was"""
_FILES = ("windows.jsonl", "windows-read.jsonl", "windows-open.jsonl", "windows-held.jsonl", "windows-last.jsonl")
GOLD = tuple(Path(__file__).with_name("gold") / name for name in _FILES)

KEYS = ("corpus", "key", "said_on", "windows")


@cache
def _wikinews(data: Path, year: str) -> Mapping[str, str]:
    csv.field_size_limit(1 << 30)
    with (data / "wikinews" / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
        return {row["url"]: f"{row['title'].strip()}\n\n{_paragraphs(row['text'])}" for row in csv.DictReader(file)}


def _paragraphs(text: str) -> str:
    return "\n".join(re.sub(r"\s*\n\s*", " ", p.strip()) for p in re.split(r"\n\s*\n", text) if p.strip())


def text_of(data: Path, corpus: str, key: str) -> str:
    """The article's text as its gold counts it.

    Raises:
        SystemExit: it is not in the data.
    """
    folder = data / "tehran-times" if corpus.startswith("tehran") else data / "polnear" / corpus[8:] / "text"
    try:
        if corpus.startswith("wikinews"):
            return _wikinews(data, corpus[-4:])[key]
        return (folder / key).read_text(encoding="utf-8", errors="replace")
    except (KeyError, FileNotFoundError) as error:
        raise SystemExit(f"{key}: a labelled article of {corpus} that is not in {data}") from error


def article_of(line: Mapping[str, Any]) -> tuple[str, str, str | None]:
    """Which article, seen from which day: what a row of predictions is for."""
    return line["corpus"], line["key"], line["said_on"]


def rows_of(data: Path, gold: Iterable[Mapping[str, Any]]) -> Iterable[Row]:
    """What the program finds in each labelled article.

    Raises:
        SystemExit: an article is another than the one that was labelled.
    """
    for line in {article_of(line): line for line in gold}.values():
        text = text_of(data, line["corpus"], line["key"])
        if "sha256" in line and hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
            raise SystemExit(f"{line['key']}: not the text that was labelled")
        said = date.fromisoformat(line["said_on"]) if line["said_on"] else None
        found = [_as_json(due) for due in windows(text, said_on=said)]
        yield {"corpus": line["corpus"], "key": line["key"], "said_on": line["said_on"], "windows": found}


def _as_json(due: Due) -> Row:
    return {
        "span": list(due.span),
        "value": due.value,
        "earliest": _day(due.earliest),
        "latest": _day(due.latest),
        "vague": due.vague,
        "approximate": due.approximate,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def judged(gold: Sequence[Mapping[str, Any]], rows: Iterable[Row]) -> list[tuple[Mapping[str, Any], Row | None]]:
    """Each line of gold with the window found where it stands, None where there is none."""
    found = {article_of(row): row["windows"] for row in rows}
    return [(line, _window_at(line, found.get(article_of(line), ()))) for line in gold]


def _window_at(line: Mapping[str, Any], found: Iterable[Row]) -> Row | None:
    named = (w for w in found if w["vague"] or w["earliest"] or w["latest"])
    return next((w for w in named if w["span"][0] < line["end"] and line["start"] < w["span"][1]), None)


def is_exact(line: Mapping[str, Any], due: Row | None) -> bool:
    """Whether the days are right, or it is rightly vague."""
    if due is None:
        return False
    if line["vague"] or due["vague"]:
        return bool(line["vague"] and due["vague"])
    return (due["earliest"], due["latest"]) == (line["earliest"], line["latest"])


def score(lines: Iterable[tuple[Mapping[str, Any], Row | None]]) -> Counter[str]:
    """Counts over all lines."""
    counts: Counter[str] = Counter()
    for line, due in lines:
        if line["type"] == "none":
            counts["look-alikes"] += 1
            counts["refused"] += due is None
        else:
            counts["windows"] += 1
            counts["found"] += due is not None
            counts["exact"] += is_exact(line, due)
    return counts


def main(arguments: list[str] | None = None) -> None:
    """Print the formula and the table."""
    command = parser(__file__, __doc__)
    command.add_argument("--data", type=Path, required=True, help="the shared data")
    command.add_argument("--gold", type=Path, action="append", help="JSON Lines of labelled windows (default: all)")
    command.add_argument("--misses", action="store_true", help="list what was missed, in quoted words")
    options = command.parse_args(arguments)
    files = {path: _lines(path) for path in options.gold or GOLD}
    gold = [line for lines in files.values() for line in lines]
    rows = scored_or_written(options.predictions, lambda: rows_of(options.data, gold), keys=KEYS)
    print(FORMULA)
    for path, lines in files.items():
        found = judged(lines, rows)
        print(table(path.stem, score(found)))
        if options.misses:
            print("\n".join(misses(options.data, found)))


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def misses(data: Path, found: Iterable[tuple[Mapping[str, Any], Row | None]]) -> Iterable[str]:
    """What was missed or wrongly taken, in its sentence."""
    for line, due in found:
        if due if line["type"] == "none" else not is_exact(line, due):
            text = text_of(data, line["corpus"], line["key"])
            sentence = text[line.get("sentence_start", line["start"]) : line.get("sentence_end", line["end"])]
            expected = line["type"] if line["type"] == "none" else (line["earliest"], line["latest"], line["vague"])
            got = due and (due.get("value"), due["earliest"], due["latest"], due["vague"])
            yield f"{text[line['start'] : line['end']]!r}: expected {expected}, got {got}\n    {sentence!r}"


def table(name: str, counts: Counter[str]) -> str:
    """The scores on one file of gold, one line each."""
    lines = []
    for what, of in (("exact", "windows"), ("found", "windows"), ("refused", "look-alikes")):
        share = 100 * counts[what] / counts[of] if counts[of] else 0.0
        lines.append(f"{name:13} {what:8} {counts[what]} of {counts[of]} {of} ({share:.1f} %)")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
