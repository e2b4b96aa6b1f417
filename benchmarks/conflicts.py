"""Figures that conflict, update one another, are the same, or can't be compared.

    python benchmarks/conflicts.py --data ../shared/data [--gold FILE] [--stories FILE] [--predictions FILE] [--misses]

Reads `fa-kes/fakes.csv`, the stories' rows with their datelines' days (`gold/conflicts-stories.jsonl`) and gold
(`gold/conflicts.jsonl`; see `gold/conflicts.md`). The stories are read and compared as a record of them would be; the
outlet is the file's own column. `--predictions` is JSON Lines `{"a": {"key", "start", "end"}, "b": …, "label": …}`, as
in the gold; a pair that isn't in the file counts as found by nobody. A file that exists is scored, one that doesn't is
written. Where none of the texts is one that was labelled, all rows are read, every pair that answers one question is
predicted, and nothing is scored.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from onrecord import comparison
from onrecord.articles import article_from_text
from onrecord.counting import relation
from onrecord.model import Article, CitedFigure, Entry, FigureQuestion
from onrecord.pipeline.own_words import own_figures
from onrecord.pipeline.run import read_article

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, parser, scored_or_written, unscored

GOLD = Path(__file__).with_name("gold") / "conflicts.jsonl"
STORIES = Path(__file__).with_name("gold") / "conflicts-stories.jsonl"
LABELS = ("conflict", "update", "same", "not comparable")
FORMULA = """formula: each labelled pair counts once; a figure is the predicted one that its words overlap
  label            two figures of one question: what they are to each other; of two questions, or where one of them
                   was not found: not comparable
  F1 of a label    of its pairs in gold and in the predictions; macro-F1: the mean of the four
  false conflicts  of the pairs that gold does not call a conflict, those that are predicted to be one"""

Line: TypeAlias = Mapping[str, Any]


class Story(NamedTuple):
    """One row of the file, and when it was published, if that is known."""

    key: int
    text: str
    outlet: str
    published: date | None


def table(data: Path) -> list[Mapping[str, str]]:
    """The file's rows."""
    csv.field_size_limit(1 << 30)
    with (data / "fa-kes" / "fakes.csv").open(encoding="latin-1", newline="") as file:
        return list(csv.DictReader(file))


def stories(rows: Sequence[Mapping[str, str]], listed: Iterable[Line]) -> list[Story]:
    """The listed stories, where the texts are those that were labelled; none where none is.

    Raises:
        SystemExit: some are and some are not.
    """
    lines = list(listed)
    others = [line["key"] for line in lines if not _is_labelled(line, rows)]
    if others and len(others) < len(lines):
        raise SystemExit(f"row {others[0]}: not the text that was labelled")
    return [] if others else [_story(line["key"], rows, date.fromisoformat(line["published"])) for line in lines]


def _is_labelled(line: Line, rows: Sequence[Mapping[str, str]]) -> bool:
    text = rows[line["key"]]["article_content"] if line["key"] < len(rows) else ""
    return bool(hashlib.sha256(text.encode()).hexdigest() == line["sha256"])


def _story(key: int, rows: Sequence[Mapping[str, str]], published: date | None) -> Story:
    return Story(key, rows[key]["article_content"], rows[key]["source"], published)


class Told(NamedTuple):
    """A figure where it stands in its story, and the question that it answers."""

    start: int
    end: int
    question: str
    cited: CitedFigure


def compared(told: Iterable[Story]) -> dict[int, list[Told]]:
    """The figures of the stories that answer a question, by row."""
    articles: dict[str, Article] = {}
    entries: list[Entry] = []
    keys: dict[str, list[int]] = {}
    for story in told:
        made = read_article(article_from_text(story.text, published=story.published))
        article = replace(made.article, outlet=story.outlet)
        keys.setdefault(article.id, []).append(story.key)
        if article.id not in articles:
            articles[article.id] = article
            entries += (Entry(article=article, statement=statement) for statement in made.statements)
    copies = comparison.find_copies(articles.values())
    origins = comparison.trace_origins(articles, copies)
    own = own_figures(articles, entries)
    questions = comparison.group_figures(entries, copies, origins=origins, own=own)
    return _by_row(questions, keys)


