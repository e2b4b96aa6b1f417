"""Our own labels: articles of other domains, texts that we wrote, and quotation marks as Britain prints them."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.attribution import Pieces, articles
from training.reader.examples import Example, told_of
from training.reader.invented import invented

from onrecord.models.reader.windows import words_with_looks

LABELS = Path(__file__).parent / "labels"
FILES = LABELS / "tehran.jsonl", LABELS / "wikinews.jsonl"
"""Whose attributions are labelled; the files ``kinds-*`` judge statements, see ``kinds.py``."""
GOLD = Path("benchmarks/gold")
TIMES = 2
"""How often an epoch reads our own labels, as they are few."""
EVERY = 16
"""One in so many of PolNeAR's articles is read with single marks, too."""
_BRITISH = str.maketrans("“”", "‘’")


def labelled(data: Path) -> list[Example]:
    """Every article and text of our own, and a share of PolNeAR's with single quotation marks.

    Raises:
        ValueError: the text under a label has changed.
    """
    found = [_example(str(row["key"]), _text(data, row), row["attributions"]) for row in _rows()]
    found.extend(_example(name, text, told) for name, text, told in invented())
    return [*found * TIMES, *_british(data)]


def _example(name: str, text: str, told: Iterable[dict[str, Pieces]]) -> Example:
    words = words_with_looks(text)
    return Example(name, words, tuple(told_of(text, words, one) for one in told if one["cue"]))


def _british(data: Path) -> Iterator[Example]:
    """Every so many of PolNeAR's articles once more, as Britain prints quotations; no place moves."""
    for number, (file, text, gold) in enumerate(articles(data, "train")):
        if number % EVERY == 0:
            yield _example(f"{file} (single marks)", text.translate(_BRITISH), gold)


def _rows() -> Iterator[dict[str, Any]]:
    for path in FILES:
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _text(data: Path, row: dict[str, Any]) -> str:
    text = _tehran(data, str(row["key"])) if row["corpus"] == "tehran" else _wikinews(data)[str(row["key"])]
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['key']}: not the text that was labelled")
    return text


def _tehran(data: Path, key: str) -> str:
    return (data / "tehran-times" / key).read_text(encoding="utf-8", errors="replace")


@cache
def _wikinews(data: Path) -> dict[str, str]:
    """Title, and paragraphs a line each, as the annotators read them."""
    with (data / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as rows:
        return {row["url"]: f"{row['title'].strip()}\n\n{_paragraphs(row['text'])}" for row in csv.DictReader(rows)}


def _paragraphs(text: str) -> str:
    pieces = [re.sub(r"\s*\n\s*", " ", piece.strip()) for piece in re.split(r"\n\s*\n", text)]
    return "\n".join(piece for piece in pieces if piece)


def gold_keys() -> frozenset[str]:
    """The articles that the reader is scored on and must never have read."""
    paths = sorted(GOLD.glob("statements-*.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    return frozenset(str(json.loads(line)["key"]) for line in lines)
