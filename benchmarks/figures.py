"""Figures: NewsQuant, our own gold (``gold/figures.jsonl``; see ``gold/figures.md``), and speed.

``python benchmarks/figures.py --data ../shared/data`` scores this program on all three;
``--predictions FILE`` is JSON Lines for NewsQuant's rows alone, counted from 0 (with ``"file"``, too, where the folder
``newsquant`` holds several): ``{"row": 0, "quantities": [{"value", "unit", "normalized_unit"}, …]}``; a file that
exists is scored, one that doesn't is written;
``--misses`` prints what was missed, where the data are at hand.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.model import Figure
from onrecord.resolution.figures import everything, find

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.own_figures import OWN_FORMULA, PARTS, labelled, missing, own, own_table
from benchmarks.predictions import Row, parser, scored_or_written, unscored

FORMULA = """\
NewsQuant   each row's quantities as bags; value: numbers equal to 1 part in 1,000, a range by both its ends
            (in either order); value + unit: the unit equal, too, by its normalized form or as written, after:
            letter case, "-", full stops and plural s dropped, "percentage" as "percent", money by its currency;
            value + head: by the unit's last word alone;
            P = right / predicted, R = right / gold over all rows, F1 = 2PR/(P+R)"""
SPEED = """\
speed       characters a second of the processor on the gold's articles, the best of five rounds; "bare" is one regex
            for digits over the same texts; quantulum3 (group "rivals", no classifier) goes over them once, warmed up"""

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


def files_of(data: Path) -> dict[str, list[dict[str, Any]]]:
    """NewsQuant's rows, by the names of their files.

    Raises:
        SystemExit: there are no files.
    """
    folder = data / "newsquant"
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    if not files:
        raise SystemExit(f"{folder}: no .json files")
    return files


def predicted(files: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Row]:
    """What this program finds, in NewsQuant's shape and scope: lengths of time, ages and counted ones too."""
    for name, rows in files.items():
        place = {"file": name} if len(files) > 1 else {}
        for number, row in enumerate(rows):
            yield {**place, "row": number, "quantities": in_shape(row["text"])}


def by_row(predictions: Iterable[Row], file: str) -> dict[int, list[dict[str, Any]]]:
    """What was predicted for one file; a prediction that names no file is for each."""
    return {row["row"]: row["quantities"] for row in predictions if row.get("file", file) == file}


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


# ── speed ────────────────────────────────────────────────────────────────────


def speed(texts: list[str], read: Callable[[str], Any], rounds: int = 5) -> float:
    """Characters a second, the best of the rounds."""
    best = min(_round(texts, read) for _ in range(rounds))
    return sum(map(len, texts)) / best


def _round(texts: list[str], read: Callable[[str], Any]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def rival() -> Callable[[str], Any] | None:
    """quantulum3's reader, its tables read; None where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    with warnings.catch_warnings(action="ignore"):  # it warns where it has no classifier
        parse: Callable[[str], Any] = importlib.import_module("quantulum3.parser").parse
    # Off in any case: it is slower with it, and unpickles a model of one version of scikit-learn
    vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False
    parse("The mill cut 30 jobs and paid $2 million in fines.")
    return parse


def speeds(texts: list[str]) -> str:
    """The speeds, one line each."""
    ours, bare = speed(texts, find), speed(texts, lambda text: [m.span() for m in _NUMBER.finditer(text)])
    line = f"speed     {ours:,.0f} characters a second; bare regex {bare:,.0f} ({bare / ours:.0f} times as fast)"
    parse = rival()
    if parse is None:
        return f"{line}\nspeed     quantulum3 is not installed (pip install --group rivals): not compared"
    theirs = speed(texts, parse, rounds=1)
    return f"{line}\nspeed     quantulum3 {theirs:,.0f}: this program is {ours / theirs:.0f} times as fast"


def main(arguments: list[str] | None = None) -> int:
    """Scores and prints."""
    command = parser(__file__, __doc__, "NewsQuant")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds newsquant/, wikinews/, …)")
    command.add_argument("--misses", action="store_true", help="print what was missed")
    given = command.parse_args(arguments)
    print(FORMULA, OWN_FORMULA, SPEED, sep="\n")
    files = files_of(given.data)
    rows = scored_or_written(given.predictions, lambda: predicted(files), keys=("row", "quantities"))
    for name, gold in files.items():
        found = by_row(rows, name)
        if any("quantities" not in row for row in gold):
            print(unscored(len(found), given.predictions, f"{name} has rows without quantities"))
            continue
        for measure, tally in newsquant(gold, found, misses=given.misses).items():
            counts = f"{tally.right} right, {tally.predicted} predicted, {tally.gold} gold"
            print(f"NewsQuant {Path(name).stem}  {measure:<13} F1 {tally.f1:5.1f}  ({counts})")
    if not given.predictions:
        _print_own(given.data, misses=given.misses)
    return 0


def _print_own(data: Path, *, misses: bool) -> None:
    if folders := missing(data):
        print(f"own gold  not scored: no {', '.join(folders)} in {data}")
        return
    gold = labelled()
    score, texts = own(data, gold, misses=misses)
    print(own_table(score))
    for part in PARTS:
        print(own_table(own(data, [line for line in gold if line["part"] == part], misses=False)[0], part))
    print(speeds(texts))


if __name__ == "__main__":
    raise SystemExit(main())
