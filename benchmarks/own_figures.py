"""Figures against our own gold (``gold/figures.jsonl``; see ``gold/figures.md``): a part of ``figures.py``."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import Figure
from onrecord.resolution.figures import find

GOLD = Path(__file__).parent / "gold" / "figures.jsonl"
OWN_FORMULA = """\
own gold    a prediction belongs to the gold figure that its span overlaps; bounds: low, high, approximate right;
            + noun: unit or noun right, too; look-alikes refused: share of "none" that no prediction overlaps;
            population: token F1 of its \\w+ tokens, the mean over all gold figures that have one
            (a missing one scores 0); "held": the part of the gold that nothing was ever tuned on"""
FOLDERS = {
    "tehran": "tehran-times",
    "polnear-dev": "polnear/dev/text",
    "wikinews2019": "wikinews",
    "fakes": "fa-kes",
}
PARTS = ("first", "second", "held")
"""The gold's parts: two that were looked at when the code was mended, and one that never was."""


@dataclass(slots=True)
class Own:
    """Counts over our own gold."""

    figures: int = 0
    bounds: int = 0
    nouns: int = 0
    lookalikes: int = 0
    refused: int = 0
    populations: list[float] = field(default_factory=list)


def article_texts(data: Path, corpora: Iterable[str]) -> dict[tuple[str, str], str]:
    """The texts of the corpora that are one file, by corpus and key."""
    found: dict[tuple[str, str], str] = {}
    csv.field_size_limit(sys.maxsize)
    if "wikinews2019" in corpora:
        for row in _rows(data / "wikinews" / "wikinews_2019.csv", "utf-8"):
            parts = [re.sub(r"\s*\n\s*", " ", p.strip()) for p in re.split(r"\n\s*\n", row["text"]) if p.strip()]
            found["wikinews2019", row["url"]] = row["title"].strip() + "\n\n" + "\n".join(parts)
    if "fakes" in corpora:
        for number, row in enumerate(_rows(data / "fa-kes" / "fakes.csv", "latin-1")):
            found["fakes", str(number)] = f"{row['article_title'].strip()}\n\n{row['article_content'].strip()}\n"
    return found


def _rows(path: Path, encoding: str) -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def text_of(data: Path, corpus: str, key: str, known: Mapping[tuple[str, str], str]) -> str:
    """One article's text."""
    if (corpus, key) in known:
        return known[corpus, key]
    return (data / FOLDERS[corpus] / key).read_text(encoding="utf-8", errors="replace")


def own(data: Path, gold: list[dict[str, Any]], *, misses: bool) -> tuple[Own, list[str]]:
    """The scores on our own gold, and the articles' texts."""
    known = article_texts(data, {g["corpus"] for g in gold})
    score, texts = Own(), {}
    found: dict[tuple[str, str], tuple[Figure, ...]] = {}
    for line in gold:
        at = (line["corpus"], line["key"])
        if at not in found:
            texts[at] = text_of(data, *at, known)
            if hashlib.sha256(texts[at].encode()).hexdigest() != line["sha256"]:
                raise SystemExit(f"{at[1]}: not the text that was labelled")
            found[at] = find(texts[at])
        fit = next((f for f in found[at] if f.span.start < line["end"] and line["start"] < f.span.end), None)
        right = judge(score, line, fit, texts[at])
        if misses and not right and line["part"] != "held":
            words = texts[at][line["sentence_start"] : line["sentence_end"]]
            wanted = f"{line['low']}–{line['high']} {line['unit_or_noun']}"
            print(f"{texts[at][line['start'] : line['end']]!r} wants {wanted}, got {fit}\n   {words}")
    return score, list(texts.values())


def judge(score: Own, line: Mapping[str, Any], fit: Figure | None, text: str) -> bool:
    """Counts one line of gold; whether all but the population is right."""
    if line["type"] == "none":
        score.lookalikes += 1
        score.refused += fit is None
        return fit is None
    score.figures += 1
    bounds = fit is not None and all(_near(line[key], getattr(fit, key)) for key in ("low", "high"))
    bounds = bounds and fit is not None and fit.approximate == line["approximate"]
    noun = bounds and fit is not None and (line["unit_or_noun"] in {fit.unit, fit.noun})
    score.bounds += bounds
    score.nouns += noun
    if line["population"]:
        mine = text[slice(*fit.population)] if fit and fit.population else ""
        score.populations.append(token_f1(text[slice(*line["population"])], mine))
    return noun


def _near(one: float | None, other: float | None) -> bool:
    return one is other or (one is not None and other is not None and abs(one - other) <= 1e-6 * max(1, abs(one)))


def token_f1(gold: str, found: str) -> float:
    """F1 of the bags of word tokens."""
    a, b = (Counter(re.findall(r"\w+", words.lower())) for words in (gold, found))
    shared = (a & b).total()
    return 2 * shared / max(1, a.total() + b.total())


def labelled() -> list[dict[str, Any]]:
    """The lines of our own gold."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]


def missing(data: Path) -> list[str]:
    """The folders that the gold's articles are in and that the data have not."""
    return [folder for folder in FOLDERS.values() if not (data / folder).is_dir()]


def own_table(score: Own, part: str = "all") -> str:
    """The scores, one line each."""
    shares = {
        "bounds": (score.bounds, score.figures),
        "+ noun": (score.nouns, score.figures),
        "look-alikes refused": (score.refused, score.lookalikes),
    }
    lines = [
        f"own gold  {part:<6}  {name:<20} {100 * right / max(1, of):5.1f} %  ({right} of {of})"
        for name, (right, of) in shares.items()
    ]
    mean = sum(score.populations) / max(1, len(score.populations))
    return "\n".join([*lines, f"own gold  {part:<6}  population token F1  {mean:5.3f} over {len(score.populations)}"])
