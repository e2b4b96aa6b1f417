"""Due windows against gold: ``python benchmarks/windows.py --data ../shared/data [--gold FILE]``.

Gold is JSON Lines, one time expression a line: ``corpus key start end said_on earliest latest vague type``. The text
of an article is its title, a blank line and its paragraphs. For each line the window that overlaps it is looked up:

- exact: of the gold windows, the share with the right first and last day (null: open), or rightly vague;
- found: of the gold windows, the share where any window was found;
- refused: of the look-alikes (``type: none``), the share where none was.

A window that is not vague and has no days (it was over when it was said) counts as none.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.model import Due
from onrecord.moments import windows

GOLD = Path(__file__).with_name("gold") / "windows.jsonl"


@cache
def _wikinews(data: Path, year: str) -> Mapping[str, str]:
    csv.field_size_limit(1 << 30)
    with (data / "wikinews" / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
        return {row["url"]: f"{row['title'].strip()}\n\n{_paragraphs(row['text'])}" for row in csv.DictReader(file)}


def _paragraphs(text: str) -> str:
    return "\n".join(re.sub(r"\s*\n\s*", " ", p.strip()) for p in re.split(r"\n\s*\n", text) if p.strip())


def text_of(data: Path, corpus: str, key: str) -> str:
    """The article's text as its gold counts it."""
    if corpus.startswith("wikinews"):
        return _wikinews(data, corpus[-4:])[key]
    folder = data / "tehran-times" if corpus.startswith("tehran") else data / "polnear" / corpus[8:] / "text"
    return (folder / key).read_text(encoding="utf-8", errors="replace")


def lookup(data: Path, line: Mapping[str, Any]) -> Due | None:
    """The window that was found where a line of gold stands.

    Raises:
        SystemExit: the article is another than the one that was labelled.
    """
    text = text_of(data, line["corpus"], line["key"])
    if "sha256" in line and hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise SystemExit(f"{line['key']}: not the text that was labelled")
    found = _windows(text, line["said_on"])
    found = tuple(w for w in found if w.vague or w.earliest or w.latest)
    return next((w for w in found if w.span.start < line["end"] and line["start"] < w.span.end), None)


@cache
def _windows(text: str, said_on: str | None) -> tuple[Due, ...]:
    return windows(text, said_on=date.fromisoformat(said_on) if said_on else None)


def is_exact(line: Mapping[str, Any], due: Due | None) -> bool:
    """Whether the days are right, or it is rightly vague."""
    if due is None:
        return False
    if line["vague"] or due.vague:
        return bool(line["vague"]) == due.vague
    return (_day(due.earliest), _day(due.latest)) == (line["earliest"], line["latest"])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def score(lines: Iterable[tuple[Mapping[str, Any], Due | None]]) -> Counter[str]:
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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the shared data")
    parser.add_argument("--gold", type=Path, default=GOLD, help="JSON Lines of labelled windows")
    parser.add_argument("--predictions", type=Path, help="write what was found here (JSON Lines)")
    parser.add_argument("--misses", action="store_true", help="list what was missed, in quoted words")
    arguments = parser.parse_args()
    gold = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines()]
    judged = [(line, lookup(arguments.data, line)) for line in gold]
    if arguments.predictions:
        arguments.predictions.write_text("".join(_written(line, due) for line, due in judged), encoding="utf-8")
    if arguments.misses:
        _misses(arguments.data, judged)
    _print(score(judged))


def _written(line: Mapping[str, Any], due: Due | None) -> str:
    found = due and {
        "span": list(due.span),
        "value": due.value,
        "earliest": _day(due.earliest),
        "latest": _day(due.latest),
        "vague": due.vague,
        "approximate": due.approximate,
    }
    return json.dumps({"corpus": line["corpus"], "key": line["key"], "start": line["start"], "window": found}) + "\n"


def _misses(data: Path, judged: Iterable[tuple[Mapping[str, Any], Due | None]]) -> None:
    for line, due in judged:
        if due if line["type"] == "none" else not is_exact(line, due):
            text = text_of(data, line["corpus"], line["key"])
            sentence = text[line.get("sentence_start", line["start"]) : line.get("sentence_end", line["end"])]
            expected = line["type"] if line["type"] == "none" else (line["earliest"], line["latest"], line["vague"])
            got = due and (due.value, _day(due.earliest), _day(due.latest), due.vague)
            print(f"{text[line['start'] : line['end']]!r}: expected {expected}, got {got}\n    {sentence!r}")


def _print(counts: Counter[str]) -> None:
    print(__doc__)
    for name, of in (("exact", "windows"), ("found", "windows"), ("refused", "look-alikes")):
        share = 100 * counts[name] / counts[of] if counts[of] else 0.0
        print(f"{name:8} {counts[name]} of {counts[of]} {of} ({share:.1f} %)")


if __name__ == "__main__":
    main()
