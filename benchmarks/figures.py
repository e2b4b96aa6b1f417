"""Figures: NewsQuant, our own gold (``gold/figures.jsonl``; see ``gold/figures.md``), and speed.

``python benchmarks/figures.py --data DIR`` scores this program;
``--predictions FILE`` scores a file of JSON Lines instead:
``{"row": 0, "quantities": [{"value", "unit", "normalized_unit"}, …]}`` for NewsQuant's rows, counted from 0;
``--misses`` prints what was missed, where the data are at hand.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import Figure
from onrecord.resolution.figures import everything, find

GOLD = Path(__file__).parent / "gold" / "figures.jsonl"
FORMULA = """\
NewsQuant   each row's quantities as bags; value: numbers equal to 1 part in 1,000, a range by both its ends
            (in either order); value + unit: the unit equal, too, by its normalized form or as written, after:
            letter case, "-", full stops and plural s dropped, "percentage" as "percent", money by its currency;
            value + head: by the unit's last word alone;
            P = right / predicted, R = right / gold over all rows, F1 = 2PR/(P+R)
own gold    a prediction belongs to the gold figure that its span overlaps; bounds: low, high, approximate right;
            + noun: unit or noun right, too; look-alikes refused: share of "none" that no prediction overlaps;
            population: token F1 of its \\w+ tokens, the mean over all gold figures that have one
            (a missing one scores 0)
speed       characters a second on the gold's articles; "bare" is one regex for digits over the same texts"""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


@dataclass(slots=True)
class Tally:
    """Right, predicted and gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0-100."""
        return 200 * self.right / max(1, self.predicted + self.gold)


# ── NewsQuant ────────────────────────────────────────────────────────────────


def ends(value: str) -> tuple[float, ...]:
    """The numbers of a NewsQuant value, smaller end first: "5-10" is (5, 10)."""
    return tuple(sorted(float(n) for n in _DIGITS.findall(re.sub(r"(?<=\d)\s*-", " ", value))))


