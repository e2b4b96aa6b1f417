"""Time expressions against TIMEX3 gold: ``python benchmarks/times.py --data ../shared/data [--predictions FILE]``.

Reads TempEval-3 style ``.tml`` files (``DCT`` and ``TEXT``) of the folder ``timebank`` in the data, or of the folder
given. ``--predictions`` is JSON Lines ``{"file": …, "times": [{"span": [start, end], "type": …, "value": …}]}``, as
`onrecord.times` has them; a file that exists is scored, one that doesn't is written.
The speed is told beside that of ``dateparser.search`` on the same texts, a few of them, where it is installed.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from importlib import import_module
from pathlib import Path

from onrecord.moments import times

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, is_own, parser, scored_or_written, unscored

FORMULA = """formula: P = matched / predicted, R = matched / gold, F1 = 2PR / (P + R)
  relaxed  a match: spans that overlap, each used once
  strict   of the matches, those with equal spans     type, value   of the matches, those where it is right too
  after the story's date   of the gold dates and times after it, the share with the right value"""
_TIMED = 6
"""Files that ``dateparser.search`` is timed on: it needs a second for each."""
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


def documents_of(data: Path) -> list[Document]:
    """The articles of a folder, or of its ``timebank``.

    Raises:
        SystemExit: there are none.
    """
    folder = data / "timebank" if (data / "timebank").is_dir() else data
    documents = [read(path) for path in sorted(folder.glob("*.tml"))]
    if not documents:
        raise SystemExit(f"{folder}: no .tml files")
    return documents


def rows_of(documents: Iterable[Document]) -> Iterable[Row]:
    """What the grammar finds, a row for each file."""
    for document in documents:
        found = [{"span": [p.start, p.end], "type": p.type, "value": p.value} for p in predict(document)]
        yield {"file": document.name, "times": found}


def predicted_in(row: Row) -> tuple[Timex, ...]:
    """A row's expressions, in text order."""
    found = (Timex(t["span"][0], t["span"][1], t["type"], t["value"]) for t in row["times"])
    return tuple(sorted(found, key=lambda timex: timex.start))


# ── speed ────────────────────────────────────────────────────────────────────


def speed(documents: Sequence[Document], search: Callable[[Document], object]) -> float:
    """Characters a second."""
    started = time.perf_counter()
    for document in documents:
        search(document)
    return sum(len(d.text) for d in documents) / (time.perf_counter() - started)


def speeds(documents: Sequence[Document]) -> str:
    """The speed of the grammar, and how it stands to ``dateparser.search`` on a few of the same texts."""
    few = documents[:: max(1, len(documents) // _TIMED)][:_TIMED]
    predict(few[0])  # the grammar is compiled once
    ours = speed(documents, predict)
    if not (theirs := _dateparser(few)):
        return f"speed    {ours:,.0f} characters a second (dateparser is not installed)"
    same = speed(few, predict)
    return (
        f"speed    {ours:,.0f} characters a second; on the same {len(few)} files {same:,.0f}, "
        f"dateparser.search {theirs:,.0f}: {same / theirs:.1f} times as fast"
    )


def _dateparser(documents: Sequence[Document]) -> float | None:
    try:  # it comes with htmldate, without types
        search_dates = import_module("dateparser.search").search_dates
    except ImportError:
        return None

    def search(document: Document) -> object:
        base = datetime.combine(document.published, datetime.min.time())
        return search_dates(document.text, languages=["en"], settings={"RELATIVE_BASE": base})

    search(documents[0])
    return speed(documents, search)


def main(arguments: list[str] | None = None) -> None:
    """Print the formula and the table."""
    command = parser(__file__, __doc__)
    command.add_argument("--data", type=Path, required=True, help="the shared data, or a folder of .tml files")
    options = command.parse_args(arguments)
    documents = documents_of(options.data)
    own = is_own(options.predictions)
    print(FORMULA)
    rows = scored_or_written(options.predictions, lambda: rows_of(documents), keys=("file", "times"))
    by_file = {row["file"]: predicted_in(row) for row in rows}
    if any(document.gold for document in documents):
        print(table(score((d, by_file.get(d.name, ())) for d in documents), len(documents)))
    else:
        print(unscored(len(rows), options.predictions, "no TIMEX3 in the texts"))
    if own:
        print(speeds(documents))


def table(counts: Counter[str], documents: int) -> str:
    """The scores, one line each."""
    lines = [f"{documents} files, {counts['gold']} gold, {counts['predicted']} predicted"]
    scores = {n: f1(counts[n], counts["predicted"], counts["gold"]) for n in ("relaxed", "strict", "type", "value")}
    lines += [f"{name:8} F1 {100 * share:.1f}" for name, share in scores.items()]
    later = counts["later right"] / counts["later"] if counts["later"] else 0.0
    right = f"{counts['later right']} of {counts['later']} values right ({100 * later:.1f} %)"
    return "\n".join([*lines, f"after the story's date: {right}"])


if __name__ == "__main__":
    main()