def _by_row(questions: Iterable[FigureQuestion], keys: Mapping[str, Sequence[int]]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for question in questions:
        for cited in question.figures:
            for key in keys[cited.article]:
                found.setdefault(key, []).append(Told(*cited.figure.span, question.id, cited))
    return found


def predicted(pairs: Iterable[Line], found: Mapping[int, Sequence[Told]]) -> Iterator[Row]:
    """What the program says of each pair."""
    for pair in pairs:
        one, other = (_at(found, pair[side]) for side in ("a", "b"))
        yield {"a": dict(pair["a"]), "b": dict(pair["b"]), "label": _label(one, other)}


def _at(found: Mapping[int, Sequence[Told]], place: Line) -> Told | None:
    inside = (told for told in found.get(place["key"], ()) if told.start < place["end"] and place["start"] < told.end)
    return next(inside, None)


def _label(one: Told | None, other: Told | None) -> str:
    if one is None or other is None or one.question != other.question:
        return "not comparable"
    return relation(one.cited, other.cited) or "not comparable"


def every_pair(found: Mapping[int, Sequence[Told]]) -> Iterator[Row]:
    """Every two figures that answer one question."""
    places = [(key, told) for key, all_told in sorted(found.items()) for told in all_told]
    together: dict[str, list[tuple[int, Told]]] = {}
    for place in places:
        together.setdefault(place[1].question, []).append(place)
    for members in together.values():
        for (key, one), (other_key, other) in combinations(members, 2):
            a = {"key": key, "start": one.start, "end": one.end}
            b = {"key": other_key, "start": other.start, "end": other.end}
            yield {"a": a, "b": b, "label": _label(one, other)}


def scored(gold: Sequence[Line], predictions: Iterable[Line]) -> list[tuple[Line, str]]:
    """Each labelled pair with the label that was predicted; "" where there is none."""
    known = {_key(row): str(row["label"]) for row in predictions}
    return [(line, known.get(_key(line), "")) for line in gold]


def _key(pair: Line) -> frozenset[tuple[int, int, int]]:
    return frozenset((pair[side]["key"], pair[side]["start"], pair[side]["end"]) for side in ("a", "b"))


def f1(judged: Sequence[tuple[Line, str]], label: str) -> float:
    """F1 of one label, 0-1."""
    right = sum(line["label"] == label == found for line, found in judged)
    either = sum((line["label"] == label) + (found == label) for line, found in judged)
    return 2 * right / either if either else 0.0


def report(name: str, judged: Sequence[tuple[Line, str]]) -> str:
    """The scores of one part."""
    each = {label: f1(judged, label) for label in LABELS}
    counts = Counter(line["label"] for line, _ in judged)
    others = [found for line, found in judged if line["label"] != "conflict"]
    false = sum(found == "conflict" for found in others)
    rows = [f"{name}: {len(judged)} pairs"]
    rows += [f"  F1 {label:<16} {each[label]:.3f}  ({counts[label]} pairs)" for label in LABELS]
    rows.append(f"  {name} macro-F1     {sum(each.values()) / len(LABELS):.3f}")
    share = 100 * false / max(1, len(others))
    rows.append(f"  {name} false conflicts {share:.1f} %  ({false} of {len(others)}; {100 - share:.1f} % without)")
    return "\n".join(rows)


def tables(judged: Sequence[tuple[Line, str]]) -> str:
    """The whole, then each part."""
    parts = sorted({line["part"] for line, _ in judged}, reverse=True)
    made = [report("whole", judged)]
    made += [report(part, [each for each in judged if each[0]["part"] == part]) for part in parts]
    return "\n".join([FORMULA, *made])


def misses(judged: Iterable[tuple[Line, str]], rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The pairs that were judged wrong, with the words around them."""
    for line, found in judged:
        if line["label"] != found:
            yield f"{line['label']}, got {found or 'nothing'}:"
            for side in ("a", "b"):
                key, start, end = (line[side][name] for name in ("key", "start", "end"))
                text = rows[key]["article_content"]
                around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}"
                yield f"  {key}: …{around}…"


def _lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, predict or take predictions, score."""
    made = parser(__file__, __doc__, "labelled pairs")
    made.add_argument("--data", type=Path, required=True, help="the shared data")
    made.add_argument("--gold", type=Path, default=GOLD, help="labelled pairs")
    made.add_argument("--stories", type=Path, default=STORIES, help="the rows that are read, and their days")
    made.add_argument("--misses", action="store_true", help="print what was judged wrong (it quotes the stories)")
    asked = made.parse_args(arguments)
    rows = table(asked.data)
    told = stories(rows, _lines(asked.stories))
    if not told:
        others = [_story(key, rows, None) for key in range(len(rows))]
        written = scored_or_written(asked.predictions, lambda: every_pair(compared(others)))
        print(unscored(len(written), asked.predictions, "none of these texts was labelled"))
        return 0
    gold = _lines(asked.gold)
    found = scored_or_written(asked.predictions, lambda: predicted(gold, compared(told)), keys=("a", "b", "label"))
    judged = scored(gold, found)
    if asked.misses:
        print("\n".join(misses(judged, rows)))
    print(tables(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main())