def same_value(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two values are equal to one part in a thousand."""
    return len(one) == len(other) and all(
        abs(a - b) <= 1e-3 * max(abs(a), abs(b)) for a, b in zip(one, other, strict=True)
    )


_UNIT = {
    "$": "dollar",
    "us$": "dollar",
    "united states dollar": "dollar",
    "percentage": "percent",
    "%": "percent",
    "per cent": "percent",
}


def unit_forms(quantity: Mapping[str, Any]) -> frozenset[str]:
    """A quantity's unit in the forms that are compared."""
    return frozenset(_plain(quantity.get(key) or "-") for key in ("unit", "normalized_unit"))


def _plain(unit: str) -> str:
    words = unit.lower().replace(".", "").replace("-", " ").split()
    joined = " ".join(words)
    joined = _UNIT.get(joined, joined)
    return " ".join(_singular(word) for word in joined.split())


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word


def matched(
    gold: list[dict[str, Any]], found: list[dict[str, Any]], same: Callable[[Any, Any], bool]
) -> tuple[int, list[Any], list[Any]]:
    """How many pairs fit, one to one in order, and what is left on each side."""
    left, missed = list(found), []
    for wanted in gold:
        fit = next((n for n, f in enumerate(left) if same(wanted, f)), None)
        if fit is None:
            missed.append(wanted)
        else:
            left.pop(fit)
    return len(gold) - len(missed), missed, left


def value_fits(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Values alone."""
    return same_value(ends(a["value"]), ends(b["value"]))


def unit_fits(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Values and whole units."""
    return value_fits(a, b) and bool(unit_forms(a) & unit_forms(b))


def head_fits(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Values and the units' last words."""
    heads = [{form.split()[-1] if form.split() else "" for form in unit_forms(q)} for q in (a, b)]
    return value_fits(a, b) and bool(heads[0] & heads[1])


MEASURES: dict[str, Callable[[Any, Any], bool]] = {
    "value": value_fits,
    "value + unit": unit_fits,
    "value + head": head_fits,
}


def newsquant(
    rows: list[dict[str, Any]], predictions: Mapping[int, list[dict[str, Any]]], *, misses: bool
) -> dict[str, Tally]:
    """The scores of all rows."""
    tallies = {name: Tally() for name in MEASURES}
    for number, row in enumerate(rows):
        gold, found = row["quantities"], predictions.get(number, [])
        for name, same in MEASURES.items():
            right, missed, extra = matched(gold, found, same)
            tally = tallies[name]
            tally.right, tally.predicted, tally.gold = (
                tally.right + right,
                tally.predicted + len(found),
                tally.gold + len(gold),
            )
            if misses and name == "value + unit" and (missed or extra):
                print(f"{number}: {row['text'][:300]}\n   missed {[(q['value'], q['unit']) for q in missed]}")
                print(f"   extra  {[(q['value'], q['unit']) for q in extra]}")
    return tallies


def predicted(rows: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    """What this program finds, in NewsQuant's shape and scope: lengths of time, ages and counted ones too."""
    return {number: in_shape(row["text"]) for number, row in enumerate(rows)}


def in_shape(text: str) -> list[dict[str, Any]]:
    """A row as NewsQuant writes it, where "from 240 to 273" is one quantity."""
    shaped: list[dict[str, Any]] = []
    before: Figure | None = None
    for figure, words in everything(text):
        unit = figure.unit or figure.noun or "-"
        new = {"value": _value(text, figure), "unit": words or unit, "normalized_unit": _named(unit)}
        if before is not None and _moves(text, before, figure):
            old = shaped.pop()
            new["value"] = f"{old['value']}-{new['value']}"
            if unit == "-":
                new |= {key: old[key] for key in ("unit", "normalized_unit")}
        shaped.append(new)
        before = figure
    return shaped


def _moves(text: str, one: Figure, other: Figure) -> bool:
    """Whether "from" stands before the one and "to" between the two, close by."""
    between = text[one.span.end : other.span.start]
    return bool(re.search(r"\bfrom(?: about)?\s*$", text[: one.span.start])) and bool(
        re.fullmatch(r"(?:\s\S+){0,5}?\sto\s", between)
    )


def _named(unit: str) -> str:
    head, per, rest = unit.partition(" per ")
    return NAMES.get(head, head) + per + rest


def _value(text: str, figure: Figure) -> str:
    # NewsQuant closes "dozens" at ten dozen, and every vague plural at ten times itself
    if (
        figure.approximate
        and figure.high is None
        and figure.low is not None
        and not _NUMBER.search(text[slice(*figure.span)])
    ):
        return f"{figure.low / 2:.15g}-{figure.low * 5:.15g}"
    known = [n for n in (figure.low, figure.high) if n is not None]
    return "-".join(f"{n:.15g}" for n in dict.fromkeys(known))


NAMES = {
    "USD": "dollar",
    "MYR": "ringgit",
    "ILS": "shekel",
    "HKD": "hong kong dollar",
    "DKK": "danish krone",
    "penny": "penny",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "yen",
    "CNY": "yuan",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "INR": "rupee",
    "percent": "percentage",
    "km": "kilometre",
    "m": "metre",
    "cm": "centimetre",
    "mm": "millimetre",
    "kg": "kilogram",
    "g": "gram",
    "mph": "mile per hour",
    "km/h": "kilometre per hour",
    "°C": "celsius",
    "°F": "fahrenheit",
    "ha": "hectare",
    "rpm": "revolutions per minute",
    "GB": "gigabyte",
    "MB": "megabyte",
    "TB": "terabyte",
    "MW": "megawatt",
    "GW": "gigawatt",
    "kW": "kilowatt",
    "kWh": "kilowatt hour",
    "l": "litre",
    "W": "watt",
    "V": "volt",
    "pound (mass)": "pound-mass",
    "km²": "square kilometre",
}


# ── own gold ─────────────────────────────────────────────────────────────────


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
    """The texts of the corpora that the gold is from, by corpus and key."""
    found: dict[tuple[str, str], str] = {}
    if "wikinews2019" in corpora:
        csv.field_size_limit(sys.maxsize)
        with (data / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                parts = [re.sub(r"\s*\n\s*", " ", p.strip()) for p in re.split(r"\n\s*\n", row["text"]) if p.strip()]
                found["wikinews2019", row["url"]] = row["title"].strip() + "\n\n" + "\n".join(parts)
    return found


def text_of(data: Path, corpus: str, key: str, known: Mapping[tuple[str, str], str]) -> str:
    """One article's text."""
    if (corpus, key) in known:
        return known[corpus, key]
    folder = {"tehran": data / "tehran-times", "polnear-dev": data / "polnear" / "dev" / "text"}[corpus]
    return (folder / key).read_text(encoding="utf-8", errors="replace")


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
        if misses and not right:
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


# ── speed ────────────────────────────────────────────────────────────────────


def speed(texts: list[str], read: Callable[[str], Any]) -> float:
    """Characters a second, the best of five rounds."""
    best = min(_round(texts, read) for _ in range(5))
    return sum(map(len, texts)) / best


def _round(texts: list[str], read: Callable[[str], Any]) -> float:
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def main(arguments: list[str] | None = None) -> int:
    """Scores and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds newsquant/, wikinews/, …")
    parser.add_argument("--predictions", type=Path, help="score these lines instead of this program (NewsQuant alone)")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    given = parser.parse_args(arguments)
    print(FORMULA)
    for path in sorted((given.data / "newsquant").glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        theirs = (
            {line["row"]: line["quantities"] for line in lines_of(given.predictions)}
            if given.predictions
            else predicted(rows)
        )
        for name, tally in newsquant(rows, theirs, misses=given.misses).items():
            counts = f"{tally.right} right, {tally.predicted} predicted, {tally.gold} gold"
            print(f"NewsQuant {path.stem}  {name:<13} F1 {tally.f1:5.1f}  ({counts})")
    if not given.predictions:
        _print_own(given.data, misses=given.misses)
    return 0


def _print_own(data: Path, *, misses: bool) -> None:
    score, texts = own(data, list(lines_of(GOLD)), misses=misses)
    for name, right, of in (
        ("bounds", score.bounds, score.figures),
        ("+ noun", score.nouns, score.figures),
        ("look-alikes refused", score.refused, score.lookalikes),
    ):
        print(f"own gold  {name:<20} {100 * right / max(1, of):5.1f} %  ({right} of {of})")
    mean = sum(score.populations) / max(1, len(score.populations))
    print(f"own gold  population token F1  {mean:5.3f} over {len(score.populations)}")
    ours, bare = speed(texts, find), speed(texts, lambda text: [m.span() for m in _NUMBER.finditer(text)])
    print(f"speed     {ours:,.0f} characters a second; bare regex {bare:,.0f} ({bare / ours:.0f} times as fast)")


if __name__ == "__main__":
    raise SystemExit(main())
