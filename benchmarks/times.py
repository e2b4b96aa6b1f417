"""Time expressions against TIMEX3 gold: ``python benchmarks/times.py --data ../shared/data/timebank``.

Reads TempEval-3 style ``.tml`` files (``DCT`` and ``TEXT``). Scores, as TempEval-3 does:

- strict: spans equal; relaxed: spans overlap (each gold expression is matched at most once, in order);
- value, type: F1 of relaxed matches whose value (type) is also right.

P = matched / predicted, R = matched / gold, F1 = 2PR / (P + R). Also: of the gold dates and times after the
story's date, the share with the right value. ``--predictions FILE`` writes what was predicted, one JSON a file.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from onrecord.moments import times

_TIMEX = re.compile(r"<TIMEX3([^>]*)>|</TIMEX3>|<[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DCT = re.compile(r'<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)', re.DOTALL)
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)


@dataclass(frozen=True)
class Timex:
    """One expression, gold or predicted: offsets into the text without its tags."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """One article with its gold expressions."""

    name: str
    published: date
    text: str
    gold: tuple[Timex, ...]


def read(path: Path) -> Document:
    """One ``.tml`` file."""
    source = path.read_text(encoding="utf-8")
    dct, body = _DCT.search(source), _TEXT.search(source)
    if dct is None or body is None:
        raise SystemExit(f"{path}: no DCT or TEXT element; is this TempEval-3 data?")
    text, gold = _stand_off(body[1])
    return Document(path.name, date(int(dct[1]), int(dct[2]), int(dct[3])), text, gold)


def _stand_off(body: str) -> tuple[str, tuple[Timex, ...]]:
    pieces: list[str] = []
    gold: list[Timex] = []
    open_: list[tuple[int, dict[str, str]]] = []
    length = at = 0
    for tag in _TIMEX.finditer(body):
        pieces.append(unescape(body[at : tag.start()]))
        length, at = length + len(pieces[-1]), tag.end()
        if tag[1] is not None:
            open_.append((length, dict(_ATTRIBUTE.findall(tag[1]))))
        elif tag[0] == "</TIMEX3>" and open_:
            start, attributes = open_.pop()
            gold.append(Timex(start, length, attributes.get("type", ""), attributes.get("value", "")))
    pieces.append(unescape(body[at:]))
    return "".join(pieces), tuple(gold)


def predict(document: Document) -> tuple[Timex, ...]:
    """What the grammar finds in it."""
    found = times(document.text, published=document.published)
    return tuple(Timex(f.span.start, f.span.end, f.type, f.value) for f in found)


def pairs(gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Overlapping ones, each used once, in text order."""
    left = list(predicted)
    matched = []
    for g in gold:
        hit = next((p for p in left if p.start < g.end and g.start < p.end), None)
        if hit:
            left.remove(hit)
            matched.append((g, hit))
    return matched


def score(documents: Iterable[tuple[Document, tuple[Timex, ...]]]) -> Counter[str]:
    """Counts over all documents."""
    counts: Counter[str] = Counter()
    for document, predicted in documents:
        matched = pairs(document.gold, predicted)
        counts["gold"] += len(document.gold)
        counts["predicted"] += len(predicted)
        counts["relaxed"] += len(matched)
        counts["strict"] += sum((g.start, g.end) == (p.start, p.end) for g, p in matched)
        counts["type"] += sum(g.type == p.type for g, p in matched)
        counts["value"] += sum(g.value == p.value for g, p in matched)
        hits = dict(matched)
        later = [g for g in document.gold if _is_later(g, document.published)]
        counts["later"] += len(later)
        counts["later right"] += sum(g in hits and hits[g].value == g.value for g in later)
    return counts


def _is_later(gold: Timex, published: date) -> bool:
    """A calendar value that begins after the story's day (as text: 1990 > 1989-10-30, 1989-11 > 1989-10-30)."""
    if gold.type not in {"DATE", "TIME"} or not gold.value[:4].isdigit() or "X" in gold.value:
        return False
    digits = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", gold.value)
    if digits is None:
        quarter = re.fullmatch(r"(\d{4})-(?:Q([1-4])|W(\d\d).*|H([12]))", gold.value)
        return bool(quarter) and _begins(gold.value) > published
    return tuple(int(d or 0) for d in digits.groups()) > _cut(digits.groups(), published)


def _cut(parts: Sequence[str | None], published: date) -> tuple[int, ...]:
    whole = (published.year, published.month, published.day)
    return tuple(w if p else 0 for w, p in zip(whole, parts, strict=True))


def _begins(value: str) -> date:
    year, unit, number = int(value[:4]), value[5], int(value[6:].split("-", maxsplit=1)[0])
    if unit == "W":
        return date.fromisocalendar(year, min(max(number, 1), 52), 1)
    return date(year, {"Q": 3, "H": 6}[unit] * (number - 1) + 1, 1)


def f1(matched: int, predicted: int, gold: int) -> float:
    """2PR / (P + R), 0 where nothing matched."""
    return 2 * matched / (predicted + gold) if predicted + gold else 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of .tml files")
    parser.add_argument("--predictions", type=Path, help="write the predictions here (JSON Lines)")
    arguments = parser.parse_args()
    documents = [read(path) for path in sorted(arguments.data.glob("*.tml"))]
    started = time.perf_counter()
    scored = [(document, predict(document)) for document in documents]
    seconds = time.perf_counter() - started
    if arguments.predictions:
        arguments.predictions.write_text("".join(_line(d, p) for d, p in scored), encoding="utf-8")
    _print(score(scored), len(documents), sum(len(d.text) for d in documents) / seconds)


def _line(document: Document, predicted: Sequence[Timex]) -> str:
    found = [{"span": [p.start, p.end], "type": p.type, "value": p.value} for p in predicted]
    return json.dumps({"file": document.name, "times": found}) + "\n"


def _print(counts: Counter[str], documents: int, speed: float) -> None:
    print(__doc__)
    print(
        f"{documents} files, {counts['gold']} gold, {counts['predicted']} predicted, {speed:,.0f} characters a second"
    )
    for name in ("relaxed", "strict", "type", "value"):
        print(f"{name:8} F1 {100 * f1(counts[name], counts['predicted'], counts['gold']):.1f}")
    share = counts["later right"] / counts["later"] if counts["later"] else 0.0
    print(f"after the story's date: {counts['later right']} of {counts['later']} values right ({100 * share:.1f} %)")


if __name__ == "__main__":
    main()
