"""How well statements are found in news that is not of US politics, by TERMS' scope, against gold of our own.

    python benchmarks/statements.py --data ../shared/data [--predictions FILE]

``FILE`` is JSON Lines, one object for each article: ``{"corpus", "key", "statements": [{"source": [[s, e]], "cue": …,
"content": …, "confidence"}]}`` in code points of the article's text (a confidence may be missing). One that exists is
scored; one that doesn't is written by the package itself, resolved as a user gets them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution import as_json, case_of, print_scores
from benchmarks.attribution_scores import Case
from benchmarks.predictions import Row, parser, scored_or_written
from benchmarks.windows import text_of

FORMULA = r"""formula: on word tokens (`\w+` with inner apostrophes, hyphens, stops), no punctuation; one to one
whole exact       source, cue and content are all equal
whole relaxed     content Jaccard >= .5; source Jaccard >= .5 or both absent; cues share a token or are both absent
ECE               in ten bins of the confidence: |mean confidence - share that is whole relaxed|, weighted by size
"""
GOLD = {
    "Wikinews": Path(__file__).with_name("gold") / "statements-wikinews.jsonl",
    "Tehran Times": Path(__file__).with_name("gold") / "statements-tehran.jsonl",
}
KEYS = ("corpus", "key", "statements")


def gold_of(path: Path) -> list[Row]:
    """The labelled articles of a part, a line each."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def labelled_text(data: Path, line: Mapping[str, Any]) -> str:
    """The text that a line of gold labels.

    Raises:
        SystemExit: it isn't in the data, or is another by now.
    """
    text = text_of(data, line["corpus"], line["key"])
    if hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise SystemExit(f"{line['key']}: not the text that was labelled")
    return text


def predicted(data: Path, gold: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """What the package finds in each article."""
    import onrecord

    for line in gold:
        found = onrecord.statements(labelled_text(data, line), published=line["published"])
        yield {"corpus": line["corpus"], "key": line["key"], "statements": [as_json(one) for one in found]}


def cases(data: Path, gold: Iterable[Row], rows: Iterable[Row]) -> list[Case]:
    """Gold and predictions side by side."""
    given = {(row["corpus"], row["key"]): row["statements"] for row in rows}
    return [
        case_of(
            line["key"], labelled_text(data, line), line["statements"], given.get((line["corpus"], line["key"]), ())
        )
        for line in gold
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print a table for each corpus and one for all."""
    command = parser(__file__, f"{__doc__}\n{FORMULA}")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds wikinews/ and tehran-times/)")
    options = command.parse_args(arguments)
    parts = {name: gold_of(path) for name, path in GOLD.items()}
    every = [line for lines in parts.values() for line in lines]
    rows = scored_or_written(options.predictions, lambda: predicted(options.data, every), keys=KEYS)
    print(FORMULA)
    for name, lines in {**parts, "together": every}.items():
        _print(name, cases(options.data, lines, rows))
    return 0


def _print(name: str, found: list[Case]) -> None:
    sizes = sum(len(c.gold) for c in found), sum(len(c.predicted) for c in found)
    print(f"{name}: {len(found)} articles, {sizes[0]} gold, {sizes[1]} predicted")
    print_scores(found, ("whole exact", "whole relaxed", "source exact", "cue exact", "content exact"))
    print()


if __name__ == "__main__":
    raise SystemExit(main())
