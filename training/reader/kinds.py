"""What statements do, as our own labels have it: kind, stance and strength, with the words that they rest on."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.attribution import Pieces
from benchmarks.windows import text_of
from training.reader.examples import Example, Judged, numbers_in
from training.reader.invented import unmarked

from onrecord.models.reader.judging import KINDS, SIZES, STANCES, STRENGTHS
from onrecord.models.reader.windows import Words, words_with_looks

LABELS = Path(__file__).parent / "labels"
INVENTED = LABELS / "invented-kinds.txt"
SMOOTH = 0.1
"""The share of a label that is spread over all: annotators differ, too."""
EVEN = 0.5
"""How far rare labels weigh more: to this power of how rare they are."""
TIMES = 2
"""How often an epoch reads what is judged, as it is little."""
_FIELDS = {"kind": KINDS, "stance": STANCES, "strength": STRENGTHS}
_LINE = re.compile(r"(\w+) (\w+) (\w+) \| (.+)")

Label = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text whose statements are judged: their words, and the number of each one's kind, stance and strength."""

    name: str
    text: str
    statements: tuple[tuple[Mapping[str, Pieces], Label], ...]


def articles(data: Path) -> Iterator[Article]:
    """Those of the corpora, then each invented sentence as a text of its own.

    Raises:
        ValueError: the text under a label has changed.
    """
    yield from labelled(data, sorted(LABELS.glob("kinds-*.jsonl")))
    yield from invented()


def labelled(data: Path, files: Iterable[Path]) -> Iterator[Article]:
    """The articles of JSON Lines in the gold's shape.

    Raises:
        ValueError: the text under a label has changed.
    """
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = text_of(data, row["corpus"], row["key"])
            if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                raise ValueError(f"{row['key']}: not the text that was labelled")
            yield Article(row["key"], text, tuple((one, _label(one)) for one in row["statements"]))


def invented(path: Path = INVENTED) -> Iterator[Article]:
    """The sentences written for this, with one judged statement each.

    Raises:
        ValueError: a line is written otherwise than the file's top says; names it.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        where = f"{path.name}:{number}"
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise ValueError(f"{where}: a line is 'kind stance strength | text', not {line[:40]!r}")
        told = dict(zip(_FIELDS, parts.groups(), strict=False))
        try:
            text, (one,) = unmarked([parts[4]], "text {}", 1)
            label = _label(told)
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        yield Article(where, text, ((one, label),))


def _label(one: Mapping[str, Any]) -> Label:
    return tuple(names.index(one[field]) for field, names in _FIELDS.items())


def judged(data: Path) -> dict[str, Example]:
    """Every article with its judged statements alone: what its attributions are isn't told."""
    every = list(articles(data))
    weights = _weights([label for article in every for _, label in article.statements])
    return {article.name: example_of(article, weights) for article in every}


def example_of(article: Article, weights: Mapping[Label, tuple[float, ...]], smooth: float = SMOOTH) -> Example:
    """The article with its judged statements alone."""
    words = words_with_looks(article.text)
    made = (judged_of(words, one, _truth(label, smooth), weights[label]) for one, label in article.statements)
    return Example(article.name, words, (), judged=tuple(one for one in made if one.content), is_read=False)


def judged_of(words: Words, one: Mapping[str, Pieces], truth: tuple[float, ...], weights: tuple[float, ...]) -> Judged:
    """A statement by word numbers."""
    content, cue, source = (tuple(sorted(set(numbers_in(words, one[role])))) for role in ("content", "cue", "source"))
    return Judged(content, cue, source, truth, weights)


def _truth(label: Label, smooth: float) -> tuple[float, ...]:
    """The labels as probabilities, the three fields behind one another."""
    return tuple(
        (1 - smooth) * (number == right) + smooth / size
        for right, size in zip(label, SIZES, strict=True)
        for number in range(size)
    )


def _weights(labels: list[Label]) -> dict[Label, tuple[float, ...]]:
    """What each statement weighs in each field; 1 on average."""
    each = []
    for field in range(len(SIZES)):
        counts = Counter(label[field] for label in labels)
        raw = {value: (len(labels) / count) ** EVEN for value, count in counts.items()}
        mean = sum(raw[value] * count for value, count in counts.items()) / len(labels)
        each.append({value: weight / mean for value, weight in raw.items()})
    return {label: tuple(weights[value] for weights, value in zip(each, label, strict=True)) for label in set(labels)}


def with_judged(examples: Iterable[Example], every: Mapping[str, Example]) -> list[Example]:
    """The examples, with what is judged where it is; and what is judged alone as often as it takes (``TIMES``)."""
    found = []
    left = Counter(dict.fromkeys(every, TIMES))
    for example in examples:
        own = every.get(example.name)
        found.append(replace(example, judged=own.judged) if own else example)
        left[example.name] -= own is not None
    return [*found, *(every[name] for name, times in left.items() for _ in range(times))]
